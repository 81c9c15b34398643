/** The address of a page as a name for its person, and how two addresses of one site relate. */
import { toLink } from '#lib/candidate/links.ts';

import { attr, meta } from '../dom.ts';
import type { Reference } from '../site.ts';

/** Change how a page is shown, not whose it is. Anything else in a query may be the person's id and has to stay. */
const VIEW = /^(?:lang|hl|locale|language|tab|view|sort|page|ref|source|from|theme|print|amp|v)$/i;

/** `jane.example/about` for https://www.jane.example/about/index.html?lang=en. Hosts are lower case, paths are as they are. */
function handleOf(url: URL): string {
  const query = new URLSearchParams(new URL(toLink(url.href)?.url ?? url.href).search);
  for (const key of Array.from(query.keys())) if (VIEW.test(key)) query.delete(key);
  query.sort();
  const path = url.pathname.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/').replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${query.size > 0 ? `?${query}` : ''}`;
}

export function identify(url: URL): Reference | undefined {
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname) return undefined;
  const handle = handleOf(url);
  // The host keeps its `www.` where the address has to work; many servers answer to nothing else.
  const www = url.host.startsWith('www.') ? 'www.' : '';
  return { site: 'web', handle, url: `https://${www}${handle}${/[/?]/.test(handle) ? '' : '/'}` };
}

/** Where a page stands, and what its relative addresses start from: not the same where it has a `<base>`. */
export interface Here extends Reference {
  base: string;
}

export const hereOf = (document: Document, reference: Reference): Here => ({
  ...reference,
  base: URL.parse(attr(document, 'base[href]', 'href'), reference.url)?.href ?? reference.url,
});

/** The handle of an address that is on the page's own host; nothing for any other. */
export function handleHere(href: string, here: Here): string | undefined {
  const url = URL.parse(href, here.base);
  const other = url && identify(url)?.handle;
  return other && hostOf(other) === hostOf(here.handle) ? other : undefined;
}

export const hostOf = (handle: string): string => handle.split(/[/?]/, 1)[0]!;
/** The first page of a site, or of somebody's corner of it (`/~jdoe/`). */
export const isHome = (here: Here): boolean => /^[^/?]+(?:\/~[^/]+)?$/.test(here.handle);

const pathOf = (handle: string): string[] => handle.split('?', 1)[0]!.split('/').slice(1).filter(Boolean);

/**
 * Whether an address on this host is about another subject than the page: /users/bob on the page /users/alice. The site's
 * root, and an address within the other or with a language in front, are not.
 */
export function isElsewhere(href: string, here: Here): boolean {
  const other = handleHere(href, here);
  if (other === undefined || other === here.handle) return false;
  const [mine, its] = [pathOf(here.handle), pathOf(other)];
  const [short, long] = mine.length < its.length ? [mine, its] : [its, mine];
  let at = 0;
  for (const part of long) if (part === short[at]) at += 1;
  if (at < short.length) return true;
  // The same path with another id in its query is another person.
  const [a, b] = [here.handle, other].map((handle) => new URLSearchParams(handle.split('?')[1] ?? ''));
  return [...a!].some(([key, value]) => b!.has(key) && b!.get(key) !== value);
}

/** Single-page sites leave the head of the page they were entered by; then nothing in it is about this page. */
export const headIsStale = (document: Document, here: Here): boolean =>
  [attr(document, 'link[rel="canonical"]', 'href'), meta(document, 'og:url')].some(
    (href) => href !== '' && isElsewhere(href, here),
  ) || isAnotherAccount(meta(document, 'profile:username'), here);

/** Where sites of many people keep an account: `/@jane`, `/users/jane`. */
const ACCOUNT = /\/(?:@|(?:u|users?|profiles?|people|members?|authors?)\/@?)([^/?]+)/i;

/** Whether the address names an account by a word that is none of this user name. A number names it too. */
function isAnotherAccount(username: string, here: Here): boolean {
  const name = username.replace(/^@/, '').split('@', 1)[0]!.toLowerCase();
  const account = ACCOUNT.exec(here.handle)?.[1]?.toLowerCase() ?? '';
  return name !== '' && /\p{L}/u.test(account) && !here.handle.toLowerCase().includes(name) && !name.includes(account);
}

/** The page's own better name for itself. The site's root is none for a page below it: some sites print it on every page. */
export function canonicalHandle(document: Document, here: Here): string | undefined {
  const href = attr(document, 'link[rel="canonical"]', 'href');
  const handle = href && !isElsewhere(href, here) ? handleHere(href, here) : undefined;
  return handle !== undefined && (pathOf(handle).length > 0 || pathOf(here.handle).length === 0) ? handle : undefined;
}
