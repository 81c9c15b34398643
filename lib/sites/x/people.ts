/** Rows of people: followers, members of a list, results of a search. */
import type { RawReading } from '#lib/candidate/raw.ts';

import { flat } from '../bio.ts';
import { all, first } from '../dom.ts';
import { handleOf, isListOfPeople } from './address.ts';

/** Each person once; the suggestions beside the list are not in its column. */
export function peopleOf(document: Document, url: URL): NonNullable<RawReading['people']> {
  if (!isListOfPeople(url)) return [];
  const column = first(document, '[data-testid="primaryColumn"]');
  const people = new Map<string, NonNullable<RawReading['people']>[number]>();
  for (const row of column ? all(column, '[data-testid="UserCell"]') : []) {
    const anchors = all(row, 'a[href]').map((anchor) => ({ handle: handleOf(anchor.getAttribute('href')), text: flat(anchor) }));
    const handle = anchors.find((anchor) => anchor.handle)?.handle;
    if (!handle) continue;
    const fullName = anchors.find((anchor) => anchor.handle === handle && anchor.text && !anchor.text.startsWith('@'))?.text;
    // A bio takes its direction from its text, a name is set left to right whatever it is.
    const headline = flat(all(row, '[dir="auto"]').find((line) => !line.closest('a')));
    people.set(handle, {
      ...(fullName ? { fullName } : {}),
      ...(headline ? { headline } : {}),
      externalId: `x:${handle}`,
      url: `https://x.com/${handle}`,
    });
  }
  return [...people.values()];
}
