/** Where an export goes, compared with where a person already is. */
import type { Application } from '#lib/greenhouse/schema.ts';

import type { ExportRequest } from './schema.ts';

type Target = ExportRequest['target'];

/** The application by which this person already is where the export would put them. A rejection is no obstacle to a new try. */
export function applicationAt(target: Target, applications: Application[]): Application | undefined {
  if (target.kind === 'update') return undefined;
  const alive = applications.filter(({ status }) => status === 'active' || status === 'hired');
  if (target.kind === 'candidate') return alive.find(({ prospect, jobId }) => !prospect && jobId === target.jobId);
  return alive.find(({ prospect, prospectiveJobIds }) => prospect && sameJobs(target.jobIds, prospectiveJobIds));
}

const sameJobs = (wanted: number[], has: number[]): boolean =>
  wanted.length === 0 ? has.length === 0 : wanted.every((id) => has.includes(id));

/** The jobs of a place. */
export const jobsOf = (target: Target | undefined): number[] =>
  target?.kind === 'candidate' ? [target.jobId] : target?.kind === 'prospect' ? target.jobIds : [];

/** The same on another job, which has stages of its own. */
export function onJob(target: Target, jobId: number): Target {
  if (target.kind === 'candidate') return { kind: 'candidate', jobId };
  return target.kind === 'prospect' ? { ...target, jobIds: [jobId] } : target;
}

/** Whether two exports go to one place. */
export const sameTarget = (one: Target, other: Target): boolean => {
  if (one.kind === 'candidate') return other.kind === 'candidate' && one.jobId === other.jobId;
  if (one.kind === 'prospect')
    return (
      other.kind === 'prospect' &&
      one.poolId === other.poolId &&
      sameJobs(one.jobIds, other.jobIds) &&
      sameJobs(other.jobIds, one.jobIds)
    );
  return other.kind === 'update';
};
