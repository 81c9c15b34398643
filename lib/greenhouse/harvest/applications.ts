/**
 * Applications, and as much of what Harvest leaves out of them as one more call can tell: two calls for up to fifty people, however
 * many applications they have (harvest-api reference, 7.3, 7.11).
 */
import { unlessForbidden } from '../http/tolerate.ts';
import { memoryNames, type Named, type Names } from '../names.ts';
import type { Application } from '../schema.ts';
import { statusOf } from '../status.ts';

import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { type ApplicationRow, APPLICATIONS, REJECTION_DETAILS } from './lists/applications.ts';
import { readNames } from './names.ts';

export interface ApplicationOptions {
  names: Names;
  /** Whether names that are missing are read behind the answer; not while somebody waits for an export. */
  fills: boolean;
}

/** A candidate's one job, or the only job that a prospect is considered for. */
const namedJob = (row: ApplicationRow): number | undefined => {
  const [only, ...more] = row.prospective_job_ids ?? [];
  return row.job_id ?? (more.length === 0 ? only : undefined);
};

/** Why applications were rejected, by their ids. */
async function reasonsOf(api: Api, rejected: number[]): Promise<Map<number, number>> {
  const details = await unlessForbidden(listByIds(api, REJECTION_DETAILS, 'application_ids', rejected), []);
  return new Map(
    details.flatMap(({ application_id: of, rejection_reason_id: reason }) => (of && reason ? [[of, reason] as const] : [])),
  );
}

/** Every asked candidate is a key, those without an application with an empty list. Newest first. */
export async function listApplications(
  api: Api,
  candidateIds: number[],
  { names, fills }: ApplicationOptions = { names: memoryNames(), fills: false },
): Promise<Map<number, Application[]>> {
  const [rows, job, user, reason] = await Promise.all([
    listByIds(api, APPLICATIONS, 'candidate_ids', candidateIds),
    names.known('job'),
    names.known('user'),
    names.known('reason'),
  ]);
  const known = { job, user, reason };
  const missing: Record<Named, number[]> = {
    job: rows.flatMap((row) => namedJob(row) ?? []).filter((id) => !job.has(id)),
    user: rows.flatMap((row) => row.recruiter_id ?? []).filter((id) => !user.has(id)),
    reason: [],
  };
  const read = async (kind: Named) => {
    known[kind] = new Map([...known[kind], ...(await readNames(api, names, kind, [...new Set(missing[kind])]))]);
    missing[kind] = [];
  };
  // One more call, for what matters most to whoever is about to write to them: why it ended, on which job, who knows them.
  const rejected = rows.filter((row) => statusOf(row.status) === 'rejected').map(({ id }) => id);
  const reasons = await reasonsOf(api, rejected);
  missing.reason = [...reasons.values()].filter((id) => !reason.has(id));
  if (rejected.length === 0 && missing.job.length > 0) await read('job');
  else if (rejected.length === 0 && missing.user.length > 0) await read('user');
  const wanting = (['job', 'user', 'reason'] as const).filter((kind) => missing[kind].length > 0);
  // A name that cannot be read now is asked for at the next look.
  if (fills) for (const kind of wanting) void read(kind).catch(() => undefined);

  const nameOf = (kind: Named, id: number | null | undefined) => (id && known[kind].get(id)) || undefined;
  const found = new Map<number, Application[]>(candidateIds.map((id) => [id, []]));
  for (const row of rows.toSorted((a, b) => b.id - a.id)) {
    found.get(row.candidate_id ?? 0)?.push({
      id: row.id,
      jobId: row.job_id,
      jobName: nameOf('job', namedJob(row)),
      prospect: row.prospect ?? false,
      prospectiveJobIds: row.prospective_job_ids ?? [],
      status: statusOf(row.status),
      stage: row.stage_name,
      recruiterId: row.recruiter_id,
      recruiter: nameOf('user', row.recruiter_id),
      createdAt: row.created_at,
      rejectedAt: row.rejected_at,
      rejectReason: nameOf('reason', reasons.get(row.id)),
      lastActivityAt: row.last_activity_at,
    });
  }
  return found;
}
