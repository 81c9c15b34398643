/** What Recruiter and Sales Navigator have in common: an id of their own, and the profile that everybody can see behind it. */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, textOf } from '../dom.ts';
import type { Draft } from '../site.ts';
import { handleOfLink, profileUrl } from './identity.ts';
import { shown } from './listed.ts';
import { isHiddenName } from './masked.ts';
import { isProfileId, memberNumber } from './profile-id.ts';
import type { Shown } from './shown.ts';
import { personOf } from './to-draft.ts';

/** @param publicLink to the profile that everybody can see: with it, both are known as one person. */
export function productDraft(page: Shown, id: string, publicLink: string | undefined): Draft {
  const draft = personOf(page);
  // Who is masked is not to be found out by a link that leads further.
  const handle = isHiddenName(page.name) ? undefined : handleOfLink(publicLink);
  draft.stable(undefined, handle && profileUrl(handle));
  for (const alias of aliasesOf(id, handle)) draft.alias(alias);
  return draft.done();
}

function aliasesOf(id: string, handle: string | undefined): string[] {
  const number = memberNumber(id);
  return [
    ...(handle ? [`linkedin:${handle}`] : []),
    ...(handle && isProfileId(handle) ? [`linkedin-id:${handle}`] : []),
    ...(number ? [`linkedin-member:${number}`] : []),
  ];
}

export interface ProductRow {
  name: string;
  headline?: string | undefined;
  location?: string | undefined;
  /** Absent of who is out of the network. */
  reference?: { externalId: string; url: string; id: string } | undefined;
  publicLink?: string | undefined;
}

export function listedIn({ name, headline, location, reference, publicLink }: ProductRow): ListedPerson {
  const beside = shown({ headline: headline === '--' ? '' : headline, location });
  if (isHiddenName(name)) return { ...beside, masked: true };
  if (!reference) return { fullName: name, ...beside };
  const { externalId, url, id } = reference;
  return { fullName: name, ...beside, externalId, url, aliases: aliasesOf(id, handleOfLink(publicLink)) };
}

/** Said to the ear alone, or shown when the mouse is over it: "Related to search terms in your query". */
const ASIDE = '[data-test-hoverable-popover-content],[data-test-hoverable-content],.a11y-text,.visually-hidden,[role="tooltip"]';

/** The text of an element as the eye reads it, on one line. */
export function seen(element: Element | undefined): string {
  if (!element) return '';
  const asides = all(element, ASIDE).filter((aside) => !aside.parentElement?.closest(ASIDE));
  return asides
    .reduce((text, aside) => text.replace(textOf(aside), ''), textOf(element))
    .replace(/\s+/g, ' ')
    .trim();
}
