/** What the options page needs from the outside world. The entry point gives it the real things, a test its own. */
import type { Connection, Settings } from '#lib/storage/schema.ts';
import type { passphrase } from '#lib/storage/passphrase.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { StoredItem } from '#lib/storage/item.ts';

import type { ExternalIdsPort } from './external-ids.ts';
import type { PeopleIndexPort } from './people-index.ts';
import type { TaughtPorts } from './taught.ts';

export interface OptionsPorts extends Pick<TaughtPorts, 'taught' | 'ruleSets' | 'saveFile'> {
  connection: StoredItem<Connection | null>;
  settings: StoredItem<Settings>;
  externalIds: ExternalIdsPort;
  /** What the organisation has set. */
  policy: Pick<StoredItem<Policy | null>, 'get' | 'watch'>;
  credentials: {
    /** The connection on trial. */
    pending: Pick<StoredItem<Connection | null>, 'get' | 'watch'>;
    /** Puts one on trial; an empty secret is the one that is there for it already. */
    put(next: Connection, secret: string): Promise<void>;
    /** Whether there is a secret for the connection in use. */
    kept(): Promise<boolean>;
    /** Calls back when a secret has come or gone; returns how to stop. */
    watch(changed: () => void): () => void;
    setEnvironment(environment: NonNullable<Connection['environment']>): Promise<void>;
    forgetAll(): Promise<void>;
  };
  /** Has the worker test the connection in use, or the one on trial; the answer is stored too. Rejects with an `AppError`. */
  test(which: 'current' | 'pending'): Promise<Connection>;
  /** Says whether the connection that was put on trial at `savedAt` takes the place of the one in use. */
  settle(take: boolean, savedAt: number): Promise<void>;
  /** How many exports of the connected account are not finished. */
  unfinished(): Promise<number>;
  peopleIndex: PeopleIndexPort;
  /** The vault's passphrase. */
  passphrase: Pick<typeof passphrase, 'state' | 'watch' | 'unlock' | 'set' | 'change' | 'setIdle' | 'lock'>;
  access: {
    allowed(patterns: readonly string[]): Promise<boolean>;
    /** Must reach the browser in the turn of the click that it was called in. */
    ask(patterns: readonly string[]): Promise<boolean>;
    forget(patterns: readonly string[]): Promise<void>;
    allowedOrigins(): Promise<string[]>;
    watch(changed: () => void): () => void;
  };
  /** Has the worker delete all that is kept; answers how much there was, by kind. */
  forgetEverything(): Promise<Record<string, number>>;
  syncButtons(): Promise<void>;
  /** Takes marks away from the lists of sites where they may not stand any more. */
  clearMarks(): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
  /** Opens the browser's print dialogue. */
  print(): void;
}
