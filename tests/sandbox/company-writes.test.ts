import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Shown = { id: number; [field: string]: unknown };

const JONAS = 4012;
const MIRA = 4_000_001;
const MIRAS_APPLICATION = 60_000_001;
const TEMPLATE = 9036;

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const post = (path: string, body: object, as?: number) => caller.harvest<Shown>('POST', path, body, as);
const patch = (path: string, body: object, as?: number) => caller.harvest<Shown>('PATCH', path, body, as);
const remove = (path: string, as?: number) => caller.harvest('DELETE', path, undefined, as);
const get = async (path: string) => (await caller.harvest<Shown[]>('GET', path)).body;

describe('jobs', () => {
  it('are made from a template, with its stages and as many openings as asked for', async () => {
    const made = await post('jobs', { template_job_id: TEMPLATE, number_of_openings: 2, job_name: 'Arborist', office_ids: [8] });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Arborist', copied_from_id: TEMPLATE, department_id: 31, office_ids: [8], is_template: false },
    });
    expect(await get(`job_interview_stages?job_ids=${made.body.id}`)).toHaveLength(6);
    expect(await get(`openings?job_ids=${made.body.id}&open=true`)).toHaveLength(2);
    const application = await post('applications', { candidate_id: MIRA, job_id: made.body.id });
    expect(application.body).toMatchObject({ stage_name: 'Application Review' });
  });

  it('take at most 200 openings, cannot be confidential, and are made by Site Admins', async () => {
    const job = { template_job_id: TEMPLATE, number_of_openings: 1 };
    expect((await post('jobs', { ...job, number_of_openings: 201 })).status).toBe(422);
    expect((await post('jobs', { ...job, confidential: true })).status).toBe(422);
    expect((await post('jobs', { ...job, department_id: 1 })).status).toBe(422);
    expect((await post('jobs', job, JONAS)).status).toBe(403);
  });

  it('are changed by those who administer them', async () => {
    expect((await patch('jobs/9001', { notes: 'Urgent' }, JONAS)).body).toMatchObject({ notes: 'Urgent' });
    expect((await patch('jobs/9004', { notes: 'Urgent' }, JONAS)).status).toBe(403);
  });

  it('close with their last opening', async () => {
    const [opening] = await get('openings?job_ids=9002&open=true');
    expect((await patch(`openings/${opening?.id}`, { open: false, close_reason_id: 753 })).body['closed_at']).not.toBeNull();
    expect(await get('jobs?ids=9002')).toMatchObject([{ status: 'closed' }]);
    const more = await post('openings', { job_id: 9001, opening_id: 'X-1', target_start_on: '2027-01-01' });
    expect(more.body).toMatchObject({ open: true, opening_id: 'X-1' });
    expect((await remove(`openings/${more.body.id}`)).status).toBe(200);
  });

  it('have posts, and notes of their own', async () => {
    const published = await post('job_posts', { job_id: 9001, title: 'Staff Backend Engineer, remote' });
    expect(published.body).toMatchObject({ live: false, public_url: null });
    expect((await patch(`job_posts/${published.body.id}`, { live: true })).body['public_url']).toMatch(/^https:/);
    const note = await post('job_notes', { job_id: 9001, body: 'Reposted.' }, JONAS);
    expect(note.body).toMatchObject({ user_id: JONAS });
    expect((await remove(`job_notes/${note.body.id}`, JONAS)).status).toBe(200);
    expect(await get('job_notes')).toEqual([]);
  });
});

describe('the company', () => {
  it('grows by departments and offices, one by one and in bulk', async () => {
    const department = await post('departments', { name: 'Hydrology', parent_id: 38, external_id: 'RES-HY' });
    expect(department).toMatchObject({ status: 201, body: { parent_id: 38 } });
    expect((await patch(`departments/${department.body.id}`, { name: 'Water' })).body).toMatchObject({
      name: 'Water',
      parent_id: 38,
    });
    expect((await post('departments', { name: 'x', parent_id: 999 })).status).toBe(422);
    expect((await post('offices', { name: 'Oslo', location: 'Oslo, Norway' }, JONAS)).status).toBe(403);
    const bulk = await post('offices/bulk', { data: [{ name: 'Oslo' }, { name: 'Bergen', parent_id: 999 }] });
    const [job] = await get(`bulk_requests?bulk_action_uuid=${String(bulk.body['bulk_action_uuid'])}`);
    expect(job).toMatchObject({ record_count: 2, success_count: 1, failure_count: 1 });
    expect((await get('offices')).map(({ name }) => name)).toContain('Oslo');
  });

  it('hires users, who can be sent away and lose their rights', async () => {
    const person = { first_name: 'Nils', last_name: 'Fixture', primary_email: 'nils.fixture@birchlabs.example' };
    const { id } = (await post('users', person)).body;
    expect((await post('users', person)).status).toBe(422);
    expect(await get('user_emails?email=nils.fixture@birchlabs.example')).toMatchObject([{ user_id: id, verified: false }]);
    await post('user_emails', { user_id: id, email: 'nils@birchlabs.example' });
    expect((await get(`users?ids=${id}`))[0]?.['emails']).toHaveLength(2);
    await post('user_job_permissions', { job_id: 9001, user_id: id, role_id: 82 });
    expect((await post('candidates', { first_name: 'A', last_name: 'B' }, id)).status).toBe(201);
    expect((await post(`users/${id}/revoke_permissions`, {})).status).toBe(204);
    expect((await post('candidates', { first_name: 'A', last_name: 'B' }, id)).status).toBe(403);
    expect((await post(`users/${id}/deactivate`, {})).status).toBe(204);
    expect(await get(`users?ids=${id}`)).toMatchObject([{ deactivated: true }]);
    expect((await post(`users/${id}/activate`, {})).status).toBe(204);
  });

  it('links custom fields to departments and users to jobs that are still to come', async () => {
    const link = await post('custom_field_departments', { custom_field_id: 4411, department_id: 32 });
    expect(await get('custom_field_departments?custom_field_ids=4411')).toMatchObject([{ department_id: 32 }]);
    expect((await remove(`custom_field_departments/${link.body.id}`)).status).toBe(200);
    expect((await post('custom_field_offices', { custom_field_id: 4411, office_id: 1 })).status).toBe(422);
    const future = await post('future_job_permissions', { user_id: JONAS, role_id: 82, department_id: 31 });
    expect(future.body).toMatchObject({ user_id: JONAS, office_id: null });
  });
});

describe('hiring', () => {
  it('records interviews with their interviewers', async () => {
    const [kind] = await get('job_interviews?job_ids=9001');
    const body = {
      application_id: MIRAS_APPLICATION,
      job_interview_id: kind?.id,
      starts_at: '2027-01-02T09:00:00Z',
      ends_at: '2027-01-02T10:00:00Z',
      external_event_id: 'calendar-1',
      interviewers: [{ user_id: 4008 }],
    };
    const { id } = (await post('interviews', body, JONAS)).body;
    expect(await get(`interviews?external_event_id=calendar-1`)).toMatchObject([
      { id, status: 'scheduled', organizer_id: JONAS },
    ]);
    const again = [{ user_id: 4009, response_status: 'accepted' }];
    await patch(`interviews/${id}`, { interviewers: again }, JONAS);
    expect(await get(`interviewers?interview_ids=${id}`)).toMatchObject(again);
    expect((await post('interviews', { ...body, job_interview_id: 310_002 }, JONAS)).status).toBe(422);
    expect((await remove(`interviews/${id}`, JONAS)).status).toBe(200);
    expect(await get(`interviewers?interview_ids=${id}`)).toEqual([]);
  });

  it('scores and offers; a new offer deprecates the open one', async () => {
    const scored = await post('scorecards', { application_id: MIRAS_APPLICATION, candidate_rating: 'strong_yes' }, JONAS);
    expect(scored.body).toMatchObject({ status: 'draft', submitter_id: JONAS });
    expect((await patch(`scorecards/${scored.body.id}`, { status: 'complete' }, JONAS)).body).toMatchObject({
      status: 'complete',
    });
    const first = (await post('offers', { application_id: MIRAS_APPLICATION, starts_on: '2027-03-01' }, JONAS)).body;
    const second = (await post('offers', { application_id: MIRAS_APPLICATION }, JONAS)).body;
    expect(second['version']).toBe(Number(first['version']) + 1);
    expect(await get(`offers?ids=${first.id}`)).toMatchObject([{ status: 'Deprecated', starts_on: '2027-03-01' }]);
    expect((await patch(`offers/${second.id}`, { status: 'Accepted' }, JONAS)).body['resolved_at']).not.toBeNull();
    expect(await get('offers?candidate_ids=4000001&current_only=true')).toMatchObject([{ id: second.id }]);
  });
});

it('who is deleted leaves nothing behind; who is merged leaves it to the survivor', async () => {
  const create = async (): Promise<number> => {
    const body = { first_name: 'Nils', last_name: 'Fixture', tags: ['Rust'], application: { job_id: 9001 } };
    const { candidate } = (await caller.harvest<{ candidate: Shown }>('POST', 'candidates', body, JONAS)).body;
    await post('notes', { candidate_id: candidate.id, body: 'x', visibility: 'public', note_type: 'NOTE' }, JONAS);
    const work = { candidate_id: candidate.id, company_name: 'Quayside', title: 'SRE', start_date: '2021-07-01' };
    await post('candidate_employments', work, JONAS);
    return candidate.id;
  };
  const around = async (id: number) => {
    const lists = ['applications', 'notes', 'applied_candidate_tags', 'candidate_employments'];
    return Promise.all(lists.map(async (list) => (await get(`${list}?candidate_ids=${id}`)).length));
  };
  const [gone, merged] = [await create(), await create()];
  expect(await around(gone)).toEqual([1, 1, 1, 1]);
  await remove(`candidates/${gone}`);
  expect(await around(gone)).toEqual([0, 0, 0, 0]);
  const before = await around(MIRA);
  await post(`candidates/${MIRA}/merge`, { secondary_candidate_id: merged });
  expect(await around(merged)).toEqual([0, 0, 0, 0]);
  expect(await around(MIRA)).toEqual(before.map((count) => count + 1));
  expect(await get(`candidates?ids=${MIRA}`)).toMatchObject([{ tags: ['Rust'] }]);
  await patch(`candidates/${MIRA}/anonymize`, { fields: ['full_name', 'notes'] });
  expect((await post(`candidates/${MIRA}/merge`, { secondary_candidate_id: 4_000_002 })).status).toBe(422);
});
