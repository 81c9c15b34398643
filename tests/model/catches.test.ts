/**
 * That the invariants bite: each mutant changes one thing about the outbox, or about what it stands on, and breaks the invariant that
 * it is there for. An invariant that no mutant breaks would say nothing by holding.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';

import type * as Evidence from '#lib/export/evidence.ts';
import type * as Machine from '#lib/export/machine.ts';
import type * as Patience from '#lib/export/machine/patience.ts';
import type * as Own from '#lib/export/own.ts';
import type * as Target from '#lib/export/target.ts';
import type * as Touched from '#lib/export/touched.ts';

import { changed, unchanged } from './changed.ts';
import { diceOf } from './check.ts';
import { INVARIANTS, type Invariant } from './invariants.ts';
import { MUTANTS } from './mutants.ts';
import type { Mutant, Parts, Step } from './mutants/mutant.ts';
import { play } from './schedule.ts';

const SEED = 20_261_122;
const MOST_SCHEDULES = 6000;

const parts = vi.hoisted((): { now: Parts } => ({ now: {} }));

vi.mock('#lib/export/machine.ts', async (original) => {
  const real = await original<typeof Machine>();
  const step: Step = (row, event, at) => parts.now.step?.(real.step, row, event, at) ?? real.step(row, event, at);
  return { ...real, step };
});
vi.mock('#lib/export/own.ts', async (original) => {
  const real = await original<typeof Own>();
  const oursOf: typeof real.oursOf = (...rows) => parts.now.oursOf?.(real.oursOf(...rows)) ?? real.oursOf(...rows);
  return { ...real, oursOf };
});
vi.mock('#lib/export/evidence.ts', async (original) => {
  const real = await original<typeof Evidence>();
  const lostIn: typeof real.lostIn = (...about) =>
    parts.now.lostIn ? parts.now.lostIn(real.lostIn, ...about) : real.lostIn(...about);
  return { ...real, lostIn };
});
vi.mock('#lib/export/target.ts', async (original) => {
  const real = await original<typeof Target>();
  const sameTarget: typeof real.sameTarget = (...both) => (parts.now.sameTarget ?? real.sameTarget)(...both);
  return { ...real, sameTarget };
});
vi.mock('#lib/export/touched.ts', async (original) => {
  const real = await original<typeof Touched>();
  const isUnsure: typeof real.isUnsure = (...about) => (parts.now.isUnsure ?? real.isUnsure)(...about);
  const isApplicationTouched: typeof real.isApplicationTouched = (...about) =>
    parts.now.isTouched?.() ?? real.isApplicationTouched(...about);
  const isPersonTouched: typeof real.isPersonTouched = (...about) => parts.now.isTouched?.() ?? real.isPersonTouched(...about);
  return { ...real, isUnsure, isApplicationTouched, isPersonTouched };
});
vi.mock('#lib/export/machine/patience.ts', async (original) => {
  const real = await original<typeof Patience>();
  const isPatienceOver: typeof real.isPatienceOver = (...about) => (parts.now.isPatienceOver ?? real.isPatienceOver)(...about);
  return { ...real, isPatienceOver };
});

/** Whether one of so many schedules breaks it, and what else broke. */
async function brokenBy({ around = {}, breaks, ...mutated }: Mutant): Promise<Set<Invariant>> {
  parts.now = mutated;
  Object.assign(changed, around);
  const broken = new Set<Invariant>();
  for (let schedule = 0; schedule < MOST_SCHEDULES && !broken.has(breaks); schedule += 1) {
    const outcome = await play(diceOf(SEED, schedule));
    if (outcome.broken) broken.add(outcome.broken);
  }
  return broken;
}

describe('an outbox in which one thing is wrong', { timeout: 240_000 }, () => {
  afterEach(() => {
    parts.now = {};
    Object.assign(changed, unchanged);
  });

  it.each(MUTANTS)('$name', async (mutant) => {
    expect(await brokenBy(mutant)).toContain(mutant.breaks);
  });

  it('is there for every invariant', () => {
    expect(INVARIANTS.filter((one) => !MUTANTS.some(({ breaks }) => breaks === one))).toEqual([]);
  });
});
