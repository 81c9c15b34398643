// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { github } from '#lib/sites/github.ts';

import { readFinished } from '../../sites/readers.ts';
import followers from '../../sites/github/followers-of-a-person/page.html?raw';
import page from '../../sites/github/signed-in-complete/page.html?raw';

const identify = (address: string) => github.identify(new URL(address));
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const read = (document: Document, address = 'https://github.com/solveig-fixture') =>
  readFinished(github, document, { patienceMs: 0, address: () => address });

describe('the address of a GitHub user', () => {
  test.each([
    'https://github.com/Jane-Fixture',
    'https://github.com/jane-fixture/',
    'https://github.com/jane-fixture?tab=followers',
    'https://github.com/JANE-FIXTURE?tab=repositories&q=x#top',
    'https://www.github.com/jane-fixture',
  ])('%s', (address) => {
    expect(identify(address)).toEqual({ site: 'github', handle: 'jane-fixture', url: 'https://github.com/jane-fixture' });
  });

  test.each([
    'https://github.com/',
    'https://github.com/jane-fixture/tide-tables',
    'https://github.com/orgs/northwind-fixture/people',
    'https://github.com/settings',
    'https://github.com/Settings',
    'https://github.com/sponsors/jane-fixture',
    'https://github.com/apps/some-bot',
    'https://github.com/-jane',
    'https://github.com/ghost',
    'https://github.com/dependabot%5Bbot%5D',
    'https://github.com/jane_doe_fixture_long',
    'https://github.com/ja.ne',
    `https://github.com/${'a'.repeat(60)}`,
    'https://gist.github.com/jane-fixture',
    'https://github.com.evil.example/jane-fixture',
    'https://notgithub.com/jane-fixture',
  ])('is not %s', (address) => {
    expect(identify(address)).toBeUndefined();
  });
});

describe('the number of a GitHub user', () => {
  test('never is that of the viewer, who is on the page as well', async () => {
    const document = parse(page);
    for (const element of document.querySelectorAll('main [src*="/u/9000001001"], main [href*="/u/9000001001"]'))
      element.remove();
    document.querySelector('meta[name="octolytics-dimension-user_id"]')?.remove();
    expect((await read(document)).aliases, 'that of the picture in the head').toEqual(['github-id:9000001001']);
    document.querySelector('meta[property="og:image"]')?.remove();
    expect((await read(document)).aliases).toEqual([]);
  });

  test('comes from the head only when the head names the same login', async () => {
    const document = parse(page);
    for (const element of document.querySelectorAll('main [src*="/u/9000001001"], main [href*="/u/9000001001"]'))
      element.remove();
    expect((await read(document)).aliases).toEqual(['github-id:9000001001']);
    document.querySelector('meta[name="octolytics-dimension-user_login"]')?.setAttribute('content', 'friend-fixture');
    expect((await read(document)).aliases).toEqual([]);
  });
});

test('a page that is about to show the person is waited for', async () => {
  const document = parse(page);
  const address = 'https://github.com/tomas-fixture';
  expect((await read(document, address)).status).toBe('not-ready');
  const login = document.querySelector('[itemprop="additionalName"]');
  const later = readFinished(github, document, { patienceMs: 1000, address: () => address });
  if (login) login.textContent = 'Tomas-Fixture';
  expect(await later).toMatchObject({ externalId: 'github:tomas-fixture' });
});

describe('an address in the README', () => {
  const withReadme = (address: string) => {
    const document = parse(page);
    document.querySelector('li[itemprop="email"]')?.remove();
    document.querySelector('article.markdown-body a[href^="mailto:"]')?.setAttribute('href', `mailto:${address}`);
    return read(document);
  };

  test('is taken when it bears the name of the person', async () => {
    expect((await withReadme('solveig.aune@post.example')).candidate?.emails).toMatchObject([
      { value: 'solveig.aune@post.example' },
    ]);
  });

  test('is left when it is a team’s', async () => {
    expect((await withReadme('team@survey-tool.example')).candidate?.emails).toEqual([]);
  });
});

describe('a page of people', () => {
  const list = (address: string) => github.list?.(parse(followers), new URL(address)) ?? [];

  test.each([
    'https://github.com/pawel-fixture?tab=followers',
    'https://github.com/pawel-fixture?tab=following&page=2',
    'https://www.github.com/jane/tide-tables/stargazers',
    'https://github.com/jane/tide-tables/stargazers/you_know',
    'https://github.com/jane/tide-tables/watchers',
    'https://github.com/orgs/northwind/people?query=role%3Aowner',
    'https://github.com/orgs/northwind/teams/rowers/members',
  ])('%s', (address) => {
    expect(list(address).length).toBe(4);
  });

  test.each([
    'https://github.com/pawel-fixture',
    'https://github.com/pawel-fixture?tab=repositories',
    'https://github.com/jane/tide-tables',
    'https://github.com/jane/tide-tables/stargazers/more/of/them',
    'https://github.com/search?q=x&type=repositories',
    'https://github.com.evil.example/jane/tide-tables/stargazers',
  ])('is not %s', (address) => {
    expect(list(address)).toEqual([]);
  });

  test('has rows in a layout that nobody has seen yet, by the picture of each person', () => {
    const document = parse(followers);
    for (const row of document.querySelectorAll('.d-table')) row.className = 'grid-a1b2';
    const owner = document.createElement('div');
    owner.innerHTML = '<p><span><a data-hovercard-type="user" href="/owner-fixture">owner-fixture</a></span></p>';
    document.querySelector('main')?.prepend(owner);
    expect(github.list?.(document, new URL('https://github.com/pawel-fixture?tab=followers'))).toMatchObject([
      { externalId: 'github:ines-fixture', fullName: 'Inés Prado', location: 'Bilbao' },
      { externalId: 'github:q7x-fixture' },
      { externalId: 'github:tomas-fixture' },
      { externalId: 'github:aiko-fixture' },
    ]);
  });

  test('is the list under the address of followers, and the person under the profile’s own', async () => {
    expect((await read(parse(followers), 'https://github.com/pawel-fixture?tab=followers')).status).toBe('list');
    expect(await read(parse(followers), 'https://github.com/pawel-fixture')).toMatchObject({
      externalId: 'github:pawel-fixture',
      status: 'partial',
    });
  });

  test('with nobody on it yet is the person’s', async () => {
    const document = parse(followers);
    document.querySelector('#user-profile-frame')?.replaceChildren();
    expect((await read(document, 'https://github.com/pawel-fixture?tab=followers')).externalId).toBe('github:pawel-fixture');
  });
});
