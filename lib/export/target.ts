/** Where an export goes, compared with where a person already is. */
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { Application, InPool, KnownPerson } from '#lib/greenhouse/schema.ts';

import type { ExportRequest } from './schema.ts';

type Target = ExportRequest['target'];

/**
 * The application by which this person already is where the export would put them. A rejection is no obstacle to a new try, nor is
 * another pool; one that is not known is taken for the same, so that nobody is added twice.
 */
export function applicationAt(target: Target, applications: Application[]): Application | undefined {
  if (target.kind === 'update') return undefined;
  const alive = applications.filter(({ status }) => status === 'active' || status === 'hired');
  if (target.kind === 'candidate') return alive.find(({ prospect, jobId }) => !prospect && jobId === target.jobId);
  const { jobIds, poolId: pool } = target;
  return alive.find(
    ({ prospect, prospectiveJobIds, poolId }) =>
      prospect &&
      (pool === undefined || poolId === undefined
        ? sameJobs(jobIds, prospectiveJobIds)
        : poolId === pool && hasJobs(jobIds, prospectiveJobIds)),
  );
}

const hasJobs = (wanted: number[], has: number[]): boolean => wanted.every((id) => has.includes(id));
const sameJobs = (wanted: number[], has: number[]): boolean => hasJobs(wanted, has) && (wanted.length > 0 || has.length === 0);

/** The applications whose pool has to be known first: a prospect's, and only where a pool is the target. */
export const ofUnknownPool = (target: Target | undefined, applications: Application[]): number[] =>
  target?.kind === 'prospect' && target.poolId
    ? applications.flatMap(({ id, prospect, status, poolId }) =>
        prospect && status === 'active' && poolId === undefined ? id : [],
      )
    : [];

export const withPools = (person: KnownPerson, pools: readonly InPool[]): KnownPerson => ({
  ...person,
  applications: person.applications.map((one) => {
    const told = pools.find(({ applicationId }) => applicationId === one.id);
    return told ? { ...one, poolId: told.poolId } : one;
  }),
});

/** As the target has to see them: one call where it depends on pools, else none. */
export async function inPools(
  people: KnownPerson[],
  target: Target | undefined,
  greenhouse: Pick<Greenhouse, 'poolsOf'>,
): Promise<KnownPerson[]> {
  const ids = people.flatMap(({ applications }) => ofUnknownPool(target, applications));
  if (ids.length === 0) return people;
  const pools = await greenhouse.poolsOf(ids);
  return people.map((person) => withPools(person, pools));
}

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
