/** Exports into a pool, of people who are prospects already. */
import { beforeEach, expect, test } from 'vitest';

import { perform, type Doing } from '#lib/export/perform.ts';
import type { Row } from '#lib/export/row.ts';

import { exportRequest } from '../../support/export-request.ts';
import { rest, world } from './world.ts';

const [SOUTH, NORTH] = [12, 13];
const into = (poolId: number, changes: Partial<ReturnType<typeof exportRequest>> = {}) =>
  exportRequest({ target: { kind: 'prospect', jobIds: [], poolId }, ...changes });
const again = { id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b02' };

let at: ReturnType<typeof world>;
/** Somebody is a prospect in the south, by a colleague. */
let candidateId: number;

beforeEach(async () => {
  at = world();
  const { candidate, externalId } = exportRequest();
  const target = { kind: 'prospect' as const, jobIds: [], poolId: SOUTH };
  ({ candidateId } = await at.greenhouse.port.createPerson({ candidate, externalId, target, attribution: {}, tags: [] }));
  at.time.now += 3_600_000;
});

const stands = () =>
  at.greenhouse.people.get(candidateId)?.applications.map(({ id }) => at.greenhouse.pools.get(id) ?? 'not told');
async function send(request: ReturnType<typeof exportRequest>) {
  await at.worker().start(request);
  return (await rest(at, request.id, 'done', 'creating', 'needs-you'))?.view;
}

test('a prospect of another pool is added to this one, and stays in that', async () => {
  expect(await send(into(NORTH, { candidateId }))).toMatchObject({ state: 'done', outcome: 'added' });
  expect(stands()).toEqual([SOUTH, NORTH]);
  expect(at.greenhouse.count('poolsOf')).toBe(1);
});

test('a prospect of this pool is there already', async () => {
  expect(await send(into(SOUTH, { candidateId }))).toMatchObject({ state: 'done', outcome: 'already-there' });
  expect(stands()).toEqual([SOUTH]);
});

test('a prospect of whose pool nothing is told is not added twice', async () => {
  at.greenhouse.pools.clear();
  expect(await send(into(NORTH, { candidateId }))).toMatchObject({ state: 'done', outcome: 'already-there' });
  expect(stands()).toEqual(['not told']);
});

test('pools that could not be read now are read later, and nothing is sent before', async () => {
  at.greenhouse.fail('poolsOf', { code: 'greenhouse/unreachable' });
  const request = into(NORTH, { candidateId });
  await at.worker().start(request);
  await expect.poll(() => at.rows.stored.get(request.id)?.view.retryAt).toBeGreaterThan(0);
  expect(at.greenhouse.count('createApplication')).toBe(0);
  at.time.now += 10 * 60_000;
  await at.worker().resume();
  expect((await rest(at, request.id, 'done'))?.view.outcome).toBe('added');
  expect(stands()).toEqual([SOUTH, NORTH]);
});

test('nobody asks for pools where a job, or no pool, is the target', async () => {
  await send(exportRequest({ candidateId }));
  await send(exportRequest({ ...again, candidateId, target: { kind: 'prospect', jobIds: [] } }));
  expect(at.greenhouse.count('poolsOf')).toBe(0);
});

test.each([
  ['is told', false],
  ['is not', true],
])('what was added to the pool and not answered for is found, where its pool %s', async (_, untold) => {
  at.greenhouse.fail('createApplication', { code: 'greenhouse/unknown-outcome', committed: true });
  const request = into(NORTH, { candidateId });
  await at.worker().start(request);
  await rest(at, request.id, 'creating');
  if (untold) at.greenhouse.pools.clear();
  at.time.now += 20_000;
  await at.worker().resume();
  const row = await rest(at, request.id, 'done');
  expect(row?.view).toMatchObject({
    outcome: 'added',
    applicationId: at.greenhouse.people.get(candidateId)?.applications[1]?.id,
  });
  expect(at.greenhouse.count('createApplication')).toBe(1);
});

test('what never arrived in the pool is not found in another, into which a colleague put them meanwhile', async () => {
  at.greenhouse.fail('createApplication', { code: 'greenhouse/unknown-outcome' });
  const request = into(NORTH, { candidateId });
  await at.worker().start(request);
  await rest(at, request.id, 'creating');
  await at.greenhouse.port
    .createApplication({ candidateId, target: { kind: 'prospect', jobIds: [], poolId: 14 }, attribution: {} })
    .catch(() => undefined);
  at.time.now += 20_000;
  await at.worker().resume();
  expect((await rest(at, request.id, 'creating', 'done'))?.view.state).toBe('creating');
});

test('a new person in a pool, not answered for, is found though nothing is told of their pool', async () => {
  at.greenhouse.people.clear();
  at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: true });
  const request = into(NORTH);
  await at.worker().start(request);
  await rest(at, request.id, 'creating');
  at.greenhouse.pools.clear();
  at.time.now += 20_000;
  await at.worker().resume();
  expect((await rest(at, request.id, 'done'))?.view.outcome).toBe('created');
  expect(at.greenhouse.count('createPerson')).toBe(2);
});

test('of two records the one in the pool is told from the one in another', async () => {
  const { candidate } = exportRequest();
  const target = { kind: 'prospect' as const, jobIds: [], poolId: NORTH };
  const externalId = 'github:mira-okafor-fixture';
  const other = await at.greenhouse.port.createPerson({ candidate, externalId, target, attribution: {}, tags: [] });
  const view = { candidateId, twins: [other.candidateId] };
  const doing = { greenhouse: at.greenhouse.port } as Doing;
  expect(await perform({ view, target } as unknown as Row, { do: 'look', whom: 'pair' }, doing)).toEqual({
    is: 'looked',
    whom: 'pair',
    there: [candidateId, other.candidateId],
    placed: [other.candidateId],
  });
});
