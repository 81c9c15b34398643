/**
 * The data that a classic page was started with: `<code id="bpr-guid-N">` holding escaped JSON. The viewer's own profile is among
 * it, and after a move inside the site it still describes the first profile that was opened in the tab; so only the object of this
 * very member is taken.
 */
import { all } from '../dom.ts';
import { jsonIn, listAt, textAt } from '../embedded.ts';
import { toHandle } from './identity.ts';
import { filled } from './rows.ts';
import type { Shown } from './shown.ts';

export interface EmbeddedProfile {
  first?: string | undefined;
  last?: string | undefined;
  headline?: string | undefined;
  slug?: string | undefined;
  profileId?: string | undefined;
  memberNumber?: string | undefined;
  location?: string | undefined;
}

/** What the site's own data say of the person. */
export const split = (embedded: EmbeddedProfile | undefined): Partial<Shown> =>
  embedded
    ? {
        first: embedded.first,
        last: embedded.last,
        ...(embedded.first ? { splitFrom: 'embedded' } : {}),
        ...(embedded.location ? { location: embedded.location } : {}),
        ...(embedded.headline ? { headline: embedded.headline } : {}),
      }
    : {};

export interface Wanted {
  handle: string;
  slug?: string | undefined;
  memberNumber?: string | undefined;
}

/** The matching object that says the most; `undefined` when the data is about other people only. */
export function embeddedProfile(document: Document, wanted: Wanted): EmbeddedProfile | undefined {
  let best: EmbeddedProfile | undefined;
  for (const code of all(document, 'code[id^="bpr-guid"]')) {
    const source = code.textContent ?? '';
    if (!source.includes('"publicIdentifier"')) continue;
    const objects = listAt(jsonIn(source), 'included');
    for (const object of objects) {
      const profile = toProfile(object, objects);
      if (profile && isWanted(profile, wanted) && Object.keys(profile).length > Object.keys(best ?? {}).length) best = profile;
    }
  }
  return best;
}

function isWanted(found: EmbeddedProfile, { handle, slug, memberNumber }: Wanted): boolean {
  if (found.memberNumber && memberNumber) return found.memberNumber === memberNumber;
  return found.profileId === handle || (found.slug !== undefined && found.slug === (slug ?? handle));
}

function toProfile(object: unknown, others: unknown[]): EmbeddedProfile | undefined {
  const text = (key: string) => textAt(object, key);
  if (!/\.(?:Profile|MiniProfile)$/.test(text('$type')) || !text('firstName')) return undefined;
  const geo = textAt(object, 'geoLocation', '*geo');
  return filled({
    first: text('firstName'),
    last: text('lastName'),
    headline: text('headline'),
    slug: toHandle(text('publicIdentifier')),
    profileId: /AC[\w-]{37}$/.exec(text('entityUrn'))?.[0],
    memberNumber: /urn:li:member:(\d+)$/.exec(text('objectUrn'))?.[1],
    location:
      geo &&
      textAt(
        others.find((other) => textAt(other, 'entityUrn') === geo),
        'defaultLocalizedName',
      ),
  });
}
