/** Ties a known person to profiles of theirs: read, merge, write only what is missing (harvest-api reference, 7.1). */
import { profileIdsOf } from '../external-ids.ts';
import type { Link } from '#lib/candidate/schema.ts';

import type { Linked, PersonLink } from '../port.ts';
import type { Api } from './api.ts';
import type { FoundFields } from './external-id-fields.ts';
import { type IdOf, valuesFor } from './external-id-values.ts';
import { urlKey, urlsOf } from './people.ts';
import { changePerson } from './update-person.ts';

export async function linkPerson(
  api: Api,
  candidateId: number,
  { externalIds, links, candidate }: PersonLink,
  found: FoundFields | undefined,
  idOf: IdOf,
): Promise<Linked> {
  // One profile has many spellings of its address.
  const spelling = (url: string): string => idOf(url) ?? urlKey(url);
  const ids = profileIdsOf(externalIds);
  const urls = links.map(({ url }) => url);
  let leftOut: string[] = [];
  let profiles: Link[] = [];
  let others: Link[] = [];
  const { changed } = await changePerson(api, candidateId, (row) => {
    const seen = new Set(urlsOf(row).map(spelling));
    const missing = ({ url }: Link): boolean => !seen.has(spelling(url)) && Boolean(seen.add(spelling(url)));
    profiles = links.filter(missing);
    others = (candidate?.links ?? []).filter(missing);
    const fields = found && ids.length > 0 ? valuesFor(found, ids, urls, row.custom_fields, idOf) : undefined;
    leftOut = fields?.leftOut ?? [];
    return {
      add: { ...(candidate && { emails: candidate.emails, phones: candidate.phones }), links: [...profiles, ...others] },
      set: {
        ...(candidate?.title && !row.title ? { title: candidate.title } : {}),
        ...(candidate?.company && !row.company ? { company: candidate.company } : {}),
      },
      customFields: fields?.values,
    };
  });
  const wrote = (...names: string[]): boolean => names.some((name) => changed.includes(name));
  const addresses = wrote('social_media_addresses', 'website_addresses');
  const all: Record<Linked['added'][number], boolean> = {
    profile: addresses && profiles.length > 0,
    'external-id': wrote('custom_fields'),
    email: wrote('email_addresses'),
    phone: wrote('phone_numbers'),
    link: addresses && others.length > 0,
    title: wrote('title'),
    company: wrote('company'),
  };
  const added = (Object.keys(all) as Linked['added']).filter((what) => all[what]);
  return { added, leftOut };
}
