/** On which addresses a site lists people: from the address alone, so that no reader is put into a page for nothing. */
import { readerFor, SITES } from './list.ts';

/** By the id of the reader; each is held against path and query. */
const LISTS: Record<string, RegExp> = {
  'linkedin-people':
    /^\/(?:search\/results\/(?:people|all)|mynetwork)\/|^\/(?:company|school|showcase|events|groups)\/[^/]+\/(?:[^?]+\/)?(?:people|attendees|members)(?:\/|$|\?)/,
  'linkedin-recruiter': /^\/(?:talent|recruiter)\/(?!profile\/)/,
  'linkedin-sales': /^\/sales\/(?!lead\/|people\/|profile\/)/,
  github:
    /^\/[^/]+\/[^/]+\/(?:stargazers|watchers)|^\/orgs\/[^/]+\/(?:people|outside-collaborators|teams\/)|[?&]tab=follow(?:ers|ing)(?:&|$)|^\/search\?(?:.*&)?type=users(?:&|$)/i,
  scholar: /[?&]view_op=(?:search_authors|view_org)(?:&|$)/,
  x: /^\/\w+\/(?:(?:verified_)?followers|following|followers_you_follow|affiliates)\/?(?:\?|$)|^\/search\?(?:.*&)?f=user(?:&|$)|^\/i\/lists\/\d+\/(?:members|followers)|^\/\w+\/status\/\d+\/(?:likes|reposts|retweets|quotes)/,
};

export function hasListAt(address: string): boolean {
  const url = URL.parse(address);
  return Boolean(url && LISTS[readerFor(address)?.id ?? '']?.test(url.pathname + url.search));
}

/** Sites that have lists of people at all. */
export const LISTING: readonly string[] = SITES.filter(({ id, parts = [] }) =>
  [id, ...parts.map((part) => part.id)].some((reader) => reader in LISTS),
).map(({ id }) => id);
