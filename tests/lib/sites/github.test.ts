// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { github } from '#lib/sites/github.ts';

import { readFinished } from '../../sites/readers.ts';
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
