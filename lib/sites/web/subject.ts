/** Whom a page is about: every source is asked in the order of trust, and those that name somebody else are left out. */
import { accountOf, isPersonalLink, isProfileLink } from '#lib/candidate/links-profiles.ts';

import { all, first, lines, meta } from '../dom.ts';
import { headIsStale, hostOf, type Here } from './address.ts';
import { noFacts, pick, type Facts, type Subject } from './facts.ts';
import { cardSubject } from './h-card-owner.ts';
import { agreedName, nameHints, openGraph } from './head.ts';
import { cleanLinks, profileAnchors, profileLinks, relMe } from './identities.ts';
import { jsonLdItems } from './json-ld.ts';
import { linkPage } from './link-page.ts';
import { markedItems } from './microdata.ts';
import { isOnePerson } from './name-shape.ts';
import { isOfAnother, schemaSubject } from './schema-person.ts';

/** Facts of one person, strongest source first; empty when the page is about nobody or about several people. */
export function subjectOf(document: Document, here: Here): Facts[] {
  const items = jsonLdItems(document, here.base);
  // Of a head that was left behind, only a person who claims this very address is believed.
  const claimed = schemaSubject(items, here, 'json-ld', 0.9);
  const isStale = headIsStale(document, here) || items.some((item) => isOfAnother(item, here));
  const jsonLd = typeof claimed === 'object' && isStale && claimed.stable !== here.handle ? undefined : claimed;
  const scopes = markedItems(document);
  const hasTypes = (types: RegExp) => [...items, ...scopes].some((item) => item.types.some((type) => types.test(type)));
  const isThing = hasTypes(THINGS);
  const isGoods = hasTypes(GOODS) || GOODS.test(meta(document, 'og:type'));
  const asked: Subject[] = [
    jsonLd,
    schemaSubject(scopes, here, 'microdata', 0.9),
    cardSubject(document, here),
    linkPage(document, here),
    isThing || isStale ? undefined : openGraph(document),
  ];
  // Who only wrote something on a page about goods reviewed them.
  const told = asked.filter((facts) => typeof facts === 'object').filter(({ isAuthor }) => !(isAuthor && isGoods));
  const leader = told.find(({ name }) => name) ?? told[0];
  const found = told.filter((facts) => facts === leader || agrees(leader!, facts));
  if (found.length > 0) return jsonLd === 'several' && found[0]!.confidence < 0.8 ? [] : found;
  if (asked.includes('several') || isThing || looksLikeThing(document)) return [];
  const unmarked = unmarkedPerson(document, here, isStale);
  return unmarked ? [unmarked] : [];
}

const agrees = (one: Facts, other: Facts): boolean =>
  one.name && other.name
    ? isOnePerson(one.name, other.name)
    : other.from === 'meta' || (one.block !== undefined && one.block === other.block);

const THINGS =
  /(?:Organization|Corporation|Business|Store|Product|Offer|Article|Posting|Report|Event|Recipe|Restaurant|SoftwareApplication|FAQPage)$/;

const GOODS = /(?:^|:)product$|(?:Product|Offer|Store|Recipe|Event|Restaurant|SoftwareApplication)$/i;

/** Marks of a company, a shop or an article in a page without structure. */
const looksLikeThing = (document: Document): boolean =>
  /^(?:article|product|video|music|book|business|place|restaurant)/i.test(meta(document, 'og:type')) ||
  all(document, 'main > article, body > article').length > 1 ||
  first(
    document,
    ':is(footer, header, nav, [class*="social"]) a[href*="linkedin.com/company/"], a[href$="/pricing"], a[href$="/cart"], a[href$="/checkout"], a[href$="/careers"], a[href$="/products"]',
  ) !== undefined;

/** People say "I" of themselves, and companies "we". */
const FIRST_PERSON =
  /(?:^|[^\p{L}])(?:I|I['’]m|my|ich|mein|je suis|mes|soy|mi|sou|meu|minha|sono|mio|ik ben|mijn|jag|jeg|jestem|moje|jsem|olen|ben|я|мой|私|我|저는)(?=[^\p{L}]|$)/u;

/**
 * A personal page without any mark-up for machines: a name that the page's title, heading or author agree on, and at least one
 * account. Companies have accounts that bear their names too, so one must be of a kind that only people have, or linked with
 * rel=me, or the page speaks in the first person.
 */
function unmarkedPerson(document: Document, here: Here, isStale: boolean): Facts | undefined {
  const hints = nameHints(document, isStale);
  if (hints.length === 0) return undefined;
  const mine = relMe(document);
  const shown = profileAnchors(document, here);
  // Two people of one network: a team.
  const listed = shown.filter((link) => link.kind === 'linkedin' && !link.isInProse);
  if (mine.length === 0 && new Set(listed.map(accountOf)).size > 1) return undefined;
  const links = [...cleanLinks(mine, here), ...profileLinks(document, here, hints[0])];
  const accounts = links.filter(isProfileLink);
  const mails = mine.filter((href) => href.startsWith('mailto:'));
  const host = hostOf(here.handle);
  const name = agreedName(hints, [
    ...accounts.map(accountOf),
    ...mails,
    host,
    here.handle.slice(host.length),
    meta(document, 'author'),
  ]);
  if (!name || (accounts.length === 0 && mails.length === 0)) return undefined;
  const speaks = () => lines(document.body).some((line) => line.length < 2000 && FIRST_PERSON.test(line));
  if (mine.length === 0 && !accounts.some(isPersonalLink) && !speaks()) return undefined;
  return {
    ...noFacts('text', 0.6),
    name,
    ...pick('headline', role(document)),
    links: links.map((link) => link.url),
  };
}

/** The line that academic themes print below the name (al-folio, seen 2025). Any other paragraph there may be about anything. */
export const role = (document: Document): string | undefined =>
  lines(first(document, 'h1 + .desc, h1 + .subtitle'))[0]?.slice(0, 300);
