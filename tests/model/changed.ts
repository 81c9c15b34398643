/** What a mutant changes of the world around the outbox; nothing, but in the test that wants to see each invariant bite. */
import type { OutboxPorts } from '#lib/export/outbox.ts';

type Lock = OutboxPorts['lock'];

export const unchanged = {
  /** How long what was written may be lost with the power; the outbox asks for a disk that loses nothing. */
  unsafeForMs: 0,
  /** What there is no room for is told as written. */
  ignoresFull: false,
  /** What is over goes after a while. */
  sweep: (sweep: (at: number) => void, at: number): void => sweep(at),
  /** How often a call fails, as one in so many; by the dice while it is nothing. */
  fault: undefined as number | undefined,
  /** Two recruiters press for one person in one moment, in every schedule. */
  together: false,
  lock: (lock: Lock): Lock => lock,
  keys: (keys: string[]): string[] => keys,
  accounts: (account: string): [string, ...string[]] => [account],
  user: (user: number): number | undefined => user,
};

export const changed = { ...unchanged };
