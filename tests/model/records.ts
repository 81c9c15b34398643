/** What Greenhouse keeps of people, and how its lists show it. */
import type { ExportRequest } from '#lib/export/schema.ts';
import type { NewPerson } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

export type Target = ExportRequest['target'];

/** Where somebody stands: on a job, or considered for some, or for none in particular, in a pool or not. */
export interface Place {
  jobId?: number | undefined;
  prospect: boolean;
  prospectiveJobIds: readonly number[];
  poolId?: number | undefined;
}

export interface MadeApplication extends Place {
  id: number;
  at: number;
  /** By which press; 0 for a colleague. */
  by: number;
  /** A colleague moved it to another stage then. */
  movedAt?: number;
}

export interface MadePerson {
  id: number;
  account: string;
  /** Who it really is. */
  who: string;
  externalIds: string[];
  /** Since when they bear them, where they came to be without. */
  linkedAt?: number;
  emails: string[];
  urls: string[];
  tags: string[];
  at: number;
  by: number;
  applications: MadeApplication[];
  /** Those that were taken back. */
  removed: MadeApplication[];
  /** When colleagues gave them tags. */
  taggedAt: number[];
}

export const inPool = (poolId: number): Place => ({ prospect: true, prospectiveJobIds: [], poolId });
export const onJob = (jobId: number): Place => ({ jobId, prospect: false, prospectiveJobIds: [] });

/** Nothing for an update, which puts nobody anywhere. */
export function placeOf(target: Target): Place | undefined {
  if (target.kind === 'update') return undefined;
  if (target.kind === 'prospect') return { prospect: true, prospectiveJobIds: target.jobIds, poolId: target.poolId };
  return { jobId: target.jobId, prospect: false, prospectiveJobIds: [] };
}

export const named = (place: Place | undefined): string =>
  place === undefined
    ? 'an update'
    : place.prospect
      ? `prospect ${place.prospectiveJobIds.join('+')}${place.poolId === undefined ? '' : ` in ${place.poolId}`}`
      : `job ${place.jobId}`;

/** A prospect for more jobs is one for each of them, and who is in the pool is there for whatever jobs. */
export function isAt(place: Place | undefined, { applications }: Pick<MadePerson, 'applications'>): boolean {
  if (!place) return true;
  const { jobId, prospect, prospectiveJobIds: wanted, poolId } = place;
  return applications.some(
    (one) =>
      one.prospect === prospect &&
      one.jobId === jobId &&
      (poolId === undefined ? wanted.length > 0 || one.prospectiveJobIds.length === 0 : one.poolId === poolId) &&
      wanted.every((id) => one.prospectiveJobIds.includes(id)),
  );
}

export const personOf = ({ candidate, externalId, aliases = [], tags }: NewPerson) => ({
  who: candidate.firstName ?? '',
  externalIds: [externalId, ...aliases],
  emails: candidate.emails.map(({ value }) => value),
  urls: candidate.links.map(({ url }) => url),
  tags: [...tags],
});

/** Where an application begins. */
export const STAGE = 'Application Review';

const iso = (at: number): string => new Date(at).toISOString();

/** @param upTo applications that were made later are not listed yet. */
export const asListed = (person: MadePerson, upTo: number): KnownPerson => ({
  candidateId: person.id,
  createdAt: iso(person.at),
  firstName: person.who,
  lastName: 'Fixture',
  emails: [...person.emails],
  externalIds: [...person.externalIds],
  urls: [...person.urls],
  tags: [...person.tags],
  applications: person.applications
    .filter(({ at }) => at <= upTo)
    .map(({ id, jobId, prospect, prospectiveJobIds, at, movedAt = Infinity }) => ({
      id,
      jobId,
      prospect,
      prospectiveJobIds: [...prospectiveJobIds],
      status: 'active',
      stage: movedAt <= upTo ? 'Interview' : STAGE,
      createdAt: iso(at),
      lastActivityAt: iso(movedAt <= upTo ? movedAt : at),
    })),
});
