/** Other accounts of the page's person: rel=me, and links to profiles that can be nobody else's. */
import { accountOf, isProfileLink, isShareLink } from '#lib/candidate/links-profiles.ts';
import { toLink } from '#lib/candidate/links.ts';
import type { Link } from '#lib/candidate/schema.ts';

import { all, first, meta, tidy } from '../dom.ts';
import { handleHere, type Here } from './address.ts';
import { bears } from './head.ts';

/** What others wrote, and what is written about others. */
const OTHERS =
  '.people-widget, .h-entry, .hentry, .h-cite, [class*="comment"], [id*="comment"], .p-comment, blockquote, .h-feed, .related, [itemprop="comment"], [itemprop="review"]';

/** The same for a page. Its only article is the page itself where it holds the row of accounts (al-folio, 2025). */
export const othersOn = (document: Document): string =>
  all(document, 'article').length === 1 && first(document, 'article [class*="social"] a, article [class*="contact"] a')
    ? OTHERS
    : `article, ${OTHERS}`;

const CREDIT = /theme|template|powered|built (?:with|on)|designed|hosted|generator|made with/i;

/**
 * Texts of `rel=me`, as they are written: addresses, but `mailto:` and `tel:` as well. On a site of many people those of the
 * head and the footer are the site's own.
 */
export const relMe = (document: Document, isOwnSite = true): string[] =>
  all(document, 'a[rel~="me" i][href], link[rel~="me" i][href]')
    .slice(0, MOST)
    .filter((element) => isOwnSite || !(element.matches('link') || element.closest('footer')))
    .map((element) => element.getAttribute('href') ?? '')
    .filter((href) => isOwnSite || !isSites(href, document));

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** An account that is called as the site is. */
function isSites(href: string, document: Document): boolean {
  const link = toLink(href);
  return link !== undefined && folded(accountOf(link)) === folded(meta(document, 'og:site_name') || '-');
}

/** Http(s) links without this site's own pages and without share buttons. */
export const cleanLinks = (hrefs: readonly string[], here: Here): Link[] =>
  hrefs.flatMap((href) => {
    const link = toLink(href, here.base);
    return !link || isShareLink(link) || handleHere(link.url, here) !== undefined ? [] : link;
  });

interface Shown extends Link {
  /** Among links to the owner's other accounts or address, as icons below a portrait are. */
  row: Element | undefined;
  /** In a sentence, where people are thanked and cited. */
  isInProse: boolean;
}

/** Profile links of the page that are in nobody's article or comment, nor in a credit for the theme. */
export function profileAnchors(document: Document, here: Here): Shown[] {
  const found = new Map<string, Shown>();
  const isCredit = creditsOf();
  const others = othersOn(document);
  for (const anchor of all(document, 'a[href^="http"]')) {
    const link = toLink(anchor.getAttribute('href') ?? '');
    if (!link || !isProfileLink(link) || isShareLink(link) || anchor.closest(others) || isCredit(anchor)) continue;
    if (found.size > MOST) return [];
    if (found.has(link.url) || handleHere(link.url, here) !== undefined) continue;
    const prose = isInProse(anchor);
    found.set(link.url, { ...link, row: prose ? undefined : rowOf(anchor), isInProse: prose });
  }
  return [...found.values()];
}

/** More accounts than any one person has: a list of people, of which each would be looked at in turn. */
const MOST = 100;

/** Whether an anchor is in a credit for theme or host. Asked once for each paragraph, however many anchors it has. */
function creditsOf(): (anchor: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (anchor) => {
    const around = anchor.closest('footer, small, .footer, #footer') && anchor.closest('p, li, small, footer');
    if (!around) return false;
    const text = known.has(around) ? '' : (around.textContent ?? '');
    if (text) known.set(around, text.length < 400 && CREDIT.test(text));
    return known.get(around) ?? false;
  };
}

/** "On GitHub, LinkedIn and X" is mostly links; a sentence that mentions somebody is mostly words. */
function isInProse(anchor: Element): boolean {
  const around = anchor.closest('p, li, td, dd');
  if (!around) return false;
  const linked = all(around, 'a').reduce((length, { textContent }) => length + (textContent ?? '').length, 0);
  return tidy(around.textContent).length > 2 * linked;
}

function rowOf(anchor: Element): Element | undefined {
  let around = anchor.parentElement;
  for (let level = 0; around && level < 3 && !around.matches('body, main, section'); level += 1, around = around.parentElement) {
    const kinds = new Set(
      all(around, 'a[href^="http"]')
        .slice(0, 40)
        .map((other) => toLink(other.getAttribute('href') ?? '')?.kind),
    );
    kinds.delete('website');
    kinds.delete(undefined);
    if (kinds.size > 1 || (kinds.size === 1 && around.querySelector('a[href^="mailto:" i]'))) return around;
  }
  return undefined;
}

/**
 * Of those the owner's: the ones that bear the name, and on the owner's own site those in a row of accounts, where a network
 * has only one. The others are co-authors, students, or the site's.
 * @param rows which rows of accounts can be believed to be the owner's: any where nothing on the page states accounts, else
 *   those that hold one that bears the name.
 */
export function profileLinks(
  document: Document,
  here: Here,
  name: string | undefined,
  rows: 'any' | 'named' | 'none' = 'any',
): Link[] {
  const shown = profileAnchors(document, here);
  const isAlone = (link: Link) => shown.filter((other) => other.kind === link.kind).length === 1;
  const isBorne = (link: Link) => name !== undefined && bears(accountOf(link), name);
  const named = new Set(shown.filter(isBorne).map(({ row }) => row));
  const isOwned = ({ row }: Shown) => row !== undefined && (rows === 'any' || (rows === 'named' && named.has(row)));
  return shown.filter((link) => (isOwned(link) && isAlone(link) && !isNamed(link)) || isBorne(link));
}

/** `/in/davide-neri`: the address of somebody with another name. */
const isNamed = (link: Link): boolean => link.kind === 'linkedin' && /^\p{L}{2,}(?:-\p{L}{2,})+/u.test(accountOf(link));
