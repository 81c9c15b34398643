/** Whose profile an address of X is. */
import type { Reference } from '../site.ts';

const HOST = /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/;
/** Words in the place of a handle that are the site's own. */
const RESERVED = new Set(
  (
    'about account accounts articles bookmarks communities compose connect_people directory download edit explore favorites follow ' +
    'followers following goodies grok hashtag help home i intent invitations jobs lists logged_out login logout media mentions ' +
    'messages moments notifications oauth personalization places premium privacy report rules search session sessions settings ' +
    'share signup spaces statuses status topics tos trends tweetdeck who_to_follow widgets'
  ).split(' '),
);
const TABS = /^(?:with_replies|media|likes|highlights|articles|superfollows|photo|header_photo|about)$/;
/** Tabs that show people, and of the profile no more than its name. */
const PEOPLE_TABS = /^(?:(?:verified_)?followers|following|followers_you_follow|affiliates)$/;

const segmentsOf = ({ pathname }: URL): string[] => pathname.split('/').filter(Boolean);

/** Every address of a profile, its tabs too. Handles are 1 to 15 letters, digits and underscores, in any case. */
export function identify(url: URL): Reference | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const [name = '', tab, ...more] = segmentsOf(url);
  const handle = name.replace(/^@/, '').toLowerCase();
  if (more.length > 0 || !/^\w{1,15}$/.test(handle) || RESERVED.has(handle)) return undefined;
  if (tab !== undefined && !TABS.test(tab) && !PEOPLE_TABS.test(tab)) return undefined;
  return { site: 'x', handle, url: `https://x.com/${handle}` };
}

/** Followers, members of a list, who liked a post, results of a search for people. */
export function isListOfPeople(url: URL): boolean {
  if (!HOST.test(url.hostname)) return false;
  const [one = '', two = '', three = '', four = ''] = segmentsOf(url);
  return (
    (PEOPLE_TABS.test(two) && !three) ||
    (one === 'search' && url.searchParams.get('f') === 'user') ||
    (one === 'i' && two === 'lists' && /^(?:members|followers)$/.test(four)) ||
    (two === 'status' && three !== '' && /^(?:likes|reposts|retweets|quotes)$/.test(four))
  );
}

/** Saved pages have absolute links, live ones relative. */
export const handleOf = (href: string | null | undefined): string | undefined => {
  const url = URL.parse(href ?? '', 'https://x.com');
  return url ? identify(url)?.handle : undefined;
};

/** Mentions and hashtags. */
export const isInternal = (href: string): boolean => HOST.test(URL.parse(href, 'https://x.com')?.hostname ?? '');
