/**
 * The job picker's list: open jobs that the acting user may use, and how many are hidden for which reason (harvest-api
 * reference, 7.7, 7.8).
 */
import type { Identity, Job, JobList, Stage } from '../schema.ts';

import type { Api } from './api.ts';
import { DEPARTMENTS, OFFICES } from './lists/company.ts';
import { JOB_HIRING_MANAGERS, JOB_INTERVIEW_STAGES, JOB_OWNERS, JOBS } from './lists/jobs.ts';
import { USER_JOB_PERMISSIONS, USER_ROLES } from './lists/users.ts';
import type { Query } from './query.ts';
import type { Resource } from './resource.ts';
import { unlessForbidden } from '../http/tolerate.ts';

/** Without these a row carries notes and every custom field: ten times the size, twenty pages in a large company. */
const FIELDS = ['name', 'requisition_id', 'confidential', 'is_template', 'department_id', 'office_ids'] as const;

type Lists = <T, F extends object>(resource: Resource<T, F>, query?: Query<T, F>) => Promise<T[]>;

const namesOf = (rows: { id: number; name?: string | null | undefined }[]): Map<number, string> =>
  new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));

const jobIdsOf = (rows: { job_id?: number | null | undefined }[]): number[] => rows.flatMap(({ job_id }) => job_id ?? []);

/**
 * The jobs on which somebody may add people; nothing when the credential may not know. A role of which nothing is known counts:
 * better to show a job that Greenhouse refuses than to hide one that it would take.
 */
async function permittedJobs(list: Lists, mine: { user_ids: number }): Promise<Set<number> | undefined> {
  const [permissions, roles] = await Promise.all([
    unlessForbidden(list(USER_JOB_PERMISSIONS, mine), undefined),
    unlessForbidden(list(USER_ROLES), []),
  ]);
  const lesser = new Set(roles.filter(({ role_type }) => role_type === 'deprecated_interviewer').map(({ id }) => id));
  return permissions && new Set(jobIdsOf(permissions.filter(({ role_id }) => !role_id || !lesser.has(role_id))));
}

export async function listJobs(
  api: Api,
  user: Identity['actingUser'],
  now: () => number,
  signal?: AbortSignal,
): Promise<JobList> {
  const list: Lists = (resource, query) => api.list(resource, query, signal);
  const optional = <T, F extends object>(resource: Resource<T, F>, query?: Query<T, F>) =>
    unlessForbidden(list(resource, query), []);
  const mine = { user_ids: user.id };
  const [rows, departments, offices, owned, managed, usable] = await Promise.all([
    list(JOBS, { status: 'open', fields: FIELDS }),
    optional(DEPARTMENTS).then(namesOf),
    optional(OFFICES).then(namesOf),
    optional(JOB_OWNERS, mine).then(jobIdsOf),
    optional(JOB_HIRING_MANAGERS, mine).then(jobIdsOf),
    // Site Admins have no rows of their own: they may use everything that is not confidential (section 7.8).
    user.siteAdmin ? undefined : permittedJobs(list, mine),
  ]);
  const onTeam = new Set([...owned, ...managed]);
  const hidden = { confidential: 0, template: 0, noPermission: 0 };
  const jobs: Job[] = [];
  for (const row of rows) {
    if (row.is_template) hidden.template += 1;
    else if (row.confidential) hidden.confidential += 1;
    else if (usable && !usable.has(row.id)) hidden.noPermission += 1;
    else {
      jobs.push({
        id: row.id,
        name: row.name ?? '',
        requisitionId: row.requisition_id || undefined,
        department: row.department_id ? departments.get(row.department_id) : undefined,
        offices: (row.office_ids ?? []).flatMap((id) => offices.get(id) ?? []),
        mine: onTeam.has(row.id),
      });
    }
  }
  return { jobs, fetchedAt: now(), hidden, scoped: user.siteAdmin || usable !== undefined };
}

/** Nothing for one that is not shown: it may be confidential by now, or deleted. */
export async function jobIsOpen(api: Api, jobId: number): Promise<boolean | undefined> {
  const [job] = await unlessForbidden(api.list(JOBS, { ids: jobId, fields: ['status'] }), []);
  return job?.status ? job.status.toLowerCase() === 'open' : undefined;
}

export async function listStages(api: Api, jobId: number): Promise<Stage[]> {
  const rows = await api.list(JOB_INTERVIEW_STAGES, { job_ids: jobId, active: true });
  return rows
    .filter((row) => row.active !== false)
    .toSorted((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0))
    .map(({ id, name }) => ({ id, name: name ?? '' }));
}
