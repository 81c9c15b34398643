import { describe, expect, it } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Target } from '#lib/greenhouse/port.ts';

import { bench, OWN_JOB, SERVICE_USER, somebody } from './bench.ts';

describe('what a create needs', () => {
  it('is fetched before, so that nothing but the create is on its way when it is', async () => {
    const { greenhouse, calls } = await bench();
    await greenhouse.prepare();
    const before = calls().length;
    expect(before).toBeGreaterThan(2);
    await greenhouse.prepare();
    await greenhouse.createPerson(somebody());
    await greenhouse
      .createApplication({ candidateId: 1, target: { kind: 'candidate', jobId: OWN_JOB }, attribution: {} })
      .catch(() => 0);
    expect(calls().slice(before)).toEqual(['POST /v3/candidates', 'POST /v3/applications']);
  });

  it('cannot be fetched behind a lock', async () => {
    const { connect } = await bench();
    const locked = connect({ secret: () => Promise.reject(new AppError('settings/passphrase')) });
    await expect(locked.prepare()).rejects.toMatchObject({ code: 'settings/passphrase' });
  });
});

describe('creating a person', () => {
  it('is one call as the recruiter, with the application in it', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    const stageId = (await greenhouse.stages(OWN_JOB))[1]?.id ?? 0;
    const { credits } = await greenhouse.choices(recruiter.id);
    const referrerId = credits.find(({ me }) => me)?.id;
    const created = await greenhouse.createPerson(
      somebody(
        { title: 'Engineer', company: 'Quayside', location: 'Porto', phones: [{ value: '+351 210 000 000', type: 'mobile' }] },
        { target: { kind: 'candidate', jobId: OWN_JOB, stageId }, attribution: { sourceId: 71, referrerId }, tags: ['sourced'] },
      ),
    );
    const [sent, ...more] = sandbox.requests().filter(({ method, path }) => method === 'POST' && path.startsWith('/v3/'));
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ path: '/v3/candidates', actingUser: recruiter.id, status: 201 });
    const { candidates = [], applications = [] } = sandbox.state();
    expect(candidates.find((row) => row['id'] === created.candidateId)).toMatchObject({
      first_name: 'Ines',
      last_name: 'Duarte',
      title: 'Engineer',
      company: 'Quayside',
      tags: ['sourced'],
      email_addresses: [{ value: 'ines@duarte.example', type: 'personal' }],
      phone_numbers: [{ value: '+351 210 000 000', type: 'mobile' }],
      addresses: [{ value: 'Porto', type: 'home' }],
      social_media_addresses: [{ value: 'https://www.linkedin.com/in/ines-duarte-fixture' }],
    });
    expect(applications.find((row) => row['id'] === created.applicationId)).toMatchObject({
      candidate_id: created.candidateId,
      job_id: OWN_JOB,
      stage_name: 'Recruiter Screen',
      source_id: 71,
      referrer_id: referrerId,
      prospect: false,
    });
  });

  it.each<[string, Target, object]>([
    ['no job', { kind: 'prospect', jobIds: [] }, { prospective_job_ids: [] }],
    ['several jobs', { kind: 'prospect', jobIds: [OWN_JOB, OWN_JOB + 1] }, { prospective_job_ids: [OWN_JOB, OWN_JOB + 1] }],
    ['a pool', { kind: 'prospect', jobIds: [], poolId: 12, poolStageId: 122 }, { prospective_job_ids: [] }],
  ])('makes a prospect with %s', async (_, target, expected) => {
    const { greenhouse, sandbox } = await bench();
    const { applicationId } = await greenhouse.createPerson(somebody({}, { target }));
    const { applications = [], prospectDetails = [] } = sandbox.state();
    expect(applications.find((row) => row['id'] === applicationId)).toMatchObject({ prospect: true, job_id: null, ...expected });
    expect(prospectDetails.find((row) => row['application_id'] === applicationId)).toMatchObject({
      pool_id: target.kind === 'prospect' ? (target.poolId ?? null) : null,
    });
  });

  it('reads an answer that is the bare candidate', async () => {
    const { greenhouse, sandbox } = await bench({ quirks: { bareCreateAnswer: true } });
    const created = await greenhouse.createPerson(somebody());
    expect(created.applicationId).toBeUndefined();
    expect(sandbox.state()['candidates']?.some((row) => row['id'] === created.candidateId)).toBe(true);
  });

  it('sends nothing for somebody without a last name', async () => {
    const { greenhouse, calls } = await bench();
    await expect(greenhouse.createPerson(somebody({ lastName: ' ' }))).rejects.toMatchObject({ code: 'export/no-name' });
    expect(calls()).toEqual([]);
  });

  it('asks for the writing token with the recruiter looked up once', async () => {
    const { greenhouse, calls } = await bench();
    await greenhouse.createPerson(somebody());
    await greenhouse.createPerson(somebody());
    expect(calls()).toEqual([
      'POST /token',
      'GET /v3/custom_fields',
      'GET /v3/users',
      'POST /token',
      'POST /v3/candidates',
      'POST /v3/candidates',
    ]);
  });
});

describe('adding an application', () => {
  it('puts a known person on a job, or among its prospects', async () => {
    const { greenhouse, sandbox } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    const known = { candidateId, attribution: { sourceId: 71 } };
    const onJob = await greenhouse.createApplication({ ...known, target: { kind: 'candidate', jobId: OWN_JOB + 1 } });
    const prospect = await greenhouse.createApplication({ ...known, target: { kind: 'prospect', jobIds: [OWN_JOB + 2] } });
    const { applications = [] } = sandbox.state();
    expect(applications.find((row) => row['id'] === onJob.applicationId)).toMatchObject({ job_id: OWN_JOB + 1, source_id: 71 });
    expect(applications.find((row) => row['id'] === prospect.applicationId)).toMatchObject({
      prospect: true,
      prospective_job_ids: [OWN_JOB + 2],
    });
    expect(onJob.candidateId).toBe(candidateId);
  });

  it('says which content Greenhouse refuses', async () => {
    const { greenhouse, sandbox } = await bench({ quirks: { duplicateApplication: '422' } });
    const { candidateId } = await greenhouse.createPerson(somebody());
    const again = greenhouse.createApplication({ candidateId, target: { kind: 'candidate', jobId: OWN_JOB }, attribution: {} });
    await expect(again).rejects.toMatchObject({
      code: 'greenhouse/invalid',
      detail: { status: 422, fields: [expect.stringContaining('job_id: ')] },
    });
    expect(sandbox.requests().filter(({ path }) => path === '/v3/applications')).toHaveLength(1);
  });
});

describe('adding a note', () => {
  it.each([
    ['public', 'publicly_visible'],
    ['private', 'privately_visible'],
    ['admin_only', 'admin_only_visible'],
  ] as const)('writes it %s, by the recruiter, on the application', async (visibility, read) => {
    const { greenhouse, sandbox, recruiter } = await bench();
    const { candidateId, applicationId } = await greenhouse.createPerson(somebody());
    await greenhouse.addNote({ candidateId, applicationId, body: ' Met twice.\nKeen. ', visibility });
    expect(sandbox.state()['notes']?.find((row) => row['candidate_id'] === candidateId)).toMatchObject({
      application_id: applicationId,
      body: 'Met twice.\nKeen.',
      visibility: read,
      type: 'NOTE',
      user_id: recruiter.id,
    });
  });

  it('writes it on the person alone, and writes nothing for blanks', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    await greenhouse.addNote({ candidateId, body: 'Hello', visibility: 'private' });
    await greenhouse.addNote({ candidateId, body: ' \n ', visibility: 'private' });
    expect(sandbox.state()['notes']?.find((row) => row['candidate_id'] === candidateId)).toMatchObject({ application_id: null });
    expect(calls().filter((call) => call === 'POST /v3/notes')).toHaveLength(1);
  });
});

describe('adding tags', () => {
  const tagsOf = (state: Record<string, Record<string, unknown>[]>, id: number) =>
    state['candidates']?.find((row) => row['id'] === id)?.['tags'];

  it('keeps those that are there, finds those that exist and makes the others', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody({}, { tags: ['Rust'] }));
    await greenhouse.addTags(candidateId, ['rust', 'silver medalist', ' New one ', '']);
    expect(tagsOf(sandbox.state(), candidateId)).toEqual(expect.arrayContaining(['Rust', 'Silver medalist', 'New one']));
    const written = sandbox.requests().filter(({ method, path }) => method === 'POST' && path.includes('tags'));
    expect(written.map(({ path }) => path)).toEqual([
      '/v3/applied_candidate_tags',
      '/v3/candidate_tags',
      '/v3/applied_candidate_tags',
    ]);
    expect(written.every(({ actingUser }) => actingUser === recruiter.id && actingUser !== SERVICE_USER)).toBe(true);
  });

  it('writes nothing the second time, and asks nothing for none', async () => {
    const { greenhouse, calls } = await bench();
    const { candidateId } = await greenhouse.createPerson(somebody());
    await greenhouse.addTags(candidateId, ['Rust', 'Another']);
    const before = calls().length;
    await greenhouse.addTags(candidateId, ['Rust', 'Another']);
    await greenhouse.addTags(candidateId, [' ']);
    expect(calls().slice(before).toSorted()).toEqual(['GET /v3/applied_candidate_tags', 'GET /v3/candidate_tags']);
  });
});
