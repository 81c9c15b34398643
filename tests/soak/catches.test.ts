/** That the soak bites: an outbox in which one thing is wrong makes somebody twice, loses one, or tells what is not so. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import type * as Machine from '#lib/export/machine.ts';
import type * as Patience from '#lib/export/machine/patience.ts';
import type * as Touched from '#lib/export/touched.ts';

import { MUTANTS, type Mutant, type Step } from './mutants.ts';
import { type Soak, soak } from './soak.ts';

const mutated = vi.hoisted((): { now: Partial<Mutant> } => ({ now: {} }));

vi.mock('#lib/export/machine.ts', async (original) => {
  const real = await original<typeof Machine>();
  const step: Step = (row, event, at) => mutated.now.step?.(real.step, row, event, at) ?? real.step(row, event, at);
  return { ...real, step };
});
vi.mock('#lib/export/machine/patience.ts', async (original) => {
  const real = await original<typeof Patience>();
  const isPatienceOver: typeof real.isPatienceOver = (...about) => (mutated.now.isPatienceOver ?? real.isPatienceOver)(...about);
  return { ...real, isPatienceOver };
});
vi.mock('#lib/export/touched.ts', async (original) => {
  const real = await original<typeof Touched>();
  const isPersonTouched: typeof real.isPersonTouched = (...about) =>
    (mutated.now.isPersonTouched ?? real.isPersonTouched)(...about);
  return { ...real, isPersonTouched };
});

/** Rough weather. Few at a time: without locks each death leaves one more at work on the same row. */
const SMALL: Soak = { seed: 7, epochs: [2], people: 20, trouble: { fault: 0.15, death: 0.03 } };
const MOST_EPOCHS = 15;

/** @returns the epoch in which it was; as many are played as that takes, with each kind of lists. */
async function caughtIn({ makes, locks = true, from = 0 }: Mutant): Promise<number | undefined> {
  for (let epoch = from; epoch < from + MOST_EPOCHS; epoch += 1) {
    const { problems } = await soak({ ...SMALL, epochs: [epoch], locks });
    if (problems.some(({ wrong }) => wrong === makes)) return epoch;
  }
  return undefined;
}

describe('an outbox in which one thing is wrong', { timeout: 10 * 60_000 }, () => {
  afterEach(() => {
    mutated.now = {};
  });

  it.each(MUTANTS)('$name', async (mutant) => {
    mutated.now = mutant;
    expect(await caughtIn(mutant)).toBeDefined();
  });

  it('is none as it is', async () => {
    expect((await soak({ ...SMALL, epochs: [0, 1, 2, 3, 4, 5] })).problems).toEqual([]);
  });

  it('is played again by the same seed, an epoch alone as well, and not by another', async () => {
    const few = { ...SMALL, people: 10, epochs: [1, 2] };
    const [both, alone, other] = [
      await soak(few),
      await soak({ ...few, epochs: [2] }),
      await soak({ ...few, seed: few.seed + 1 }),
    ];
    expect(alone.fingerprints).toEqual(both.fingerprints.slice(1));
    expect(other.fingerprints).not.toEqual(both.fingerprints);
  });
});
