import type { Clock } from '../clock.ts';

/** Calls counted in fixed windows, as Greenhouse counts them (harvest-api §5). */
export class Budget {
  readonly #limit: () => number;
  readonly #windowMs: number;
  readonly #clock: Clock;
  #window = -1;
  #used = 0;

  /** The limit is asked each time: a switch may change it. */
  constructor(limit: () => number, windowMs: number, clock: Clock) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#clock = clock;
  }

  /** Takes one unit, or says that there is none. */
  spend(): boolean {
    this.#turn();
    if (this.#used >= this.#limit()) return false;
    this.#used += 1;
    return true;
  }

  secondsToReset(): number {
    return Math.max(1, Math.ceil((this.#resetAt() - this.#clock.now()) / 1000));
  }

  headers(): Record<string, string> {
    this.#turn();
    return {
      'X-RateLimit-Limit': String(this.#limit()),
      'X-RateLimit-Remaining': String(Math.max(0, this.#limit() - this.#used)),
      'X-RateLimit-Reset': String(Math.ceil(this.#resetAt() / 1000)),
    };
  }

  #resetAt(): number {
    return (this.#window + 1) * this.#windowMs;
  }

  #turn(): void {
    const window = Math.floor(this.#clock.now() / this.#windowMs);
    if (window === this.#window) return;
    this.#window = window;
    this.#used = 0;
  }
}
