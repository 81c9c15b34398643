/** So many schedules, with this seed: each half in a process of its own. */
import { expect } from 'vitest';

import { firstBroken, report } from './check.ts';

const SEED = Number(process.env['MODEL_SEED'] ?? 20_261_122);
const SCHEDULES = Number(process.env['MODEL_SCHEDULES'] ?? 100_000);
const ONE = process.env['MODEL_SCHEDULE'];

/** @param half 0 or 1. */
export async function checkHalf(half: number): Promise<void> {
  const [from, to] =
    ONE === undefined ? [half, half + 1].map((part) => (SCHEDULES / 2) * part) : [Number(ONE), Number(ONE) + 1 - half];
  const found = await firstBroken(SEED, from ?? 0, to ?? 0);
  expect(found && report(SEED, found)).toBeUndefined();
}

export const TITLE = `${SCHEDULES / 2} schedules with the seed ${SEED}: one record for each person, nothing lost, every export ends`;
