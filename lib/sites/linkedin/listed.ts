/** One person of a list of people, by what their row shows; nothing here looks at a page. */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { profileUrl } from './identity.ts';
import { isHiddenName, isMasked } from './masked.ts';
import { isProfileId, memberNumber } from './profile-id.ts';

export interface ListedRow {
  /** As printed; of somebody out of the viewer's network it may be "LinkedIn Member". */
  name: string;
  headline?: string | undefined;
  location?: string | undefined;
  /** What the row links to: a slug, or a profile id. */
  handle?: string | undefined;
  profileId?: string | undefined;
  memberNumber?: string | undefined;
}

/** Of who is masked only what is printed beside the name is kept: links and labels of the row can give the person away. */
export function listed(row: ListedRow): ListedPerson {
  const { name, handle } = row;
  const beside = shown({ headline: row.headline === '--' ? '' : row.headline, location: row.location });
  if (isHiddenName(name)) return { ...beside, masked: true };
  if (!handle) return { fullName: name, ...beside };
  const id = isProfileId(handle) ? handle : row.profileId;
  const number = row.memberNumber ?? memberNumber(id);
  return {
    fullName: name,
    ...beside,
    externalId: `linkedin:${handle}`,
    url: profileUrl(handle),
    aliases: [...(id ? [`linkedin-id:${id}`] : []), ...(number ? [`linkedin-member:${number}`] : [])],
  };
}

/** What there is of some texts, without what is empty or covered by asterisks. */
export const shown = <T extends Record<string, string | undefined>>(texts: T): Partial<Record<keyof T, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text && !isMasked(text))) as Partial<Record<keyof T, string>>;

/** The rows of a list can hold somebody twice; whoever has no identity is nobody's double. */
export function eachOnce(people: ListedPerson[]): ListedPerson[] {
  const seen = new Set<string>();
  return people.filter(({ externalId }) => {
    if (!externalId) return true;
    return seen.has(externalId) ? false : Boolean(seen.add(externalId));
  });
}
