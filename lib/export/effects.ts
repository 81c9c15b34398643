/**
 * What an export asks of the world outside, one effect after another. Drivers are generators that know no promise: the worker performs
 * the effects with a database and Greenhouse, a test answers them at once, late, or never, and either drives the same code. A death is
 * a generator of which nobody asks the next effect; its locks are free then.
 */
import type { Act } from './machine.ts';
import type { Row } from './row.ts';
import type { ExportRequest, ExportView } from './schema.ts';

/** A person who came to be in Greenhouse by a step: goes into the ledger together with the row, or neither does. */
export interface CreatedIds {
  candidateId: number;
  externalIds: string[];
  /** Epoch milliseconds. */
  exportedAt: number;
}

/** Who was deleted by a step: what the ledger has of them goes with it. */
export type ForgottenIds = Omit<CreatedIds, 'exportedAt'>;

export type Effect =
  /** All of these, in this order; free again when the generator has ended. */
  | { do: 'lock'; names: readonly string[] }
  /** → `Row | undefined` */
  | { do: 'get'; id: string }
  /** Rows of these accounts that share one of the keys, the oldest first → `Row[]` */
  | { do: 'overlapping'; accounts: readonly string[]; keys: readonly string[] }
  /** On the disk itself when it is answered; nothing is written of a row that was forgotten meanwhile. */
  | { do: 'put'; row: Row; created?: CreatedIds | undefined; forgotten?: ForgottenIds | undefined }
  /** → `Moment` */
  | { do: 'moment'; row: Row }
  /** Never fails: what goes wrong is an event → `Event` */
  | { do: 'act'; row: Row; act: Outside }
  /** To be driven again at a time, whoever dies until then. */
  | { do: 'wake'; at: number }
  | { do: 'tell'; view: ExportView };

export type Outside = Exclude<Act, { do: 'rest' | 'go-on' }>;

export type Work<R> = Generator<Effect, R, never>;

/** Somebody has pressed Export. */
export interface Pressed {
  request: ExportRequest;
  /** By which the person is known (`keys.ts`). */
  keys: readonly string[];
  /** Who is connected: whatever was begun under any of these accounts is of this organisation. */
  accounts: readonly [string, ...string[]];
  organisation?: string | undefined;
  actingUserId?: number | undefined;
  holdMs: number;
  now: number;
}

/** Runs the work, with the world behind `perform`. */
export async function runEffects<R>(work: Work<R>, perform: (effect: Effect) => Promise<unknown>): Promise<R> {
  let next = work.next();
  while (!next.done) next = work.next((await perform(next.value)) as never);
  return next.value;
}
