/** Every form that the URL of a LinkedIn profile takes, reduced to one. */
import type { Reference } from '../site.ts';

import { isProfileId } from './profile-id.ts';

/** `www`, none, the mobile hosts, and the two-letter hosts of public pages; compared whole, so that no look-alike gets in. */
const HOST = /^(?:(?:www|m|touch|[a-z]{2})\.)?linkedin\.com$/;

/** Where a signed-out visitor is sent; the profile that was wanted stands in a parameter. */
const GATES = new Set(['authwall', 'checkpoint', 'uas', 'login', 'signup']);

/** The viewer's own shortcut, and the address of a person who is gone: neither names anybody. */
const NOBODY = new Set(['me', 'unavailable']);

/** Who a URL is about, or `undefined` when it is not a page about one person. */
export function identify(url: URL): Reference | undefined {
  const handle = handleOf(url);
  return handle === undefined ? undefined : { site: 'linkedin', handle, url: profileUrl(handle) };
}

export const profileUrl = (handle: string): string => `https://www.linkedin.com/in/${encodeURIComponent(handle)}/`;

/** The handle that a link of the page leads to; relative links are LinkedIn's own. */
export function handleOfLink(href: string | null | undefined): string | undefined {
  const url = href ? URL.parse(href, 'https://www.linkedin.com/') : null;
  return url ? handleOf(url) : undefined;
}

/**
 * A slug as it is compared: percent-decoded, NFC, lower case. A profile id keeps its case, which is part of it.
 * `undefined` when the text cannot be one.
 */
export function toHandle(raw: string | undefined): string | undefined {
  if (!raw) return undefined;
  let slug: string;
  try {
    slug = decodeURIComponent(raw).normalize('NFC');
  } catch {
    return undefined;
  }
  if (/[\s/?#\p{Cc}]/u.test(slug)) return undefined;
  if (isProfileId(slug)) return slug;
  const handle = slug.toLowerCase();
  return NOBODY.has(handle) ? undefined : handle;
}

/** Whether a URL stands at such a path of LinkedIn's. */
export const isAt = (url: URL, paths: RegExp): boolean => isLinkedIn(url) && paths.test(url.pathname);

const isLinkedIn = ({ hostname, protocol }: URL): boolean => HOST.test(hostname) && /^https?:$/.test(protocol);

function handleOf(url: URL): string | undefined {
  if (!isLinkedIn(url)) return undefined;
  const [area = '', name, ...rest] = url.pathname.split('/').slice(1);
  // Posts and comments: a page about what was said, with many people in it.
  if (rest[0] === 'recent-activity' || rest[1] === 'recent-activity') return undefined;
  if (area === 'in') return toHandle(name);
  if (area === 'pub') return fromPublicDirectory(name, rest);
  if (area === 'profile' && name === 'view') return onlyId(url.searchParams.get('id'));
  if (!GATES.has(area)) return undefined;
  const wanted = url.searchParams.get('sessionRedirect') ?? url.searchParams.get('session_redirect');
  const path = wanted ? URL.parse(wanted, url) : null;
  return path && !GATES.has(path.pathname.split('/')[1] ?? '') ? handleOf(path) : undefined;
}

/** The old `/profile/view?id=` carried a number as well, which leads nowhere any more. */
const onlyId = (id: string | null): string | undefined => (id && isProfileId(id) ? id : undefined);

/**
 * `/pub/<name>/<a>/<b>/<c>`, given out until 2015 and still in CVs, became `/in/<name>-<c><b><a>` with `b` and `c` filled up to
 * three characters and a zero `a` dropped. From how such links were redirected; not documented.
 */
function fromPublicDirectory(name: string | undefined, rest: string[]): string | undefined {
  const [a, b, c] = rest;
  if (!name || !a || !b || !c) return undefined;
  return toHandle(`${name}-${c.padStart(3, '0')}${b.padStart(3, '0')}${a === '0' ? '' : a}`);
}
