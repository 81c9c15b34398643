/** The sandbox's time: the machine's clock plus what `/_sandbox/clock` has added. */
export class Clock {
  readonly #source: () => number;
  #ahead = 0;

  constructor(source: () => number) {
    this.#source = source;
  }

  now(): number {
    return this.#source() + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
  }

  reset(): void {
    this.#ahead = 0;
  }
}

/** ISO-8601 in UTC with milliseconds, the only spelling of a moment in v3 (harvest-api §4.1). */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
