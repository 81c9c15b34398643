/** Ties a known person to profiles of theirs: read, merge, write only what is missing (harvest-api reference, 7.1). */
import { profileIdsOf } from '../external-ids.ts';
import type { Linked, PersonLink } from '../port.ts';
import type { Api } from './api.ts';
import type { FoundFields } from './external-id-fields.ts';
import { type IdOf, valuesFor } from './external-id-values.ts';
import { urlKey } from './people.ts';
import { changePerson } from './update-person.ts';

export async function linkPerson(
  api: Api,
  candidateId: number,
  { externalIds, links, candidate }: PersonLink,
  found: FoundFields | undefined,
  idOf: IdOf,
): Promise<Linked> {
  let leftOut: string[] = [];
  const ids = profileIdsOf(externalIds);
  const { changed } = await changePerson(api, candidateId, (row) => {
    // One profile has many spellings of its address.
    const spelling = (url: string): string => idOf(url) ?? urlKey(url);
    const there = new Set(
      [...(row.social_media_addresses ?? []), ...(row.website_addresses ?? [])].flatMap(({ value }) =>
        value ? spelling(value) : [],
      ),
    );
    const wanted = [...links, ...(candidate?.links ?? [])].filter(({ url }) => !there.has(spelling(url)));
    const fields =
      found && ids.length > 0
        ? valuesFor(
            found,
            ids,
            links.map(({ url }) => url),
            row.custom_fields,
            idOf,
          )
        : undefined;
    leftOut = fields?.leftOut ?? [];
    return {
      add: { ...(candidate && { emails: candidate.emails, phones: candidate.phones }), links: wanted },
      set: {
        ...(candidate?.title && !row.title ? { title: candidate.title } : {}),
        ...(candidate?.company && !row.company ? { company: candidate.company } : {}),
      },
      customFields: fields?.values,
    };
  });
  return { changed, leftOut };
}
