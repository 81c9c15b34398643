/**
 * Time that passes only when nobody has anything to do: hours of waiting for a rate limit are simulated in seconds, and the
 * same seed gives the same hours.
 */
import { setImmediate as turn } from 'node:timers/promises';

interface Due {
  at: number;
  go: () => void;
}

export class VirtualTime {
  now: number;
  /** In order; the next one last. */
  readonly #due: Due[] = [];
  #underWay = 0;
  readonly #quietTurns: number;

  /** @param quietTurns turns of the event loop without real work, after which what an answer set going has come to rest. */
  constructor(now: number, quietTurns = 3) {
    this.now = now;
    this.#quietTurns = quietTurns;
  }

  readonly sleep = (ms: number): Promise<void> => new Promise((resolve) => this.at(this.now + ms, resolve));

  at(time: number, go: () => void): void {
    const at = Math.max(time, this.now);
    // Behind all that are due at the same time or before.
    let [from, to] = [0, this.#due.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#due[middle]?.at ?? 0) > at) from = middle + 1;
      else to = middle;
    }
    this.#due.splice(from, 0, { at, go });
  }

  /** Real work, such as HTTP: time stands still meanwhile. */
  async standStill<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Lets time pass until `over`, or until everybody waits for nothing. */
  async pass(over: () => boolean): Promise<void> {
    for (;;) {
      await this.#rest();
      const next = over() ? undefined : this.#due.pop();
      if (!next) return;
      this.now = next.at;
      next.go();
    }
  }

  /** Lets time pass up to then, whether or not anybody waits for it. */
  async until(then: number): Promise<void> {
    this.at(then, () => undefined);
    await this.pass(() => this.now >= then);
  }

  async #rest(): Promise<void> {
    for (let quiet = 0; quiet < this.#quietTurns; quiet += 1) {
      await turn();
      if (this.#underWay > 0) quiet = 0;
    }
  }
}
