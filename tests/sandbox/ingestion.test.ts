import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Ingested = { id: number; application_id: number };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const person = { first_name: 'Nils', last_name: 'Fixture', external_id: 'github:nils-fixture' };

it('wants the key and the address of somebody who works here', async () => {
  expect((await caller.raw('GET', '/v1/partner/jobs')).status).toBe(401);
  expect((await caller.partner('GET', 'jobs', undefined, 'nobody@birchlabs.example')).status).toBe(401);
  expect((await caller.partner('GET', 'jobs', undefined, 'dimitri.pavlov@birchlabs.example')).status).toBe(401);
  expect((await caller.partner('GET', 'nonsense')).status).toBe(404);
});

it('knows the current user, the open jobs, the pools with their stages, a tracking link', async () => {
  expect((await caller.partner('GET', 'current_user')).body).toMatchObject({ id: 4012, full_name: 'Jonas Reed' });
  const jobs = (await caller.partner<{ id: number; status: string }[]>('GET', 'jobs')).body;
  expect(jobs.map(({ id }) => id)).toContain(9001);
  expect(jobs.map(({ id }) => id)).not.toContain(9004);
  expect((await caller.partner('GET', 'prospect_pools')).body).toContainEqual({
    id: 13,
    name: 'Design community',
    stages: [
      { id: 124, name: 'Not contacted' },
      { id: 125, name: 'Portfolio reviewed' },
    ],
  });
  expect((await caller.partner('POST', 'tracking_link', { job_id: 9001 })).body).toHaveProperty('tracking_link');
});

it('takes one or several; a prospect unless told otherwise; an external id twice makes two', async () => {
  const one = await caller.partner<Ingested>('POST', 'candidates', {
    ...person,
    emails: [{ email: 'nils@post.example', type: 'personal' }],
  });
  expect(one).toMatchObject({ status: 200, body: { external_id: person.external_id } });
  const several = await caller.partner<Ingested[]>('POST', 'candidates', [
    person,
    { ...person, prospect: 'false', job_id: 9001 },
  ]);
  expect(several.body).toHaveLength(2);
  expect(several.body[0]?.id).not.toBe(one.body.id);
  const read = await caller.partner<object[]>('GET', `candidates?candidate_ids=${one.body.id},${several.body[1]?.id},4000001`);
  expect(read.body).toMatchObject([
    { id: one.body.id, external_id: person.external_id, applications: [{ job: null, status: 'active' }] },
    { applications: [{ job: 'Staff Backend Engineer', stage: 'Application Review' }] },
  ]);
});

it('refuses in its own words', async () => {
  const refused = await caller.partner('POST', 'candidates', { ...person, external_id: undefined });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'external_id' }] } });
  expect((await caller.partner('POST', 'candidates', { ...person, prospect: false })).body).toMatchObject({
    errors: [{ field: 'job_id' }],
  });
  const closed = await caller.partner('POST', 'candidates', { ...person, prospect: false, job_id: 9031 });
  expect(closed).toMatchObject({ status: 400, body: { errors: [{ field: 'job_id', message: '`9031` is not open' }] } });
  expect((await caller.partner('POST', 'candidates', 'no JSON')).status).toBe(400);
});

it('lets basic users create and not read', async () => {
  const greta = 'greta.olsen@birchlabs.example';
  expect((await caller.partner('POST', 'candidates', person, greta)).status).toBe(200);
  expect((await caller.partner('GET', 'candidates?candidate_ids=4000001', undefined, greta)).status).toBe(403);
});

it('an array is kept whole or not at all', async () => {
  const before = caller.sandbox.state()['candidates']?.length;
  const refused = await caller.partner('POST', 'candidates', [person, { ...person, prospect: false, job_id: 1 }]);
  expect(refused.status).toBe(400);
  expect(caller.sandbox.state()['candidates']?.length).toBe(before);
});

it('counts calls only under the switch', async () => {
  for (let call = 0; call < 3; call += 1) expect((await caller.partner('GET', 'current_user')).status).toBe(200);
  caller.sandbox.quirks({ partnerRateLimit: 3 });
  const over = await caller.partner('GET', 'current_user');
  expect(over).toMatchObject({ status: 429, body: { errors: [{ message: 'Rate limit exceeded' }] } });
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('meets an external id again as a switch says', async () => {
  const first = await caller.partner<Ingested>('POST', 'candidates', person);
  caller.sandbox.quirks({ ingestionDuplicate: 'same' });
  expect((await caller.partner('POST', 'candidates', person)).body).toEqual(first.body);
  caller.sandbox.quirks({ ingestionDuplicate: '400' });
  const refused = await caller.partner('POST', 'candidates', person);
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'external_id' }] } });
});

it('answers a reader without rights with nothing under the switch', async () => {
  caller.sandbox.quirks({ partnerReadsWithoutRights: 'empty' });
  const read = await caller.partner('GET', 'candidates?candidate_ids=4000001', undefined, 'greta.olsen@birchlabs.example');
  expect(read).toMatchObject({ status: 200, body: [] });
});
