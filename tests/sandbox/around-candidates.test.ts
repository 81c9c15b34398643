import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Shown = { id: number; [field: string]: unknown };

const JONAS = 4012;
const MIRA = 4_000_001;

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const post = (path: string, body: object, as?: number) => caller.harvest<Shown>('POST', path, body, as);
const get = (path: string) => caller.harvest<Shown[]>('GET', path);

describe('POST /notes', () => {
  const note = { candidate_id: MIRA, body: 'Sourced from GitHub.', visibility: 'private', note_type: 'NOTE' };

  it('writes one spelling of visibility and type, reads another; the author is the acting user', async () => {
    expect(await post('notes', note, JONAS)).toMatchObject({
      status: 201,
      body: { visibility: 'privately_visible', type: 'NOTE', user_id: JONAS, application_id: null },
    });
  });

  it('keeps a note on nobody', async () => {
    expect((await post('notes', { ...note, candidate_id: 99 }, JONAS)).status).toBe(201);
  });

  it.each([
    ['a lower-case type', { note_type: 'note' }],
    ['a type of the read form', { note_type: 'INTERVIEW' }],
    ['the read visibility', { visibility: 'publicly_visible' }],
    ['no visibility', { visibility: undefined }],
    ['an application of somebody else', { application_id: 60_000_003 }],
    ['addresses on a note', { email_to: ['a@b.example'] }],
    ['an e-mail without addresses', { note_type: 'EMAIL', subject: 'x' }],
    ['the read name of the type', { type: 'NOTE' }],
  ])('refuses %s', async (_, change) => {
    expect((await post('notes', { ...note, ...change }, JONAS)).status).toBe(422);
  });

  it('names the types in lower case when it refuses that', async () => {
    const refused = await post('notes', { ...note, note_type: 'note' }, JONAS);
    expect(refused.body).toMatchObject({ errors: [{ note_type: 'is not one of: ["note","activity","email"]' }] });
  });
});

describe('tags', () => {
  it('are made, applied by id, shown on the person, taken away', async () => {
    const tag = await post('candidate_tags', { name: 'sourced' }, JONAS);
    expect(tag.status).toBe(201);
    const applied = await post('applied_candidate_tags', { candidate_id: MIRA, candidate_tag_id: tag.body.id }, JONAS);
    expect(applied.status).toBe(201);
    expect((await get(`candidates?tag=sourced`)).body).toMatchObject([{ id: MIRA, tags: ['sourced'] }]);
    expect((await caller.harvest('DELETE', `applied_candidate_tags/${applied.body.id}`, undefined, JONAS)).status).toBe(204);
    expect((await get(`candidates?tag=sourced`)).body).toEqual([]);
  });

  it('refuse the names of old', async () => {
    expect((await post('applied_candidate_tags', { candidate_id: MIRA, tag: 'Rust' }, JONAS)).status).toBe(422);
    expect((await post('applied_candidate_tags', { candidate_id: MIRA, candidate_tag_id: 1 }, JONAS)).status).toBe(422);
    expect((await post('candidate_tags', { name: 'Rust' }, JONAS)).status).toBe(422);
  });
});

describe('custom fields', () => {
  const field = { name: 'External ID', field_type: 'candidate', value_type: 'short_text', private: false };

  it('are made by who may, with a key from the name, and options for selects', async () => {
    expect((await post('custom_fields', field, JONAS)).status).toBe(403);
    expect(await post('custom_fields', field)).toMatchObject({ status: 201, body: { name_key: 'external_id', active: true } });
    const bucket = {
      ...field,
      name: 'External ID bucket',
      value_type: 'single_select',
      custom_field_options: [{ name: '00' }, { name: '01' }],
    };
    const { id } = (await post('custom_fields', bucket)).body;
    expect((await get(`custom_field_options?custom_field_ids=${id}`)).body).toHaveLength(2);
    expect((await get('custom_fields?field_type=candidate&name_key=external_id_bucket')).body).toMatchObject([{ id }]);
  });

  it('refuse a taken name, a required candidate field, options of a text, unknown keys', async () => {
    expect((await post('custom_fields', { ...field, name: 'Notice period' })).status).toBe(422);
    expect((await post('custom_fields', { ...field, required: true })).status).toBe(422);
    expect((await post('custom_fields', { ...field, custom_field_options: [{ name: 'x' }] })).status).toBe(422);
    expect((await post('custom_fields', { ...field, priority: 1 })).status).toBe(422);
  });

  it('take options one by one and in bulk, and ignore a name they have', async () => {
    const option = { custom_field_id: 4405, name: 'Blue card', sort_order: 9 };
    const first = await post('custom_field_options', option);
    expect((await post('custom_field_options', option)).body.id).toBe(first.body.id);
    caller.sandbox.quirks({ bulkDelayMs: 5000 });
    const bulk = await post('custom_field_options/bulk', { data: [{ custom_field_id: 4405, name: 'Student' }] });
    expect(bulk).toMatchObject({ status: 202, body: { status: 'building' } });
    const status = () => caller.harvest('GET', String(bulk.body['status_url']).replace('v3/', ''));
    expect((await status()).body).toMatchObject({ status: 'building', success_count: 0 });
    caller.sandbox.advance(5001);
    expect((await status()).body).toMatchObject({ status: 'complete', success_count: 1 });
    expect((await get('custom_field_options?custom_field_key=work_authorization')).body).toHaveLength(5);
    expect((await post('custom_field_options/bulk', { data: [] })).status).toBe(422);
    expect((await post('custom_field_options', { ...option, custom_field_id: 4404 })).status).toBe(422);
  });
});

describe('hiring teams', () => {
  it('are changed by Site Admins, and change what a recruiter may do', async () => {
    const application = { candidate_id: MIRA, job_id: 9008 };
    const permission = { job_id: 9008, user_id: JONAS, role_id: 82 };
    expect((await post('applications', application, JONAS)).status).toBe(403);
    expect((await post('user_job_permissions', permission, JONAS)).status).toBe(403);
    expect((await post('user_job_permissions', { ...permission, role_id: 81 })).status).toBe(422);
    const granted = await post('user_job_permissions', permission);
    expect((await post('applications', application, JONAS)).status).toBe(201);
    await caller.harvest('DELETE', `user_job_permissions/${granted.body.id}`);
    expect((await post('applications', application, JONAS)).status).toBe(403);
  });

  it('do not open a confidential job to those outside', async () => {
    expect((await get('jobs?ids=9038')).body).toEqual([]);
    expect((await post('job_owners', { job_id: 9038, user_id: 4000, type: 'recruiter' })).status).toBe(422);
    expect((await post('job_owners', { job_id: 9001, user_id: JONAS, type: 'owner' })).status).toBe(422);
    expect((await post('job_hiring_managers', { job_id: 9001, user_id: JONAS })).status).toBe(201);
  });
});

it('collections that nobody uses are empty, and as strict as the others', async () => {
  expect((await get('interviews?application_ids=1')).body).toEqual([]);
  expect((await get('interviews?application_id=1')).status).toBe(422);
  expect((await get('offers?status=created')).status).toBe(422);
});

describe('educations and employments', () => {
  it('take dictionary options and parts of dates', async () => {
    const [school] = (await get('custom_field_options?custom_field_key=school_name')).body.slice(-1);
    const body = {
      candidate_id: MIRA,
      school_name_custom_field_option_id: school?.id,
      start_date_year: 2010,
      end_date_year: 2014,
    };
    const education = await post('candidate_educations', body, JONAS);
    expect(education).toMatchObject({ status: 201, body: { start_at: '2010-01-01', end_at: '2014-01-01' } });
    expect((await post('candidate_educations', { ...body, degree_custom_field_option_id: school?.id }, JONAS)).status).toBe(422);
    expect((await post('candidate_educations', { ...body, school_name: 'Elsewhere' }, JONAS)).status).toBe(422);
    expect((await caller.harvest('DELETE', `candidate_educations/${education.body.id}`, undefined, JONAS)).status).toBe(204);
  });

  it('need a start of employment', async () => {
    const body = { candidate_id: MIRA, company_name: 'Quayside', title: 'SRE', start_date: '2021-07-01' };
    expect(await post('candidate_employments', body, JONAS)).toMatchObject({
      status: 201,
      body: { latest: true, end_date: null },
    });
    expect((await post('candidate_employments', { ...body, start_date: undefined }, JONAS)).status).toBe(422);
    expect((await post('candidate_employments', { ...body, start_date: '2021-07' }, JONAS)).status).toBe(422);
  });
});
