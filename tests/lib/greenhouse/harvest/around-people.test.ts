import { describe, expect, it, onTestFinished } from 'vitest';

import { anonymise } from '#lib/greenhouse/harvest/anonymise.ts';
import { convertToCandidate } from '#lib/greenhouse/harvest/convert.ts';
import { listHistory } from '#lib/greenhouse/harvest/history.ts';
import { listInterviews } from '#lib/greenhouse/harvest/interviews.ts';
import { APPLICATIONS } from '#lib/greenhouse/harvest/lists/applications.ts';
import { mergePeople } from '#lib/greenhouse/harvest/merge-people.ts';
import { moveApplication, standing } from '#lib/greenhouse/harvest/move.ts';
import { listNotes } from '#lib/greenhouse/harvest/notes.ts';
import { listPlaces } from '#lib/greenhouse/harvest/places.ts';
import { listRejectReasons } from '#lib/greenhouse/harvest/reject-reasons.ts';
import { addNote, createApplication } from '#lib/greenhouse/harvest/writes.ts';
import type { Target } from '#lib/greenhouse/port.ts';
import { makeRecords } from '#tests/contract/records.ts';
import { ACTING, stand } from '#tests/contract/stand.ts';

async function prepared() {
  const at = await stand();
  onTestFinished(() => at.sandbox.close());
  return { ...at, records: await makeRecords(at.api, ACTING.id) };
}
const inState = (at: Awaited<ReturnType<typeof prepared>>, list: string, id: number) =>
  at.sandbox.state()[list]?.find((row) => row['id'] === id);

describe('two people', () => {
  it('become the first of them', async () => {
    const at = await prepared();
    const { candidateId, otherId } = at.records;
    await mergePeople(at.api, candidateId, otherId);
    expect(inState(at, 'candidates', otherId)).toBeUndefined();
    expect(await at.api.list(APPLICATIONS, { candidate_ids: candidateId })).toHaveLength(3);
  });

  it.each([
    ['one of them is gone', 17],
    ['they are one', undefined],
  ])('are left alone when %s', async (_, other) => {
    const { api, records, sandbox } = await prepared();
    await expect(mergePeople(api, records.candidateId, other ?? records.candidateId)).rejects.toMatchObject({
      code: 'greenhouse/not-found',
    });
    expect(sandbox.requests().some(({ path }) => path.endsWith('/merge'))).toBe(false);
  });
});

it('anonymising empties what it names, and nothing without a name', async () => {
  const at = await prepared();
  const { candidateId } = at.records;
  await expect(anonymise(at.api, candidateId, [])).rejects.toMatchObject({ code: 'bug' });
  await anonymise(at.api, candidateId, ['full_name']);
  expect(inState(at, 'candidates', candidateId)).toMatchObject({ last_name: '(Anonymized)', tags: [at.records.tag] });
});

describe('an application', () => {
  it.each(['application-stage', 'interview-stage'] as const)(
    'goes on from where it was seen, and its history tells: %s',
    async (moveFrom) => {
      const { api, records, sandbox } = await prepared();
      sandbox.quirks({ moveFrom });
      const { applicationId } = records;
      const seen = await standing(api, applicationId);
      expect(seen).toMatchObject({ applicationId, stage: 'Application Review' });
      if (!seen) return;
      await moveApplication(api, seen, 'next');
      await expect(moveApplication(api, seen, 'next')).rejects.toMatchObject({ code: 'greenhouse/invalid' });
      const history = (await listHistory(api, [applicationId, 17])).get(applicationId) ?? [];
      expect(history.map(({ stage, current }) => [stage, current])).toEqual([
        ['Application Review', false],
        ['Recruiter Screen', true],
      ]);
      expect(history.at(-1)?.id).toBe((await standing(api, applicationId))?.stageRowId);
    },
  );

  it('goes to another job, and stands at its beginning', async () => {
    const at = await prepared();
    const { api, records } = at;
    const seen = await standing(api, records.applicationId);
    if (seen) await moveApplication(api, seen, { jobId: records.jobId });
    expect(inState(at, 'applications', records.applicationId)).toMatchObject({
      job_id: records.jobId,
      stage_name: 'Application Review',
    });
  });

  it('of a prospect makes way for that of a candidate', async () => {
    const at = await prepared();
    const { prospectId, jobId, otherId } = at.records;
    const id = await convertToCandidate(at.api, prospectId, { jobId });
    expect(inState(at, 'applications', prospectId)).toMatchObject({ status: 'converted' });
    expect(inState(at, 'applications', id)).toMatchObject({ candidate_id: otherId, job_id: jobId, prospect: false });
    const again = convertToCandidate(at.api, prospectId, { jobId });
    await expect(again).rejects.toMatchObject({ code: 'greenhouse/invalid' });
  });

  it('that is gone is not found', async () => {
    const { api } = await prepared();
    await expect(standing(api, 17)).rejects.toMatchObject({ code: 'greenhouse/not-found' });
  });
});

it('a prospect has a pool, a stage and an owner by their names', async () => {
  const { api, records, sandbox } = await prepared();
  const target: Target = { kind: 'prospect', jobIds: [], poolId: 12, poolStageId: 122, prospectOwnerId: ACTING.id };
  const { applicationId = 0 } = await createApplication(api, { candidateId: records.candidateId, target, attribution: {} });
  const { prospectPools = [], prospectPoolStages = [] } = sandbox.state();
  expect(await listPlaces(api, [applicationId, records.applicationId])).toEqual(
    new Map([
      [
        applicationId,
        {
          pool: { id: 12, name: prospectPools.find((row) => row['id'] === 12)?.['name'] },
          stage: { id: 122, name: prospectPoolStages.find((row) => row['id'] === 122)?.['name'] },
          ownerId: ACTING.id,
        },
      ],
    ]),
  );
});

it('notes are read by their authors’ names, in the spelling in which they are written', async () => {
  const { api, records } = await prepared();
  const { candidateId, applicationId } = records;
  for (const visibility of ['public', 'private', 'admin_only'] as const) {
    await addNote(api, { candidateId, applicationId, body: `For ${visibility}`, visibility });
  }
  expect(await listNotes(api, candidateId)).toMatchObject(
    (['admin_only', 'private', 'public'] as const).map((visibility) => ({
      applicationId,
      kind: 'NOTE',
      body: `For ${visibility}`,
      author: 'Amara Lindqvist',
      visibility,
    })),
  );
});

it('reasons of rejection are the company’s and Greenhouse’s own, by name', async () => {
  const { api, sandbox } = await prepared();
  const reasons = await listRejectReasons(api);
  expect(reasons).toHaveLength(sandbox.state()['rejectionReasons']?.length ?? 0);
  expect(reasons.map(({ name }) => name)).toEqual(reasons.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)));
  expect(reasons.every(({ kind }) => /^[A-Z_]+$/.test(kind))).toBe(true);
});

it('interviews come in the order of their time, each with its people', async () => {
  const { api, sandbox } = await prepared();
  const answered = (path: string, body: unknown): void => sandbox.fault({ match: { path }, do: 'status', status: 200, body });
  answered('/v3/interviews', [
    { id: 2, application_id: 7, status: 'to_be_scheduled', starts_at: null },
    { id: 1, application_id: 7, status: 'scheduled', starts_at: '2026-11-20T09:00:00.000Z', ends_at: '2026-11-20T10:00:00.000Z' },
  ]);
  answered('/v3/interviewers', [{ id: 5, interview_id: 1, user_id: 4001, email: null, response_status: 'accepted' }]);
  expect(await listInterviews(api, [7])).toEqual([
    {
      id: 1,
      applicationId: 7,
      status: 'scheduled',
      startsAt: '2026-11-20T09:00:00.000Z',
      endsAt: '2026-11-20T10:00:00.000Z',
      interviewers: [{ userId: 4001, email: undefined, response: 'accepted' }],
    },
    { id: 2, applicationId: 7, status: 'to_be_scheduled', startsAt: undefined, endsAt: undefined, interviewers: [] },
  ]);
});
