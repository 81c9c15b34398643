import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Created = { candidate: { id: number; [field: string]: unknown }; application: Record<string, unknown> | null };

const JONAS = 4012;
const BASIC = 4013;

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const nils = { first_name: 'Nils', last_name: 'Fixture' };
const create = (body: object, as = JONAS) => caller.harvest<Created>('POST', 'candidates', body, as);
const patch = (id: number, body: object, as = JONAS) =>
  caller.harvest<Record<string, unknown>>('PATCH', `candidates/${id}`, body, as);
const refused = async (body: object) => {
  const answer = await caller.harvest<{ errors: unknown[] }>('POST', 'candidates', body, JONAS);
  expect(answer.status).toBe(422);
  return JSON.stringify(answer.body.errors);
};

describe('POST /candidates', () => {
  it('keeps a person and, wrapped beside it, one application', async () => {
    const { status, body } = await create({
      ...nils,
      company: 'Quayside',
      email_addresses: [{ value: 'nils@post.example', type: 'personal' }],
      social_media_addresses: [{ value: 'https://github.com/nils-fixture' }],
      tags: ['Rust', 'Made up just now'],
      is_private: false,
      application: { job_id: 9001, source_id: 70, referrer_id: 7012 },
    });
    expect(status).toBe(201);
    expect(body.candidate).toMatchObject({ company: 'Quayside', private: false, tags: ['Rust', 'Made up just now'] });
    expect(body.application).toMatchObject({
      candidate_id: body.candidate.id,
      job_id: 9001,
      status: 'in_process',
      stage_name: 'Application Review',
      recruiter_id: 4012,
      coordinator_id: 4006,
      prospect: false,
    });
    const stages = await caller.harvest<unknown[]>(
      'GET',
      `application_stages?application_ids=${String(body.application?.['id'])}`,
    );
    expect(stages.body).toHaveLength(6);
  });

  it('without an application leaves a person with none', async () => {
    const { body } = await create(nils);
    expect(body.application).toBeNull();
    expect((await caller.harvest('GET', `applications?candidate_ids=${body.candidate.id}`)).body).toEqual([]);
  });

  it('makes a prospect, of a pool and of jobs', async () => {
    const { body } = await create({
      ...nils,
      application: {
        prospect: true,
        job_ids: [9001],
        prospect_pool_id: 12,
        prospect_pool_stage_id: 122,
        prospect_owner_id: JONAS,
      },
    });
    expect(body.application).toMatchObject({ prospect: true, job_id: null, stage_id: null, prospective_job_ids: [9001] });
    const details = await caller.harvest('GET', `prospect_details?application_ids=${String(body.application?.['id'])}`);
    expect(details.body).toMatchObject([{ pool_id: 12, pool_stage_id: 122, prospect_owner_id: JONAS }]);
  });

  it('refuses what the schema does not know or does not allow', async () => {
    expect(await refused({ first_name: 'Nils' })).toContain('last_name');
    expect(await refused({ ...nils, private: true })).toContain('private');
    expect(await refused({ ...nils, external_id: 'x' })).toContain('external_id');
    expect(await refused({ ...nils, notes: [] })).toContain('notes');
    expect(await refused({ ...nils, email_addresses: [{ value: 'nils@post.example' }] })).toContain('email_addresses[0].type');
    expect(await refused({ ...nils, email_addresses: [{ value: 'nils', type: 'work' }] })).toContain('not an email');
    expect(await refused({ ...nils, phone_numbers: [{ value: '1', type: 'office' }] })).toContain('phone_numbers[0].type');
    expect(await refused({ ...nils, social_media_addresses: [{ value: 'x', type: 'other' }] })).toContain('type');
    expect(await refused({ ...nils, company: 7 })).toContain('company');
  });

  it('refuses an application of no arm, of both, or with foreign keys', async () => {
    expect(await refused({ ...nils, application: {} })).toContain('exactly one schema');
    expect(await refused({ ...nils, application: { job_id: 9001, prospect: true } })).toContain('exactly one schema');
    expect(await refused({ ...nils, application: { job_id: 9001, job_ids: [9001] } })).toContain('job_ids');
    expect(await refused({ ...nils, application: { job_id: 9001, candidate_id: 4_000_001 } })).toContain('candidate_id');
    expect(await refused({ ...nils, application: [{ job_id: 9001 }] })).toContain('exactly one schema');
  });

  it('refuses ids that lead nowhere, and keeps nothing then', async () => {
    const before = caller.sandbox.state()['candidates']?.length;
    expect(await refused({ ...nils, application: { job_id: 1 } })).toContain('job_id');
    expect(await refused({ ...nils, application: { job_id: 9031 } })).toContain('not open');
    expect(await refused({ ...nils, application: { job_id: 9034 } })).toContain('not open');
    expect(await refused({ ...nils, application: { job_id: 9037 } })).toContain('does not exist');
    expect(await refused({ ...nils, application: { job_id: 9001, source_id: 1 } })).toContain('source_id');
    expect(await refused({ ...nils, application: { job_id: 9001, referrer_id: JONAS } })).toContain('referrer_id');
    expect(await refused({ ...nils, application: { job_id: 9001, initial_stage_id: 300_009 } })).toContain('initial_stage_id');
    expect(await refused({ ...nils, application: { prospect: true, prospect_pool_stage_id: 121 } })).toContain(
      'prospect_pool_id',
    );
    expect(
      await refused({ ...nils, application: { prospect: true, prospect_pool_id: 13, prospect_pool_stage_id: 121 } }),
    ).toContain('121');
    expect(await refused({ ...nils, application: { prospect: true, prospective_office_id: 8 } })).toContain(
      'prospective_department_id',
    );
    expect(caller.sandbox.state()['candidates']?.length).toBe(before);
  });

  it('is forbidden on other people’s jobs and to basic users', async () => {
    expect((await create({ ...nils, application: { job_id: 9008 } })).status).toBe(403);
    expect((await create(nils, BASIC)).status).toBe(403);
    expect((await create({ ...nils, application: { job_id: 9008 } }, 4001)).status).toBe(201);
  });

  it('is not idempotent, and says so only under a switch', async () => {
    const email = { email_addresses: [{ value: 'mira@okafor.example', type: 'personal' }] };
    const first = await create({ ...nils, ...email });
    expect((await create({ ...nils, ...email })).body.candidate.id).not.toBe(first.body.candidate.id);
    caller.sandbox.quirks({ autoMerge: true });
    const merged = await create({ ...nils, ...email });
    expect((await caller.harvest('GET', `candidates?ids=${merged.body.candidate.id}`)).body).toEqual([]);
  });

  it('answers bare, or later, under switches', async () => {
    caller.sandbox.quirks({ bareCreateAnswer: true });
    expect((await create(nils)).body).toMatchObject(nils);
    caller.sandbox.quirks({ bareCreateAnswer: false, deferredCreateAnswer: true });
    expect(Object.keys((await create(nils)).body)).toEqual(['message']);
  });

  it('is late in lists under a lag', async () => {
    caller.sandbox.quirks({ listLagMs: 60_000 });
    const { id } = (await create(nils)).body.candidate;
    expect((await caller.harvest('GET', `candidates?ids=${id}`)).body).toEqual([]);
    caller.sandbox.advance(61_000);
    expect((await caller.harvest('GET', `candidates?ids=${id}`)).body).toHaveLength(1);
  });
});

describe('PATCH /candidates/{id}', () => {
  it('replaces arrays, clears with an empty string, leaves the rest', async () => {
    const { id } = (
      await create({ ...nils, company: 'Quayside', tags: ['Rust'], email_addresses: [{ value: 'a@b.example', type: 'work' }] })
    ).body.candidate;
    const { status, body } = await patch(id, { company: '', tags: ['Alumni'], email_addresses: [], is_private: false });
    expect(status).toBe(200);
    expect(body).toMatchObject({ first_name: 'Nils', company: null, tags: ['Alumni'], email_addresses: [] });
    expect((await caller.harvest('GET', `applied_candidate_tags?candidate_ids=${id}`)).body).toMatchObject([
      { candidate_tag_id: 605 },
    ]);
  });

  it('merges custom fields: written by option id, read by name, cleared by null', async () => {
    const { id } = (await create({ ...nils, custom_fields: [{ name_key: 'notice_period', value: '3 months' }] })).body.candidate;
    const { body } = await patch(id, {
      custom_fields: [
        { custom_field_id: 4405, value: 45_025 },
        { name_key: 'languages', value: [45_028] },
      ],
    });
    expect(body['custom_fields']).toMatchObject({
      notice_period: { name: 'Notice period', type: 'short_text', value: '3 months' },
      work_authorization: { value: 'Citizen or permanent resident' },
      languages: { value: ['English'] },
      portfolio: { value: null },
    });
    const cleared = await patch(id, { custom_fields: [{ name_key: 'notice_period', value: null }] });
    expect(cleared.body['custom_fields']).toMatchObject({ notice_period: { value: null }, languages: { value: ['English'] } });
    const found = await caller.harvest<{ id: number }[]>('GET', 'candidates?custom_field_option_id=45028');
    expect(found.body.map((row) => row.id)).toEqual([id]);
  });

  it.each([
    [{ name_key: 'nonsense', value: 'x' }],
    [{ name_key: 'notice_period', custom_field_id: 4404, value: 'x' }],
    [{ value: 'x' }],
    [{ name_key: 'notice_period', value: 'x'.repeat(255) }],
    [{ name_key: 'work_authorization', value: 'Unknown' }],
    [{ name_key: 'work_authorization', value: 45_001 }],
    [{ name_key: 'salary_expectation', value: { amount: 1, currency_code: 'EURO' } }],
  ])('refuses the custom field %j', async (entry) => {
    expect((await patch(4_000_008, { custom_fields: [entry] })).status).toBe(422);
  });

  it('looks for the record before the body, and at the body before the rights', async () => {
    const answer = await patch(1, { nonsense: true });
    expect(answer).toMatchObject({ status: 404, body: { message: 'Resource not found', errors: 'Candidate not found' } });
    expect((await patch(4_000_004, {})).status).toBe(404);
    expect((await patch(4_000_008, { application: { job_id: 9001 } })).status).toBe(422);
    expect((await patch(4_000_008, { title: 'x' }, BASIC)).status).toBe(403);
  });
});

describe('the rest of a candidate', () => {
  it('merge keeps the id of the path, and takes rights on every job; delete and anonymize are for Site Admins', async () => {
    const { id } = (await create({ ...nils, application: { job_id: 9008 } }, 4001)).body.candidate;
    expect((await caller.harvest('POST', `candidates/4000001/merge`, { secondary_candidate_id: id }, JONAS)).status).toBe(403);
    expect((await caller.harvest('POST', `candidates/4000001/merge`, { secondary_candidate_id: id }, 4001)).status).toBe(200);
    expect((await caller.harvest('GET', `candidates?ids=${id}`)).body).toEqual([]);
    expect((await caller.harvest('GET', 'applications?candidate_ids=4000001')).body).toHaveLength(2);
    expect((await caller.harvest('PATCH', 'candidates/4000001/anonymize', { fields: ['full_name'] }, 4001)).status).toBe(200);
    expect((await caller.harvest('DELETE', 'candidates/4000001', undefined, 4001)).status).toBe(200);
  });
});
