/** The records on which the writes are tried: made for it, in the sandbox and in a real account alike. */
import {
  addTags,
  type Api,
  APPLICATIONS,
  APPLIED_CANDIDATE_TAGS,
  createApplication,
  createPerson,
  CUSTOM_FIELD_OPTIONS,
  findOrMakeField,
  listStages,
  JOBS,
} from '#lib/greenhouse/harvest/operations.ts';

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
  const [, next] = await listStages(api, firstJob);
  const jobId = found(second, 'second open job').id;
  const [stage] = await listStages(api, jobId);
  const target = { kind: 'prospect' as const, jobIds: [jobId] };
  const prospect = await createApplication(api, { candidateId: other.candidateId, target, attribution: {} });
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
    jobId,
    firstStageId: found(stage, 'stage of a second job').id,
    prospectId: found(prospect.applicationId, 'application of a new prospect'),
    userId,
    tag: TAG,
    appliedTagId: found(applied, 'applied tag').id,
    fieldId: field.id,
    school: { name: found(school?.name, 'school'), optionId: found(school, 'school').id },
  };
}
