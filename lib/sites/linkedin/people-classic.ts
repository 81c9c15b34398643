/** Lists of people on classic pages (until 2026): search results, connections, people of a company, attendees, members. */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, first, text, textOf } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import { eachOnce, listed } from './listed.ts';
import { isHiddenName } from './masked.ts';
import { isProfileId } from './profile-id.ts';

/** By what marks the rows. Class names were words on these pages, last seen in 2026. */
const KINDS: readonly { row: string; name: string; headline: string; location?: string }[] = [
  {
    row: '[data-chameleon-result-urn],[data-view-name="search-entity-result-universal-template"],.reusable-search__result-container',
    name: '[dir="ltr"] > [aria-hidden="true"],.entity-result__title-text',
    headline: '.entity-result__primary-subtitle,.t-14.t-black.t-normal',
    location: '.entity-result__secondary-subtitle,.t-14.t-normal:not(.t-black,.t-black--light)',
  },
  { row: '.mn-connection-card', name: '.mn-connection-card__name', headline: '.mn-connection-card__occupation' },
  {
    row: '.org-people-profile-card__profile-info,.artdeco-entity-lockup',
    name: '.artdeco-entity-lockup__title',
    headline: '.artdeco-entity-lockup__subtitle',
  },
];

export function classicPeople(document: Document): ListedPerson[] {
  for (const kind of KINDS) {
    const rows = all(document, kind.row).filter(
      (row) => !row.closest('aside,nav,header,[role="dialog"]') && !first(row, kind.row),
    );
    const people = rows.flatMap((row) => read(row, kind) ?? []);
    if (people.length > 0) return eachOnce(people);
  }
  return [];
}

function read(row: Element, kind: (typeof KINDS)[number]): ListedPerson | undefined {
  const urn = row.getAttribute('data-chameleon-result-urn') ?? '';
  // Companies and groups are found too; of people out of the network the number is "headless".
  if (urn && !urn.startsWith('urn:li:member:')) return undefined;
  const memberNumber = /\d+$/.exec(urn)?.[0];
  const titles = all(row, kind.name).filter((element) => textOf(element) !== '');
  const title =
    titles.find(linkOf) ??
    titles.find((element) => isHiddenName(nameIn(element)) && !element.closest('a') && !first(element, 'a'));
  if (!title) return undefined;
  const own = ownHandles(row, linkOf(title));
  const profileId = own.find(isProfileId) ?? idIn(linkOf(title)?.getAttribute('href'));
  const under = (selector = '') => (selector ? textOf(all(row, selector).find((line) => !line.contains(title))) : '');
  return listed({
    name: nameIn(title),
    headline: under(kind.headline),
    location: under(kind.location),
    handle: own.find((handle) => !isProfileId(handle)) ?? profileId,
    profileId,
    memberNumber,
  });
}

/** Each string stands there twice, for the eye and for the ear, where a name becomes a sentence. */
const nameIn = (title: Element): string => text(title, '[aria-hidden="true"]') || textOf(title);

const linkOf = (title: Element): Element | undefined => title.closest('a[href*="/in/"]') ?? first(title, 'a[href*="/in/"]');

/** The name's link; and the picture's before it, which can name the same person by id. Mutual connections follow. */
function ownHandles(row: Element, main: Element | undefined): string[] {
  const links = all(row, 'a[href*="/in/"]');
  const own = main ? links.slice(0, links.indexOf(main) + 1) : [];
  return own.flatMap((link) => handleOfLink(link.getAttribute('href')) ?? []).toReversed();
}

const idIn = (href: string | null | undefined): string | undefined =>
  /miniProfileUrn=[\w%:]*?(AC[\w-]{37})(?:&|$)/.exec(href ?? '')?.[1];
