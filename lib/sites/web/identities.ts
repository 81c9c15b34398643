/** Other accounts of the page's person: rel=me, and links to profiles that can be nobody else's. */
import { accountOf, isProfileLink, isShareLink } from '#lib/candidate/links-profiles.ts';
import { toLink } from '#lib/candidate/links.ts';
import type { Link } from '#lib/candidate/schema.ts';

import { all } from '../dom.ts';
import type { Reference } from '../site.ts';
import { handleHere } from './address.ts';
import { bears } from './head.ts';

/** What others wrote, and what is written about others. */
export const OTHERS =
  'article, .h-entry, .hentry, .h-cite, [class*="comment"], [id*="comment"], .p-comment, blockquote, .h-feed, .related, [itemprop="comment"], [itemprop="review"]';
const CREDIT = /theme|template|powered|built (?:with|on)|designed|hosted|generator|made with/i;

/**
 * Texts of `rel=me`, as they are written: addresses, but `mailto:` and `tel:` as well. On a site of many people those of the
 * head and the footer are the site's own.
 */
export const relMe = (document: Document, isOwnSite = true): string[] =>
  all(document, 'a[rel~="me" i][href], link[rel~="me" i][href]')
    .filter((element) => isOwnSite || !(element.matches('link') || element.closest('footer')))
    .map((element) => element.getAttribute('href') ?? '');

/** Http(s) links without this site's own pages and without share buttons, each once. */
export function cleanLinks(hrefs: readonly string[], reference: Reference): Link[] {
  const found = new Map<string, Link>();
  for (const href of hrefs) {
    const link = toLink(href, reference.url);
    if (!link || isShareLink(link) || handleHere(link.url, reference) !== undefined) continue;
    const key = link.url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '').toLowerCase();
    if (!found.has(key)) found.set(key, link);
  }
  return [...found.values()];
}

/** Profile links of the page that are in nobody's article or comment, nor in a credit for the theme. */
export function profileAnchors(document: Document, reference: Reference): Link[] {
  const anchors = all(document, 'a[href]').filter((anchor) => {
    if (anchor.closest(OTHERS)) return false;
    const around =
      anchor.closest('footer, small, .footer, #footer') && (anchor.closest('p, li, small, footer')?.textContent ?? '');
    return !around || around.length > 400 || !CREDIT.test(around);
  });
  return cleanLinks(
    anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
    reference,
  ).filter(isProfileLink);
}

/**
 * Of those the owner's. Where a network has several accounts on the page, or the site is not the owner's own, only those that
 * bear the name: the others are co-authors, colleagues, or the site's.
 */
export function profileLinks(document: Document, reference: Reference, name: string | undefined, isOwnSite = true): Link[] {
  const links = profileAnchors(document, reference);
  const alone = (link: Link) => links.filter((other) => other.kind === link.kind).length === 1;
  return links.filter((link) => (isOwnSite && alone(link)) || (name !== undefined && bears(accountOf(link), name)));
}
