// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { foremAnywhere, identify, identifyAnywhere, isForem } from '#lib/sites/devto.ts';

import { readFinished } from '../../sites/readers.ts';
import page from '../../sites/devto/complete-with-the-head-of-another-person/page.html?raw';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('the address of a member', () => {
  test.each([
    'https://dev.to/jane_fixture',
    'https://dev.to/Jane_Fixture/',
    'https://dev.to/jane_fixture?x=1#y',
    'https://www.dev.to/jane_fixture',
    'https://dev.to/jane_fixture/comments',
  ])('%s', (address) => {
    expect(identify(new URL(address))).toEqual({ site: 'devto', handle: 'jane_fixture', url: 'https://dev.to/jane_fixture' });
  });

  test.each([
    'https://dev.to/',
    'https://dev.to/top/week',
    'https://dev.to/Settings',
    'https://dev.to/settings/profile',
    'https://dev.to/t/rust',
    'https://dev.to/jane_fixture/tides-in-go-1a2b',
    'https://dev.to/jane-fixture',
    'https://dev.to/j',
    'https://dev.to.evil.example/jane_fixture',
    'https://notdev.to/jane_fixture',
    'https://dev.to@evil.example/jane_fixture',
    'https://sub.dev.to/jane_fixture',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

test('another community of Forem is known by its document, and has its host in the handle', async () => {
  const address = () => 'https://community.harbour.example/solveig_fixture';
  expect(identifyAnywhere(new URL(address()))?.handle).toBe('community.harbour.example/solveig_fixture');
  expect(await readFinished(foremAnywhere, parse(page), { patienceMs: 0, address })).toMatchObject({
    externalId: 'devto:community.harbour.example/solveig_fixture',
    aliases: ['devto-id:community.harbour.example/990201'],
  });
  const other = parse(page);
  for (const meta of other.querySelectorAll('meta[property^="forem:"]')) meta.remove();
  expect(isForem(other)).toBe(false);
  expect((await readFinished(foremAnywhere, other, { patienceMs: 0, address })).status).toBe('not-a-profile');
});
