/** The bodies of the creates (harvest-api reference, 7.1 to 7.3). Unknown keys and empty texts are refused by Greenhouse, so none is sent. */
import type { Candidate } from '#lib/candidate/schema.ts';
import { AppError } from '#lib/errors.ts';

import type { Attribution, NewApplication, NewPerson, Target } from '../port.ts';
import { contactsOf } from './contacts.ts';

/** The longest that Greenhouse's own clients send for company and title. */
const LONGEST_LINE = 255;

export type Body = Record<string, unknown>;

export const present = (body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** One line, cut between characters and not within one. */
export const line = (text: string | null | undefined): string => {
  const clean = (text ?? '').replace(/\s+/g, ' ').trim();
  return Array.from(clean).slice(0, LONGEST_LINE).join('').trim();
};

/** Each name once, in the spelling that came first. */
export function uniqueNames(names: string[]): string[] {
  const kept = new Map<string, string>();
  for (const name of names.map((raw) => raw.trim()))
    if (name && !kept.has(name.toLowerCase())) kept.set(name.toLowerCase(), name);
  return [...kept.values()];
}

/** The two arms of an application: onto one job, or as a prospect with any number of jobs or a pool. */
function arm(target: Target, { sourceId, referrerId, recruiterId, coordinatorId }: Attribution): Body {
  const attribution = {
    source_id: sourceId,
    referrer_id: referrerId,
    recruiter_id: recruiterId,
    coordinator_id: coordinatorId,
  };
  if (target.kind === 'candidate') return present({ job_id: target.jobId, initial_stage_id: target.stageId, ...attribution });
  return present({
    prospect: true,
    job_ids: [...new Set(target.jobIds)],
    prospect_pool_id: target.poolId,
    // A stage without its pool is refused.
    prospect_pool_stage_id: target.poolId ? target.poolStageId : undefined,
    prospect_owner_id: target.prospectOwnerId,
    ...attribution,
  });
}

/** @throws AppError `export/no-name`: Greenhouse takes nobody without a first and a last name, so nothing is sent. */
export function namesOf({ firstName, lastName, company, title }: Candidate): Body {
  const names = { first_name: line(firstName), last_name: line(lastName) };
  if (names.first_name === '' || names.last_name === '') throw new AppError('export/no-name');
  return { ...names, company: line(company), title: line(title) };
}

/** @throws AppError `export/no-name`. */
export const personBody = ({ candidate, target, attribution, tags }: NewPerson): Body =>
  present({
    ...namesOf(candidate),
    ...contactsOf(candidate),
    tags: uniqueNames(tags),
    application: arm(target, attribution),
  });

export const applicationBody = ({ candidateId, target, attribution }: NewApplication): Body => ({
  candidate_id: candidateId,
  ...arm(target, attribution),
});
