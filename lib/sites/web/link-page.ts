/** Linktree: a page that is one list of links, whose own data has all of them with what each is (seen described 2022 to 2025). */
import { accountOf, isProfileLink } from '#lib/candidate/links-profiles.ts';
import { toLink } from '#lib/candidate/links.ts';

import { first } from '../dom.ts';
import { at, jsonIn, listAt, textAt } from '../embedded.ts';
import { hostOf, type Here } from './address.ts';
import { noFacts, pick, type Facts } from './facts.ts';
import { bears, isBrand } from './head.ts';
import { isSurelyName } from './name-shape.ts';

/** The page has the visitor's session in the same data, which is never looked at. */
export function linkPage(document: Document, here: Here): Facts | undefined {
  if (hostOf(here.handle) !== 'linktr.ee') return undefined;
  const data = jsonIn(first(document, 'script#__NEXT_DATA__')?.textContent ?? '');
  const props = at(data, 'props', 'pageProps');
  const account = at(props, 'account');
  const name = textAt(account, 'pageTitle');
  const about = textAt(account, 'description');
  const isHere = textAt(account, 'username').toLowerCase() === here.handle.split('/')[1]?.toLowerCase();
  if (!isHere || !isSurelyName(name) || isBrand(about)) return undefined;
  const urls = (...path: string[]) => listAt(props, ...path).map((link) => textAt(link, 'url'));
  const stated = [...urls('account', 'socialLinks'), ...urls('socialLinks')];
  // Of the other links the own sites and accounts: there are articles and shops among them.
  const links = [...new Set([...stated, ...urls('links').filter((url) => isOwn(url, name))])];
  const of = (scheme: RegExp) => links.filter((url) => scheme.test(url));
  return {
    ...noFacts('embedded', 0.75),
    name,
    ...pick('headline', about),
    ...pick('photo', textAt(account, 'profilePictureUrl')),
    emails: of(/^mailto:/i),
    phones: of(/^(?:tel|sms):/i),
    links: of(/^https?:/i),
  };
}

function isOwn(url: string, name: string): boolean {
  const link = toLink(url);
  return link !== undefined && bears(isProfileLink(link) ? accountOf(link) : new URL(link.url).hostname, name);
}
