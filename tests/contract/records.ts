/** The records on which the writes are tried: made for it, in the sandbox and in a real account alike. */
import type { Api } from '#lib/greenhouse/harvest/api.ts';
import { findOrMakeField } from '#lib/greenhouse/harvest/custom-fields.ts';
import { APPLICATIONS } from '#lib/greenhouse/harvest/lists/applications.ts';
import { CUSTOM_FIELD_OPTIONS } from '#lib/greenhouse/harvest/lists/fields.ts';
import { JOB_INTERVIEW_STAGES, JOBS } from '#lib/greenhouse/harvest/lists/jobs.ts';
import { APPLIED_CANDIDATE_TAGS } from '#lib/greenhouse/harvest/lists/people.ts';
import { addTags } from '#lib/greenhouse/harvest/tags.ts';
import { createPerson } from '#lib/greenhouse/harvest/writes.ts';

import type { Records } from './writes.ts';

const TAG = 'Contract tagged';

function found<T>(what: T | undefined | null, name: string): T {
  if (what === undefined || what === null) throw new Error(`The account has no ${name}, which the writes are tried on.`);
  return what;
}

/** By the client itself, so that nothing that was there before is touched. */
export async function makeRecords(api: Api, userId: number): Promise<Records> {
  const jobs = await api.list(JOBS, { status: 'open', fields: ['is_template', 'confidential'] });
  const [first, second] = jobs.filter((job) => !job.is_template && !job.confidential);
  const firstJob = found(first, 'open job').id;
  const person = (lastName: string) =>
    createPerson(api, {
      candidate: {
        firstName: 'Contract',
        lastName,
        emails: [],
        phones: [],
        links: [],
        positions: [],
        education: [],
        skills: [],
        languages: [],
      },
      externalId: 'web:contract',
      target: { kind: 'candidate', jobId: firstJob },
      attribution: {},
      tags: [],
    });
  const [{ candidateId, applicationId }, other] = [await person('Testcase'), await person('Duplicate')];
  const [application] = await api.list(APPLICATIONS, { candidate_ids: candidateId });
  const stages = await api.list(JOB_INTERVIEW_STAGES, { job_ids: firstJob, active: true });
  const [, next] = stages.toSorted((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0));
  await addTags(api, candidateId, [TAG]);
  const [applied] = await api.list(APPLIED_CANDIDATE_TAGS, { candidate_ids: candidateId });
  const field = await findOrMakeField(api, { name: 'Contract choice', fieldType: 'candidate', valueType: 'single_select' });
  const [school] = await api.list(CUSTOM_FIELD_OPTIONS, { custom_field_key: 'school_name', active: true });
  return {
    candidateId,
    otherId: other.candidateId,
    applicationId: found(applicationId ?? application?.id, 'application of a new candidate'),
    stageRowId: found(application?.stage_id, 'stage of a new application'),
    nextStageId: found(next, 'second stage of a job').id,
    jobId: found(second, 'second open job').id,
    userId,
    tag: TAG,
    appliedTagId: found(applied, 'applied tag').id,
    fieldId: field.id,
    school: { name: found(school?.name, 'school'), optionId: found(school, 'school').id },
  };
}
