/** What the options page needs from the outside world. The entry point gives it the real things, a test its own. */
import type { Connection, Settings } from '#lib/storage/schema.ts';
import type { StoredItem } from '#lib/storage/item.ts';

export interface OptionsPorts {
  connection: StoredItem<Connection | null>;
  settings: StoredItem<Settings>;
  vault: {
    put(secret: string): Promise<void>;
    has(): Promise<boolean>;
    forget(): Promise<void>;
  };
  /** Has the worker test what is stored; the answer is stored too. Rejects with an `AppError`. */
  test(): Promise<Connection>;
  access: {
    allowed(patterns: readonly string[]): Promise<boolean>;
    /** Must reach the browser in the turn of the click that it was called in. */
    ask(patterns: readonly string[]): Promise<boolean>;
    forget(patterns: readonly string[]): Promise<void>;
    allowedOrigins(): Promise<string[]>;
    watch(changed: () => void): () => void;
  };
  syncButtons(): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
}
