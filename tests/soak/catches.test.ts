/** That the soak bites: an outbox in which one thing is wrong makes somebody twice, loses one, or tells what is not so. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import type * as Machine from '#lib/export/machine.ts';
import type * as Patience from '#lib/export/machine/patience.ts';

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

/** Rough weather, and the latest lists. */
const SMALL: Soak = { seed: 7, epochs: [2], people: 100, trouble: { fault: 0.15, death: 0.03 } };

const wrongs = async (how: Partial<Soak> = {}): Promise<string[]> => {
  const { problems } = await soak({ ...SMALL, ...how });
  return [...new Set(problems.map(({ wrong }) => wrong))];
};

describe('an outbox in which one thing is wrong', { timeout: 10 * 60_000 }, () => {
  afterEach(() => {
    mutated.now = {};
  });

  it.each(MUTANTS)('$name', async (mutant) => {
    mutated.now = mutant;
    expect(await wrongs({ locks: mutant.locks ?? true })).toContain(mutant.makes);
  });

  it('is none as it is', async () => {
    expect(await wrongs()).toEqual([]);
  });

  it('is played again by the same seed, an epoch alone as well, and not by another', async () => {
    const few = { ...SMALL, people: 30, epochs: [1, 2] };
    const [both, alone, other] = [
      await soak(few),
      await soak({ ...few, epochs: [2] }),
      await soak({ ...few, seed: few.seed + 1 }),
    ];
    expect(alone.fingerprints).toEqual(both.fingerprints.slice(1));
    expect(other.fingerprints).not.toEqual(both.fingerprints);
  });
});
