/** The bodies of the creates (harvest-api reference, 7.1 to 7.3). Unknown keys and empty texts are refused by Greenhouse, so none is sent. */
import type { Attribution, NewApplication, NewPerson, Target } from '../port.ts';
import { contactsOf } from '../contacts.ts';
import type { FieldValue } from './person-changes.ts';
import { type Body, namesOf, present } from '../person-parts.ts';

/** Each name once, in the spelling that came first. */
export function uniqueNames(names: string[]): string[] {
  const kept = new Map<string, string>();
  for (const name of names.map((raw) => raw.trim()))
    if (name && !kept.has(name.toLowerCase())) kept.set(name.toLowerCase(), name);
  return [...kept.values()];
}

/** As a field's value is written: by the key that it keeps for ever. */
export const written = (values: FieldValue[]): Body[] => values.map(({ key, value }) => ({ name_key: key, value }));

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

/** @throws AppError `export/no-name`. */
export const personBody = ({ candidate, target, attribution, tags }: NewPerson, customFields: FieldValue[] = []): Body =>
  present({
    ...namesOf(candidate),
    ...contactsOf(candidate),
    tags: uniqueNames(tags),
    custom_fields: written(customFields),
    application: arm(target, attribution),
  });

export const applicationBody = ({ candidateId, target, attribution }: NewApplication): Body => ({
  candidate_id: candidateId,
  ...arm(target, attribution),
});
