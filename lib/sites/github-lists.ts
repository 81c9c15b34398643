/** GitHub pages that show many people: stargazers, watchers, members of an organisation, results of a search for users. */
import type { RawReading } from '#lib/candidate/raw.ts';

import { all, tidy } from './dom.ts';

const LISTS = /^\/(?:[^/]+\/[^/]+\/(?:stargazers|watchers)|orgs\/[^/]+\/people)(?:\/|$)/;

/** Each person once, by the links that open their card; the link around the picture has no text, the one around the name has. */
export function peopleOf(document: Document, url: URL): NonNullable<RawReading['people']> {
  const search = url.pathname === '/search' && url.searchParams.get('type')?.toLowerCase() === 'users';
  if (!/^(?:www\.)?github\.com$/.test(url.hostname) || (!search && !LISTS.test(url.pathname))) return [];
  const names = new Map<string, string>();
  for (const anchor of all(document, 'main a[data-hovercard-type="user"][href]')) {
    const login = /^(?:https:\/\/github\.com)?\/([\w-]+)$/.exec(anchor.getAttribute('href') ?? '')?.[1];
    if (!login) continue;
    // "Name" and "login" are two spans of one link; of a picture the `alt` is no name.
    const printed = tidy([...anchor.children].map((child) => child.textContent).find(tidy) ?? anchor.textContent);
    const name = printed.toLowerCase() === login.toLowerCase() ? '' : printed;
    names.set(login, names.get(login) || name);
  }
  return [...names].map(([login, fullName]) => ({
    ...(fullName ? { fullName } : {}),
    externalId: `github:${login.toLowerCase()}`,
    url: `https://github.com/${login.toLowerCase()}`,
  }));
}
