import type { LogEntry } from './request-log.ts';

/** One call held where a test wants it. Without a word it stays there; what a fault says of it comes true when it is let on. */
export interface Gate {
  /** It is here, and nothing has been done. The entry is as the log will have it, but for the outcome. */
  readonly arrived: Promise<LogEntry>;
  /** It has been done, or refused; nobody has been told. */
  readonly committed: Promise<void>;
  /** Does it, and tells nobody yet. */
  commit(): void;
  /** Does it, unless it is done, and answers. */
  answer(): void;
  /** Breaks the connection: nothing is done that was not done before. */
  drop(): void;
}

/** The server's side of a gate. */
export class HeldCall implements Gate {
  readonly #arrived = Promise.withResolvers<LogEntry>();
  readonly #committed = Promise.withResolvers<void>();
  readonly #mayCommit = Promise.withResolvers<boolean>();
  readonly #mayAnswer = Promise.withResolvers<boolean>();

  get arrived(): Promise<LogEntry> {
    return this.#arrived.promise;
  }

  get committed(): Promise<void> {
    return this.#committed.promise;
  }

  commit(): void {
    this.#mayCommit.resolve(true);
  }

  answer(): void {
    this.#mayCommit.resolve(true);
    this.#mayAnswer.resolve(true);
  }

  drop(): void {
    this.#mayCommit.resolve(false);
    this.#mayAnswer.resolve(false);
  }

  /** Resolves to whether it may be done. */
  holdBefore(entry: LogEntry): Promise<boolean> {
    this.#arrived.resolve(entry);
    return this.#mayCommit.promise;
  }

  /** Resolves to whether it may be answered. */
  holdAfter(): Promise<boolean> {
    this.#committed.resolve();
    return this.#mayAnswer.promise;
  }
}
