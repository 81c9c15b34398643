/** Ten thousand exports with this seed: each half of the epochs in a process of its own. */
import { expect } from 'vitest';

import { type Outcome, soak } from './soak.ts';

const SEED = Number(process.env['SOAK_SEED'] ?? 20_261_122);
const ONE = process.env['SOAK_EPOCH'];
const EXPORTS = 1000;
const EPOCHS = 10;
const MOST_TOLD = 3;

/** @param half 0 or 1. */
export async function soakHalf(half: number): Promise<void> {
  const all = Array.from({ length: EPOCHS }, (_, epoch) => epoch).filter((epoch) => epoch % 2 === half);
  const epochs = ONE === undefined ? all : all.filter((epoch) => epoch === Number(ONE));
  expect(report(await soak({ seed: SEED, epochs, exports: EXPORTS }))).toEqual([]);
}

/** Of the first few what happened to them, from the press to the end. */
const report = ({ problems }: Outcome): string[] =>
  problems
    .slice(0, MOST_TOLD)
    .map(({ epoch, handle, wrong, what, trace }) =>
      [`SOAK_SEED=${SEED} SOAK_EPOCH=${epoch} npm run test:soak`, `${handle}: ${wrong}: ${what}`, ...trace].join('\n'),
    );

export const TITLE = `${(EXPORTS * EPOCHS) / 2} exports with the seed ${SEED}: none made twice, none lost, none told wrongly`;
