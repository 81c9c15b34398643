import { expect, it } from 'vitest';

import { PROSPECT_DETAILS } from '#lib/greenhouse/harvest/lists/applications.ts';
import { poolsOf } from '#lib/greenhouse/harvest/pools.ts';

import { bench, OWN_JOB, somebody } from './bench.ts';

const SCOPE = 'harvest:prospect_details:list';

/** Somebody in a pool, in none, and on a job. */
async function three(options: Parameters<typeof bench>[0] = {}) {
  const at = await bench(options);
  const { candidateId, applicationId: pooled = 0 } = await at.greenhouse.createPerson(
    somebody({}, { target: { kind: 'prospect', jobIds: [], poolId: 12, poolStageId: 122 } }),
  );
  const applied = async (target: Parameters<typeof at.greenhouse.createApplication>[0]['target']) =>
    (await at.greenhouse.createApplication({ candidateId, target, attribution: {} })).applicationId ?? 0;
  const loose = await applied({ kind: 'prospect', jobIds: [] });
  const onJob = await applied({ kind: 'candidate', jobId: OWN_JOB });
  const before = at.calls().length;
  return { ...at, pooled, loose, onJob, since: () => at.calls().slice(before) };
}

it('tells pools in one call: a prospect’s, that they are in none, and nothing of whoever is no prospect', async () => {
  const { greenhouse, pooled, loose, onJob, since, sandbox } = await three();
  const told = await greenhouse.poolsOf([pooled, loose, onJob]);
  expect(told.toSorted((a, b) => a.applicationId - b.applicationId)).toEqual([
    { applicationId: pooled, poolId: 12 },
    { applicationId: loose, poolId: null },
  ]);
  expect(since()).toEqual(['GET /v3/prospect_details']);
  expect(sandbox.requests().at(-1)?.query['application_ids']).toBe([pooled, loose, onJob].join());
});

it('tells nothing without the right to it, which is not that they are in none', async () => {
  const { greenhouse, pooled, sandbox, since } = await three();
  sandbox.scopes({ without: [SCOPE] });
  expect(await greenhouse.poolsOf([pooled])).toEqual([]);
  expect(since()).toEqual(['GET /v3/prospect_details']);
  expect(sandbox.requests().at(-1)).toMatchObject({ status: 403, scopeNeeded: SCOPE });
});

it('fails where Greenhouse could not be asked: that is no answer', async () => {
  const { greenhouse, pooled, sandbox } = await three();
  sandbox.fault({ match: { path: '/v3/prospect_details' }, times: 99, do: 'status', status: 500 });
  await expect(greenhouse.poolsOf([pooled])).rejects.toMatchObject({ code: expect.stringMatching(/^greenhouse\//) });
});

it('a row that does not speak of the pool tells nothing; what is no pool’s number is no row', async () => {
  const { api } = await bench();
  const rows = [
    { id: 1, application_id: 71 },
    { id: 2, application_id: 72, pool_id: null },
    { id: 3, pool_id: 12 },
  ];
  const told = { ...api, list: async () => rows.map((row) => PROSPECT_DETAILS.row.parse(row)) } as typeof api;
  expect(await poolsOf(told, [71, 72])).toEqual([{ applicationId: 72, poolId: null }]);
  expect(PROSPECT_DETAILS.row.safeParse({ id: 4, application_id: 73, pool_id: 'north' }).success).toBe(false);
});
