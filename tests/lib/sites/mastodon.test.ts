// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { siteFor } from '#lib/sites/list.ts';
import { identify, isMastodon, mastodon } from '#lib/sites/mastodon.ts';

import page from '../../sites/mastodon/app-complete/page.html?raw';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('the address of a profile on Mastodon', () => {
  test.each([
    ['https://mastodon.social/@jane_fixture', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/@Jane_Fixture/', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/@jane_fixture/with_replies', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/@jane_fixture/media?max_id=9#top', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/@jane_fixture/followers', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/@jane_fixture/tagged/search', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/web/@jane_fixture', 'jane_fixture@mastodon.social'],
    ['https://mastodon.social/deck/@jane_fixture', 'jane_fixture@mastodon.social'],
    ['https://www.social.example/@jane.fixture', 'jane.fixture@social.example'],
    ['http://social.example/@jane', 'jane@social.example'],
    ['https://social.example:8443/@jane', 'jane@social.example:8443'],
    ['https://mastodon.social/@jane@Social.Nordmann.example', 'jane@social.nordmann.example'],
    ['https://mastodon.social/@jane@social.example/media', 'jane@social.example'],
  ])('%s is %s', (address, handle) => {
    const [user, host] = handle.split('@');
    expect(identify(new URL(address))).toEqual({ site: 'mastodon', handle, url: `https://${host}/@${user}` });
  });

  test.each([
    'https://mastodon.social/',
    'https://mastodon.social/jane_fixture',
    'https://mastodon.social/@',
    'https://mastodon.social/@jane_fixture/114000000000000001',
    'https://mastodon.social/@jane@social.example/114000000000000001',
    'https://mastodon.social/@jane_fixture/114000000000000001/embed',
    'https://mastodon.social/@jane@nohost',
    'https://mastodon.social/@jane@social.example@evil.example',
    'https://mastodon.social/@jane fixture',
    'https://mastodon.social/explore/@jane',
    'https://mastodon.social/tags/@jane',
    'https://evil.example/https://mastodon.social/@jane',
    'chrome-extension://abc.example/@jane',
    'http://localhost/@jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });

  test('large servers are known by their host, look-alikes are any page', () => {
    expect(siteFor('https://hachyderm.io/@jane')?.id).toBe('mastodon');
    expect(siteFor('https://hachyderm.io.evil.example/@jane')?.id).toBe('web');
    expect(siteFor('https://nothachyderm.io/@jane')?.id).toBe('web');
  });
});

describe('a document of this software', () => {
  test.each([
    '<div id="mastodon" data-props="{}"></div>',
    '<script id="initial-state" type="application/json">{}</script>',
    '<div class="account__header"></div>',
    '<div class="public-account-header"></div>',
    '<meta property="og:title" content="Jane (@jane@social.example)"><link rel="alternate" type="application/activity+json" href="https://social.example/users/jane">',
  ])('%s', (html) => {
    expect(isMastodon(parse(html))).toBe(true);
  });

  test.each([
    '<h1>Jane</h1><p>@jane@social.example</p>',
    '<meta property="og:title" content="Jane (@jane) on Videos">',
    '<link rel="alternate" type="application/activity+json" href="https://blog.example/author/jane">',
  ])('is not %s', (html) => {
    expect(isMastodon(parse(html))).toBe(false);
  });
});

test.each(['bot', 'group'])('an account that says that it is a %s is nobody', (role) => {
  const document = parse(page);
  const url = new URL('https://fosstodon.org/@solveig_fixture');
  const reference = identify(url)!;
  expect(mastodon.look(document, reference, url)).toBe('profile');
  const badge = document.createElement('div');
  badge.className = `account-role ${role}`;
  document.querySelector('.account__header__tabs__name')?.append(badge);
  expect(mastodon.look(document, reference, url)).toBe('not-a-profile');
});
