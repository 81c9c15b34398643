/** From links as a page has them to those that are kept: profiles at their one canonical address, and each once. */
import { LONGEST_LINK } from './limits.ts';
import { toLink } from './links.ts';
import type { RawReading } from './raw.ts';
import type { Link } from './schema.ts';
import { unique } from './unique.ts';

/** Whose profile an address leads to, and its canonical form; `undefined` for everything else. */
export type ProfileOf = (address: string) => { site: string; handle: string; url: string } | undefined;

/** Where a postal address leads to; the scholars and sites of the same company are people's. */
const isMap = ({ url }: Link): boolean =>
  /^https?:\/\/(?:maps\.google\.[a-z.]+\/|(?:www\.)?google\.[a-z.]+\/maps|(?:www\.)?bing\.com\/maps|(?:www\.)?openstreetmap\.org\/)/.test(
    url,
  );

/** Networks on which a person has one profile, so that any other one on it is somebody else's, or the network's own page. */
const ONE_PROFILE = new Set(['linkedin']);

/** Nothing for an address so long that no browser would keep it. */
export const linkOf = (href: string | undefined): Link | undefined =>
  href && href.length <= LONGEST_LINK ? toLink(href) : undefined;

/** The profile's own address first, and then the others that the page gave. */
export function linksOf(raw: RawReading, profileOf: ProfileOf): { own: Link | undefined; others: Link[] } {
  const canonical = (link: Link | undefined): Link | undefined => {
    const profile = link && profileOf(link.url);
    // A product of a network (LinkedIn's Recruiter) is a site of its own to us, and not to anybody else.
    return profile && link ? { url: profile.url, kind: link.kind === 'website' ? profile.site : link.kind } : link;
  };
  const own = canonical(linkOf(raw.ownUrl ?? raw.url));
  const given = (raw.person?.links ?? []).map((href) => canonical(linkOf(href)));
  const kept = given.filter((link) => link && !isMap(link) && !(link.kind === raw.site && ONE_PROFILE.has(link.kind)));
  const links = unique([own, ...kept], ({ url }) => {
    const profile = profileOf(url);
    return profile ? `${profile.site}:${profile.handle}` : url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '').toLowerCase();
  });
  return { own, others: links.filter((link) => link !== own) };
}
