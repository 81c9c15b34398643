/**
 * Applications with the names that Harvest leaves out: three calls for up to fifty people, however many applications they have
 * (harvest-api reference, 7.3).
 */
import type { Application } from '../schema.ts';
import { statusOf } from '../status.ts';

import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { type ApplicationRow, APPLICATIONS } from './lists/applications.ts';
import { JOBS } from './lists/jobs.ts';
import { USERS } from './lists/users.ts';
import { unlessForbidden } from '../http/tolerate.ts';
import { userName } from '../user-name.ts';

/** A candidate's one job, or the only job that a prospect is considered for. */
const namedJob = (row: ApplicationRow): number | undefined => {
  const [only, ...more] = row.prospective_job_ids ?? [];
  return row.job_id ?? (more.length === 0 ? only : undefined);
};

/** Every asked candidate is a key, those without an application with an empty list. Newest first. */
export async function listApplications(api: Api, candidateIds: number[]): Promise<Map<number, Application[]>> {
  const rows = await listByIds(api, APPLICATIONS, 'candidate_ids', candidateIds);
  const [jobs, recruiters] = await Promise.all([
    unlessForbidden(
      listByIds(
        api,
        JOBS,
        'ids',
        rows.flatMap((row) => namedJob(row) ?? []),
        { fields: ['name'] },
      ),
      [],
    ),
    unlessForbidden(
      listByIds(
        api,
        USERS,
        'ids',
        rows.flatMap((row) => row.recruiter_id ?? []),
      ),
      [],
    ),
  ]);
  const jobNames = new Map(jobs.map(({ id, name }) => [id, name]));
  const recruiterNames = new Map(recruiters.map((user) => [user.id, userName(user)]));
  const found = new Map<number, Application[]>(candidateIds.map((id) => [id, []]));
  for (const row of rows.toSorted((a, b) => b.id - a.id)) {
    const job = namedJob(row);
    found.get(row.candidate_id ?? 0)?.push({
      id: row.id,
      jobId: row.job_id,
      jobName: job ? jobNames.get(job) : undefined,
      prospect: row.prospect ?? false,
      prospectiveJobIds: row.prospective_job_ids ?? [],
      status: statusOf(row.status),
      stage: row.stage_name,
      recruiterId: row.recruiter_id,
      recruiter: row.recruiter_id ? recruiterNames.get(row.recruiter_id) : undefined,
      createdAt: row.created_at,
      rejectedAt: row.rejected_at,
      lastActivityAt: row.last_activity_at,
    });
  }
  return found;
}
