/** Random deaths, refusals and changes: whatever happens in which order, in the end the index says what Greenhouse says. */
import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { PeopleIndex } from '#lib/identity/index/people-index.ts';
import { parseProgress } from '#lib/identity/sync/progress.ts';
import { turn, type Base } from '#lib/identity/sync/turn.ts';
import { chance } from '#tests/bench/browsers/simulate.ts';
import { emailOf, listedBase } from '#tests/support/listed-base.ts';
import { memoryIndex } from '#tests/support/memory-index.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const START = Date.UTC(2026, 10, 22, 9);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LATEST_MS = 5 * MINUTE;

const sorted = (ids: Iterable<number>): number[] => [...ids].sort((one, other) => one - other);

class Death extends Error {}

/** Dies now and then, before a write is there or after. */
function mortal(index: PeopleIndex, dies: () => boolean): PeopleIndex {
  const risky = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dies()) throw new Death();
    const result = await work();
    if (dies()) throw new Death();
    return result;
  };
  return {
    ...index,
    put: (entries, progress, whole) => risky(() => index.put(entries, progress, whole)),
    refill: (progress) => risky(() => index.refill(progress)),
    refilled: (progress) => risky(() => index.refilled(progress)),
    clear: (progress) => risky(() => index.clear(progress)),
    progress: () => risky(() => index.progress()),
  };
}

function stage(seed: number) {
  const random = chance(seed);
  const time = { now: START };
  const greenhouse = listedBase({ now: () => time.now });
  const { index, people, state } = memoryIndex();
  let nextId = 1000;
  for (; nextId < 1300; nextId += 1) greenhouse.write(nextId, emailOf(nextId), START - (1300 - nextId) * 7 * DAY, 0);
  const danger = { share: 0 };
  const base: Base = {
    account: 'birch',
    greenhouse,
    index: mortal(index, () => random() < danger.share),
    forget: async () => people.clear(),
    scope: { kind: 'everybody' },
    paused: false,
    agreed: false,
  };
  const signal = new AbortController().signal;
  const ports = { now: () => time.now, random, keepAlive: async () => undefined };

  /** One turn of a worker, which may die in it; answers until when it rests. */
  async function live(): Promise<number> {
    try {
      return (await turn(base, ports, signal)).until;
    } catch (thrown) {
      if (!(thrown instanceof Death) && !(thrown instanceof AppError)) throw thrown;
      return 0;
    }
  }
  function meddle(): void {
    greenhouse.state.lagMs = random() * LATEST_MS;
    greenhouse.state.forgetsCursors = random() < 0.1;
    if (random() < 0.1) greenhouse.faults.push('greenhouse/unreachable');
    const living = greenhouse.living();
    const somebody = living[Math.floor(random() * living.length)] ?? 0;
    const dice = random();
    if (dice < 0.3) greenhouse.write(nextId++, emailOf(nextId), time.now);
    else if (dice < 0.6) greenhouse.write(somebody, emailOf(somebody, Math.ceil(random() * 99)), time.now);
    else if (dice < 0.7) greenhouse.write(somebody, undefined, time.now);
  }
  async function settle(): Promise<void> {
    Object.assign(greenhouse.state, { forgetsCursors: false, lagMs: 0 });
    greenhouse.faults.length = 0;
    danger.share = 0;
    let until = 0;
    for (let turns = 0; until <= time.now; turns += 1) {
      expect(turns, 'it comes to a rest').toBeLessThan(1000);
      until = await live();
    }
  }
  return { random, time, greenhouse, index, people, state, danger, base, live, meddle, settle };
}

test.each(SEEDS)('seed %i: everybody is found by what they have now, and by nothing that they had', async (seed) => {
  const { random, time, greenhouse, people, state, danger, live, meddle, settle } = stage(seed);
  danger.share = 0.15;
  for (let turns = 0; turns < 400; turns += 1) {
    if (random() < 0.5) meddle();
    await live();
    time.now += random() * 40_000;
  }
  // What was written last is listed by now, and two more windows have passed over it.
  for (let windows = 0; windows < 2; windows += 1) {
    time.now += 60 * MINUTE;
    await settle();
  }
  for (const id of greenhouse.living())
    expect(people.get(id)?.keys, `person ${id}`).toEqual([`email ${greenhouse.emailOf(id) ?? ''}`]);
  const progress = parseProgress(state.progress);
  expect(progress?.completeAt, 'it was complete').toBeDefined();
  expect(progress?.changedTo).toBeGreaterThan(time.now - 60 * MINUTE);

  // Those who were deleted go when everybody is told again, and nobody else does.
  time.now += 400 * DAY;
  await settle();
  await settle();
  const living = sorted(greenhouse.living());
  const [oldest = 0, newest = 0] = [living[0], living.at(-1)];
  expect(sorted(people.keys()).filter((id) => id >= oldest && id <= newest)).toEqual(living);
});

test('the first reading tells everybody once, the newest first, and then only what changed', async () => {
  const { time, greenhouse, people, settle } = stage(1);
  await settle();
  expect(people.size).toBe(300);
  // Fifteen pages, and one question about how many there are for each age that is younger than the oldest.
  const probes = greenhouse.asked.filter((query) => 'created' in query && query.created);
  expect(greenhouse.asked.length - probes.length).toBe(15);
  greenhouse.asked.length = 0;
  greenhouse.write(1005, emailOf(1005, 2), time.now);
  time.now += 30 * MINUTE;
  await settle();
  expect(greenhouse.asked).toHaveLength(1);
  expect(people.get(1005)?.keys).toEqual([`email ${emailOf(1005, 2)}`]);
});
