/** The body of the one create that this API has (reference, section ING): the keys that it knows, and nothing empty. */
import { AppError } from '#lib/errors.ts';

import { contactsOf } from '../contacts.ts';
import { type Body, namesOf, present } from '../person-parts.ts';
import type { NewPerson, Target } from '../port.ts';

/** Harvest calls every value `value`; here each list has a word of its own. */
const renamed = (entries: { value: string; type?: string }[], name: string): Body[] =>
  entries.map(({ value, type }) => present({ [name]: value, type: type === 'skype' ? 'other' : type }));

const placeOf = (target: Target): Body =>
  target.kind === 'candidate'
    ? { prospect: false, job_id: target.jobId }
    : {
        prospect: true,
        job_id: target.jobIds[0],
        prospect_pool_id: target.poolId,
        // A stage without its pool is refused.
        prospect_pool_stage_id: target.poolId && target.poolStageId,
      };

/** Something of this would be lost without a word. */
const isBeyond = ({ target, attribution, tags }: NewPerson): boolean =>
  (target.kind === 'candidate' ? target.stageId : target.prospectOwnerId) !== undefined ||
  (target.kind === 'prospect' && target.jobIds.length > 1) ||
  Object.values(attribution).some((chosen) => chosen !== undefined) ||
  tags.length > 0;

/**
 * @throws AppError `export/no-name` as in Harvest; `greenhouse/not-offered` for what the panel does not offer with a partner
 * key: an export that was begun with another credential may still have it.
 */
export function personBody(person: NewPerson): Body {
  if (isBeyond(person)) throw new AppError('greenhouse/not-offered').as('no');
  const contacts = contactsOf(person.candidate);
  return present({
    ...namesOf(person.candidate),
    external_id: person.externalId,
    emails: renamed(contacts.email_addresses, 'email'),
    phone_numbers: renamed(contacts.phone_numbers, 'phone_number'),
    addresses: renamed(contacts.addresses, 'address'),
    social_media: renamed(contacts.social_media_addresses, 'url'),
    websites: renamed(contacts.website_addresses, 'url'),
    notes: person.note?.trim(),
    ...placeOf(person.target),
  });
}
