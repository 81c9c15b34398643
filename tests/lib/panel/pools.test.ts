/** A pool is chosen for somebody who is a prospect already: whether they are in it, and what the button says meanwhile. */
import { beforeEach, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { InPool } from '#lib/greenhouse/schema.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import { buttonLine } from '#lib/panel/button-line.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { speakEnglish } from '../../components/english.ts';
import { fakeWorld, MIRA_TAB } from './fake-ports.ts';
import { known, matchOf, PLATFORM, STAFF } from './people.ts';

const NORDICS = 12;
const match = matchOf(550);
const prospect = { id: 71, prospect: true, prospectiveJobIds: [], status: 'active' as const };
const ofAPool: Verdict = {
  ...known,
  matches: [{ ...match, person: { ...match.person, applications: [prospect, ...match.person.applications] } }],
};

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

beforeEach(async () => {
  speakEnglish();
  world = fakeWorld();
  world.ports.greenhouse.find.mockResolvedValue(ofAPool);
  panel = createPanel(world.ports);
  panel.start();
  await world.show(MIRA_TAB);
});

const told = (pools: InPool[]) => world.ports.greenhouse.poolsOf.mockResolvedValue(pools);
const asked = () => world.ports.greenhouse.poolsOf.mock.calls;
const choosePool = async (jobId: number | null = null) => {
  panel.person.choose((choice) => ({ ...choice, kind: 'prospect', jobId, poolId: NORDICS }));
  await world.settle();
};
const does = () => panel.action.value?.does;
const line = () => buttonLine(panel.person.draft.value!, panel.action.value!, panel);

test('in another pool they can be added to this one', async () => {
  told([{ applicationId: 71, poolId: 13 }]);
  await choosePool();
  expect(asked()).toEqual([[[71]]]);
  expect([does(), line()]).toEqual(['add-to-job', 'as a prospect in Nordics 2026']);
  await panel.send();
  expect(world.ports.exports.start.mock.calls[0]?.[0]).toMatchObject({
    candidateId: 550,
    target: { kind: 'prospect', jobIds: [], poolId: NORDICS },
  });
});

test('in this pool they are there already', async () => {
  told([{ applicationId: 71, poolId: NORDICS }]);
  await choosePool();
  expect([does(), line()]).toEqual(['update', 'They are in Nordics 2026 already. Adds what Greenhouse lacks.']);
});

test.each([
  ['nothing is told', () => told([])],
  ['nobody answers', () => world.ports.greenhouse.poolsOf.mockRejectedValue(new AppError('greenhouse/unreachable'))],
])('where %s of the pool they are not added, and that is said', async (_, how) => {
  how();
  await choosePool();
  expect(does()).toBe('update');
  expect(line()).toBe('They are a prospect already, and Greenhouse did not say in which pool. Adds what it lacks.');
});

test('until it is told the press goes to the worker, who looks itself', async () => {
  const { promise, resolve } = Promise.withResolvers<InPool[]>();
  world.ports.greenhouse.poolsOf.mockReturnValue(promise);
  await choosePool();
  expect(does()).toBe('add-to-job');
  resolve([{ applicationId: 71, poolId: NORDICS }]);
  await world.settle();
  expect(does()).toBe('update');
});

test('is asked once for a verdict, and again for the next', async () => {
  told([{ applicationId: 71, poolId: 13 }]);
  await choosePool();
  await choosePool(STAFF.id);
  await choosePool();
  expect(asked()).toHaveLength(1);
  world.ports.greenhouse.find.mockResolvedValue(structuredClone(ofAPool));
  told([{ applicationId: 71, poolId: NORDICS }]);
  panel.verdict.again();
  await world.settle();
  expect(asked()).toHaveLength(2);
  expect(does()).toBe('update');
});

test('is not asked for a job, for no pool, or of somebody who is no prospect', async () => {
  panel.person.choose((choice) => ({ ...choice, kind: 'candidate', jobId: STAFF.id, poolId: NORDICS }));
  panel.person.choose((choice) => ({ ...choice, kind: 'prospect', jobId: PLATFORM.id, poolId: undefined }));
  await world.settle();
  world.ports.greenhouse.find.mockResolvedValue(known);
  panel.verdict.again();
  await world.settle();
  await choosePool();
  expect(asked()).toEqual([]);
  expect(does()).toBe('add-to-job');
});
