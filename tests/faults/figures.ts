/** The seed at the beginning, and at the end one row of figures. */
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

import { chosen } from './chosen.ts';

const COUNTED = {
  twice: 'made twice',
  lost: 'lost',
  'follow-up': 'follow-ups not once',
  unlinked: 'without their id',
  left: 'left behind',
  'told wrongly': 'told wrongly',
  'no end': 'without an end',
  'not met': 'not met',
} as const;

export default class Figures implements Reporter {
  readonly #chosen = chosen();
  readonly #found = new Map<string, number>();
  #run = 0;
  #held = 0;

  onBegin(): void {
    const { cells, of, seed } = this.#chosen;
    process.stdout.write(`seed ${seed}: ${cells.length} of ${of} cells\n`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!test.title.includes(' | ')) return;
    this.#run += 1;
    if (result.status === 'passed') this.#held += 1;
    for (const kind of new Set(result.annotations.map(({ type }) => type)))
      this.#found.set(kind, (this.#found.get(kind) ?? 0) + 1);
  }

  onEnd({ duration }: FullResult): void {
    const { of, seed } = this.#chosen;
    const counts = Object.entries(COUNTED).map(([kind, words]) => `${this.#found.get(kind) ?? 0} ${words}`);
    process.stdout.write(
      `\nfaults: ${this.#held} of ${this.#run} cells held (of ${of}, seed ${seed}): ${counts.join(', ')}; ${(duration / 60_000).toFixed(1)} min\n`,
    );
  }
}
