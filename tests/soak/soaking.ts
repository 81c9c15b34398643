/** The whole soak, in halves: each half of the epochs in a process of its own. */
import { expect } from 'vitest';

import { type Outcome, soak } from './soak.ts';
import { WHOLE } from './whole.ts';

const ONE = process.env['SOAK_EPOCH'];
const MOST_TOLD = 3;

/** @param half 0 or 1. */
export async function soakHalf(half: number): Promise<void> {
  const epochs = WHOLE.epochs.filter((epoch) =>
    ONE === undefined ? epoch % 2 === half : epoch === Number(ONE) && epoch % 2 === half,
  );
  const outcome = await soak({ ...WHOLE, epochs });
  expect(report(outcome)).toEqual([]);
  expect(outcome.remembered.map(({ rows }) => rows)).toEqual(epochs.map(() => 0));
}

/** Of the first few what happened to them, from the press to the end. */
const report = ({ problems }: Outcome): string[] =>
  problems
    .slice(0, MOST_TOLD)
    .map(({ epoch, handle, wrong, what, trace }) =>
      [`SOAK_SEED=${WHOLE.seed} SOAK_EPOCH=${epoch} npm run test:soak`, `${handle}: ${wrong}: ${what}`, ...trace].join('\n'),
    );

export const TITLE = `${(WHOLE.epochs.length / 2) * WHOLE.people} people with the seed ${WHOLE.seed}: none made twice, none lost, none told wrongly, and nothing stays but who is who`;
