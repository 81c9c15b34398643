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

const apply = (body: object, as = JONAS) => caller.harvest<Shown>('POST', 'applications', body, as);

describe('POST /applications', () => {
  it('adds a known person to a job, at a stage of it', async () => {
    const { status, body } = await apply({
      candidate_id: MIRA,
      job_id: 9002,
      initial_stage_id: 300_010,
      created_at: '2026-01-02T03:04:05Z',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ job_id: 9002, stage_name: 'Recruiter Screen', created_at: '2026-01-02T03:04:05.000Z' });
    const rows = await caller.harvest<Shown[]>('GET', `application_stages?application_ids=${body.id}&current=true`);
    expect(rows.body).toMatchObject([{ id: body['stage_id'], job_interview_stage_id: 300_010 }]);
  });

  it('adds a prospect', async () => {
    expect((await apply({ candidate_id: MIRA, prospect: true, job_ids: [9001, 9002] })).body).toMatchObject({
      prospect: true,
      job_id: null,
    });
  });

  it.each([
    [{ job_id: 9001 }, 422],
    [{ candidate_id: 1, job_id: 9001 }, 422],
    [{ candidate_id: 4_000_004, job_id: 9001 }, 422],
    [{ candidate_id: MIRA }, 422],
    [{ candidate_id: MIRA, prospect: false }, 422],
    [{ candidate_id: MIRA, job_id: 9001, attachments: [] }, 422],
    [{ candidate_id: MIRA, job_id: 9004 }, 403],
    [{ candidate_id: MIRA, job_id: 9008 }, 403],
  ])('refuses %j with %i', async (body, status) => {
    expect((await apply(body)).status).toBe(status);
  });

  it('lets somebody apply twice unless switched', async () => {
    expect((await apply({ candidate_id: MIRA, job_id: 9001 })).status).toBe(201);
    caller.sandbox.quirks({ duplicateApplication: '422' });
    expect((await apply({ candidate_id: MIRA, job_id: 9001 })).status).toBe(422);
  });
});

describe('an application', () => {
  it('changes its attribution; the pool stage has another name here', async () => {
    const { id } = (await apply({ candidate_id: MIRA, prospect: true, prospect_pool_id: 12 })).body;
    const changed = await caller.harvest('PATCH', `applications/${id}`, { source_id: 71, prospect_stage_id: 123 }, JONAS);
    expect(changed).toMatchObject({ status: 200, body: { source_id: 71 } });
    expect((await caller.harvest('PATCH', `applications/${id}`, { prospect_pool_stage_id: 123 }, JONAS)).status).toBe(422);
    expect((await caller.harvest('GET', `prospect_details?application_ids=${id}`)).body).toMatchObject([{ pool_stage_id: 123 }]);
    const dated = await caller.harvest('PATCH', `applications/${id}`, { created_at: '2026-01-02' }, JONAS);
    expect(dated.body).toMatchObject({ created_at: '2026-01-02T00:00:00.000Z' });
    expect((await caller.harvest('PATCH', 'applications/1', {}, JONAS)).body).toMatchObject({ errors: 'Application not found' });
  });

  it('moves once from where it stands, is rejected once, and comes back', async () => {
    const { id, stage_id: from } = (await apply({ candidate_id: MIRA, job_id: 9001 })).body;
    const act = (verb: string, body: object) => caller.harvest('POST', `applications/${id}/${verb}`, body, JONAS);
    expect((await act('move', { from_stage_id: from })).status).toBe(204);
    expect((await act('move', { from_stage_id: from })).status).toBe(422);
    expect((await act('reject', { rejection_reason_id: 701 })).status).toBe(204);
    expect((await act('reject', { rejection_reason_id: 701 })).status).toBe(422);
    expect((await act('unreject', {})).status).toBe(204);
    const [row] = (await caller.harvest<Shown[]>('GET', `applications?ids=${id}`)).body;
    expect(row).toMatchObject({ stage_name: 'Recruiter Screen', status: 'in_process' });
  });

  it('leaves its rejection notes as a note', async () => {
    const { id } = (await apply({ candidate_id: MIRA, job_id: 9001 })).body;
    await caller.harvest('POST', `applications/${id}/reject`, { rejection_reason_id: 701, notes: 'Next year.' }, JONAS);
    const [detail] = (await caller.harvest<Shown[]>('GET', `rejection_details?application_ids=${id}`)).body;
    const notes = await caller.harvest('GET', `notes?ids=${String(detail?.['rejection_note_id'])}`);
    expect(notes.body).toMatchObject([{ body: 'Next year.', application_id: id }]);
    const changed = await caller.harvest('PATCH', `rejection_details/${detail?.id}`, { rejection_reason_id: 702 }, JONAS);
    expect(changed.body).toMatchObject({ rejection_reason_id: 702 });
  });

  it('hired fills an opening, named when there are several, and the last one closes the job', async () => {
    const { id } = (await apply({ candidate_id: MIRA, job_id: 9002 })).body;
    expect((await caller.harvest('POST', `applications/${id}/hire`, { opening_id: 1 }, JONAS)).status).toBe(422);
    expect(
      (await caller.harvest('POST', `applications/${id}/hire`, { start_date: '2026-12-01', close_reason_id: null }, JONAS))
        .status,
    ).toBe(204);
    expect((await caller.harvest('GET', 'jobs?ids=9002')).body).toMatchObject([{ status: 'closed' }]);
    const other = (await apply({ candidate_id: MIRA, job_id: 9001 })).body.id;
    expect((await caller.harvest('POST', `applications/${other}/hire`, {}, JONAS)).status).toBe(422);
  });

  it('made of a prospect is a new one', async () => {
    const { id } = (await apply({ candidate_id: MIRA, prospect: true, job_ids: [9002] })).body;
    const converted = await caller.harvest<Shown>('POST', `applications/${id}/convert_to_candidate`, { job_id: 9002 }, JONAS);
    expect(converted).toMatchObject({ status: 200, body: { prospect: false, job_id: 9002, stage_name: 'Application Review' } });
    expect((await caller.harvest('GET', `applications?ids=${id}`)).body).toMatchObject([{ status: 'converted' }]);
  });
});

describe('POST /attachments', () => {
  const attach = (body: object) => caller.harvest<Shown>('POST', 'attachments', body, JONAS);
  const file = { application_id: 60_000_001, filename: 'profile.pdf', type: 'resume', content: btoa('a page') };

  it('keeps the file and makes the earlier resume an other', async () => {
    const { status, body } = await attach({ ...file, visibility: 'public' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ candidate_id: MIRA, filename: 'profile.pdf', type: 'resume' });
    const types = (await caller.harvest<Shown[]>('GET', 'attachments?application_ids=60000001')).body.map((row) => row['type']);
    expect(types).toEqual(['resume', 'other']);
    expect(caller.sandbox.state()['attachments']?.[0]).toMatchObject({ content: file.content, visibility: 'public' });
  });

  it.each([
    ['both sources', { ...file, url: 'https://files.example/a.pdf' }],
    ['no source', { ...file, content: undefined }],
    ['a blocked extension', { ...file, filename: 'page.html' }],
    ['no extension', { ...file, filename: 'page' }],
    ['an unknown type', { ...file, type: 'photo' }],
    ['what is not base64', { ...file, content: 'ü' }],
    ['a person instead of an application', { ...file, application_id: undefined, candidate_id: MIRA }],
    ['an application of nobody', { ...file, application_id: 1 }],
  ])('refuses %s', async (_, body) => {
    expect((await attach(body)).status).toBe(422);
  });
});
