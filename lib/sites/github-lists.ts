/**
 * GitHub pages that show many people: stargazers and watchers of a repository, people of an organisation, followers and
 * followed of a user, results of a search for users. Only what the page has drawn; a search's own data adds to drawn rows.
 */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, attr, first, textOf, tidy } from './dom.ts';
import { jsonIn, listAt, textAt } from './embedded.ts';
import { isLogin } from './github-login.ts';

const REPOSITORY_OR_TEAM =
  /^\/(?:[^/]+\/[^/]+\/(?:stargazers|watchers)(?:\/you_know)?|orgs\/[^/]+\/(?:people|outside-collaborators|teams\/[^/]+(?:\/members)?))\/?$/;

/** Followers share the address of a profile; the others have one of their own. */
export const isFollowList = (url: URL): boolean => /^(?:followers|following)$/.test(url.searchParams.get('tab') ?? '');

const isSearch = (url: URL): boolean => url.pathname === '/search' && url.searchParams.get('type')?.toLowerCase() === 'users';

/** A row is the list item or table of a person; other links to people (the owner, sponsors, a feed) stand in none. */
const ROW = 'li, .d-table, [data-testid="results-list"] > *';

/** Each person once, in the order of the page. */
export function peopleOf(document: Document, url: URL): ListedPerson[] {
  if (!/^(?:www\.)?github\.com$/.test(url.hostname)) return [];
  const search = isSearch(url);
  if (!search && !isFollowList(url) && !REPOSITORY_OR_TEAM.test(url.pathname)) return [];
  const scope = search
    ? '[data-testid="results-list"] a[href]'
    : 'main [id^="member-"], main a[data-hovercard-type="user"][href]';
  const embedded = search ? searchResults(document) : new Map<string, SearchResult>();
  const people = new Map<string, ListedPerson>();
  const seen = new Set<Element>();
  for (const anchor of all(document, scope)) {
    const login = loginOf(anchor);
    const row = login ? rowOf(anchor, login) : undefined;
    // Two rows in one another: the inner one is somebody's that the outer one mentions.
    if (!login || !row || seen.has(row) || people.has(login)) continue;
    if (!first(row, 'img') || first(row, '[data-hovercard-url^="/orgs/"], [data-hovercard-type="organization"]')) continue;
    seen.add(row);
    people.set(login, personOf(row, login, embedded.get(login)));
  }
  return [...people.values()];
}

/** In a layout that has neither, what holds the person's picture and words. */
function rowOf(anchor: Element, login: string): Element | undefined {
  const row = anchor.closest(ROW);
  if (row) return row;
  let block = anchor.parentElement;
  for (let level = 0; block && level < 4; level += 1, block = block.parentElement) {
    const pictured = all(block, 'img[alt]').some((picture) => picture.getAttribute('alt')?.toLowerCase() === `@${login}`);
    if (pictured && tidy(block.textContent)) return block;
  }
  return undefined;
}

/** Of members the link may lead to what the organisation knows of them, so that their mark says who it is. */
function loginOf(element: Element): string | undefined {
  const member = /^member-(.+)$/.exec(element.id)?.[1];
  const login =
    member ??
    /^(?:https:\/\/(?:www\.)?github\.com)?(?:\/orgs\/[\w-]+\/people)?\/([\w-]+)$/.exec(element.getAttribute('href') ?? '')?.[1];
  return login && isLogin(login) ? login.toLowerCase() : undefined;
}

function personOf(row: Element, login: string, found: SearchResult | undefined): ListedPerson {
  const named = nameIn(row, login);
  const fullName = named?.name || found?.name;
  const headline = (named && bioBehind(named.anchor)) || found?.bio || behind(row, '.octicon-organization');
  const location = behind(row, '.octicon-location') || found?.location || plainItem(row);
  const id = /\.githubusercontent\.com\/u\/(\d+)/.exec(attr(row, 'img', 'src'))?.[1] || found?.id;
  return {
    ...(fullName ? { fullName } : {}),
    ...(headline ? { headline } : {}),
    externalId: `github:${login}`,
    url: `https://github.com/${login}`,
    ...(location ? { location } : {}),
    ...(id ? { aliases: [`github-id:${id}`] } : {}),
  };
}

/** The text of a link to the person that is not the login. Name and login may be two parts of one link, or two links. */
function nameIn(row: Element, login: string): { name?: string; anchor: Element } | undefined {
  let anchor: Element | undefined;
  for (const link of all(row, '[id^="member-"], a[href]')) {
    const linked = first(link, 'a[href]') ?? link;
    if (loginOf(link) !== login || !tidy(link.textContent)) continue;
    anchor ??= linked;
    const parts = [...linked.childNodes].map((part) => tidy(part.textContent)).filter(Boolean);
    const whole = tidy(linked.textContent);
    // A search marks what was searched for within the name, which then comes in parts.
    const name = parts.length > 1 && parts.at(-1)!.toLowerCase() === login ? parts.slice(0, -1).join(' ') : whole;
    if (name.toLowerCase() !== login && name !== `@${login}`) return { name, anchor: linked };
  }
  return anchor && { anchor };
}

/** What people write about themselves is a block of its own under the name. */
function bioBehind(anchor: Element): string {
  const next = (anchor.closest('h3, h4') ?? anchor).nextElementSibling;
  return next?.localName === 'div' && !first(next, 'svg, form, ul') ? textOf(next) : '';
}

/** Company and place have no mark but the picture before them: the text behind it, as far as the next one. */
function behind(row: Element, icon: string): string {
  const picture = first(row, icon);
  for (let from: Element | null | undefined = picture; from && from !== row; from = from.parentElement) {
    let printed = '';
    for (let node = from.nextSibling; node && !hasPicture(node); node = node.nextSibling) printed += node.textContent ?? '';
    if (tidy(printed)) return tidy(printed);
    if (from.nextSibling && tidy(from.nextSibling.textContent)) return '';
  }
  return '';
}

/** A search prints the place as the first item without a link, before counts. */
const plainItem = (row: Element): string =>
  all(row, 'ul > li')
    .filter((item) => !first(item, 'a'))
    .map(textOf)
    .find((printed) => /\p{L}/u.test(printed) && !/^\d/.test(printed)) ?? '';

const hasPicture = (node: Node): boolean =>
  node.nodeType === 1 && ((node as Element).localName === 'svg' || first(node as Element, 'svg') !== undefined);

type SearchResult = Record<'id' | 'name' | 'bio' | 'location', string>;

/** By login: the data that the search page was drawn from. A later search leaves it as it was, so rows alone say who is shown. */
function searchResults(document: Document): Map<string, SearchResult> {
  const data = jsonIn(first(document, 'script[data-target="react-app.embeddedData"]')?.textContent);
  return new Map(
    listAt(data, 'payload', 'results').map((row) => [
      (textAt(row, 'login') || textAt(row, 'display_login')).toLowerCase(),
      {
        id: /^\d+$/.exec(textAt(row, 'id'))?.[0] ?? '',
        name: textAt(row, 'name'),
        bio: textAt(row, 'profile_bio'),
        location: textAt(row, 'location'),
      },
    ]),
  );
}
