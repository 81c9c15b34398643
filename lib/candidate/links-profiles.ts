/** Which links lead to a profile of one account, and not to a share button, a repository, a company or a help page. */
import type { Link } from './schema.ts';

/** By network: the paths of accounts. Networks with one name behind the host share the last row. */
const PATHS: Record<string, RegExp> = {
  linkedin: /^\/(?:in|pub)\/[^/]+/,
  bluesky: /^\/profile\/[^/]+\/?$/,
  stackoverflow: /^\/users\/\d+/,
  orcid: /^\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/,
  scholar: /^\/citations/,
  researchgate: /^\/profile\/[^/]+/,
  xing: /^\/profile\/[^/]+/,
  wellfound: /^\/u\/[^/]+/,
  medium: /^\/@[^/]+\/?$/,
  youtube: /^\/(?:@|c\/|channel\/|user\/)[^/]+/,
  mastodon: /^\/@/,
  threads: /^\/@/,
};
const ONE_NAME = /^\/@?[\w.-]{2,40}\/?$/;
/** One segment that is no account: share buttons and the networks' own pages. */
const NO_ACCOUNT =
  /^\/(?:share|sharer|intent|home|search|explore|login|signup|about|features|pricing|hashtag|i|settings|topics|trending|marketplace|docs|models|datasets|spaces|competitions|privacy|terms|tos|legal|help|policies|dialog|plugins|sponsors|watch)(?:\/|\.|$)/i;

/** The account's name in a link, in lower case: `jane-fixture` of linkedin.com/in/jane-fixture/. */
export const accountOf = (link: Link): string =>
  (
    new URL(link.url).pathname
      .replace(/^\/(?:in|pub|profile|users\/\d+|u|c|channel|user)(?=\/)/, '')
      .split('/')
      .find(Boolean) ?? ''
  )
    .replace(/^@/, '')
    .toLowerCase();

export function isProfileLink(link: Link): boolean {
  if (link.kind === 'website') return false;
  const { pathname } = new URL(link.url);
  return (PATHS[link.kind] ?? ONE_NAME).test(pathname) && !NO_ACCOUNT.test(pathname);
}

/** "Share this page" in its many spellings. */
export const isShareLink = (link: Link): boolean =>
  /\/(?:intent|share|sharer|sharing|share-offsite|sharer\.php|dialog)(?:\/|\?|$)|\/submit\?|[?&](?:url|u|text)=https?/i.test(
    link.url,
  ) && link.kind !== 'website';

/** Networks where only people have such an address: companies are elsewhere on them, or not at all. */
export const isPersonalLink = (link: Link): boolean =>
  isProfileLink(link) && /^(?:linkedin|orcid|scholar|stackoverflow|researchgate|xing)$/.test(link.kind);
