// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';
import { siteFor } from '#lib/sites/list.ts';
import { identify, x } from '#lib/sites/x/x.ts';

import { readFinished } from '../../sites/readers.ts';
import page from '../../sites/x/signed-in-complete/page.html?raw';

describe('the address of a profile on X', () => {
  test.each([
    'https://x.com/jane_fixture',
    'https://x.com/Jane_Fixture/',
    'https://x.com/jane_fixture?s=21&t=abc#top',
    'https://x.com/@jane_fixture',
    'https://www.x.com/jane_fixture',
    'https://mobile.x.com/jane_fixture',
    'http://twitter.com/JANE_FIXTURE',
    'https://www.twitter.com/jane_fixture?lang=de',
    'https://mobile.twitter.com/jane_fixture',
    'https://x.com/jane_fixture/with_replies',
    'https://x.com/jane_fixture/media',
    'https://x.com/jane_fixture/highlights',
    'https://x.com/jane_fixture/followers',
    'https://x.com/jane_fixture/following',
    'https://x.com/jane_fixture/verified_followers',
  ])('%s', (address) => {
    expect(identify(new URL(address))).toEqual({ site: 'x', handle: 'jane_fixture', url: 'https://x.com/jane_fixture' });
    expect(siteFor(address)?.id).toBe('x');
  });

  test.each([
    'https://x.com/',
    ...'home explore search i settings notifications messages hashtag compose login Login tos jobs'
      .split(' ')
      .map((word) => `https://x.com/${word}`),
    'https://x.com/jane_fixture/status/1900000000000000001',
    'https://x.com/jane_fixture/lists',
    'https://x.com/i/user/9000000001',
    'https://x.com/intent/user?screen_name=jane_fixture',
    'https://x.com/jane-fixture',
    'https://x.com/jane.fixture',
    'https://x.com/jane_fixture_is_too_long',
    'https://x.com/search?q=jane&f=user',
    'https://help.x.com/jane_fixture',
    'https://x.com.evil.example/jane_fixture',
    'https://notx.com/jane_fixture',
    'https://nottwitter.com/jane_fixture',
    'https://x.com@evil.example/jane_fixture',
    'https://evil.example/https://x.com/jane_fixture',
    'https://t.co/jane_fixture',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const read = (document: Document, address: string, patienceMs = 0) =>
  readFinished(x, document, { patienceMs, address: () => address });

test('the header decides whose page it is, whatever the head still says', async () => {
  const document = parse(page);
  const address = 'https://x.com/tomas_fixture';
  expect((await read(document, address)).status).toBe('not-ready');
  const later = read(document, address, 1000);
  for (const element of document.querySelectorAll('[data-testid="UserName"] span'))
    if (element.textContent === '@Solveig_FX') element.textContent = '@Tomas_Fixture';
  expect(await later).toMatchObject({ externalId: 'x:tomas_fixture', aliases: [] });
});

test('without the structured data the shortened links are read from what is printed', async () => {
  const document = parse(page);
  document.querySelector('script')?.remove();
  const linksOf = (reading: Reading) => reading.candidate?.links.map((link) => link.url);
  const reading = await read(document, 'https://x.com/solveig_fx');
  expect(linksOf(reading)).toEqual([
    'https://x.com/solveig_fx',
    'https://nordmann.example/search-engine',
    'https://harbour.example/',
  ]);
  // An address that is cut short leads nowhere, so the short link is kept.
  document.querySelector('[data-testid="UserUrl"] span')!.textContent = 'nordmann.example/a-search-…';
  expect(linksOf(await read(document, 'https://x.com/solveig_fx'))?.[1]).toBe('https://t.co/siteSite');
  expect(reading.aliases).toEqual(['x-id:9000000100']);
});

test('an address that is cut short is found whole in the structured data', async () => {
  const document = parse(page);
  document.querySelector('[data-testid="UserUrl"] span')!.textContent = 'nordmann.example/search-…';
  const { candidate } = await read(document, 'https://x.com/solveig_fx');
  expect(candidate?.links[1]?.url).toBe('https://nordmann.example/search-engine');
});

test('an account suggested inside of the column is nobody’s number', async () => {
  const document = parse(page);
  document.querySelector('script')?.remove();
  for (const element of document.querySelectorAll('[data-testid="9000000100-follow"], [href$="header_photo"]')) element.remove();
  expect((await read(document, 'https://x.com/solveig_fx')).aliases).toEqual([]);
});
