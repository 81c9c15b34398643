import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/wellfound.ts';

describe('the address of a profile on Wellfound', () => {
  test.each([
    ['https://wellfound.com/u/jane-fixture', 'jane-fixture'],
    ['https://wellfound.com/u/Jane-Fixture-2/', 'jane-fixture-2'],
    ['http://www.wellfound.com/u/jane_fixture?ref=x#top', 'jane_fixture'],
    ['https://angel.co/u/jane-fixture', 'jane-fixture'],
  ])('%s is %s', (address, handle) => {
    expect(identify(new URL(address))).toEqual({ site: 'wellfound', handle, url: `https://wellfound.com/u/${handle}` });
  });

  test.each([
    'https://wellfound.com/',
    'https://wellfound.com/u',
    'https://wellfound.com/jobs',
    'https://wellfound.com/company/northwind',
    'https://wellfound.com/u/jane-fixture/edit',
    'https://wellfound.com/jane-fixture',
    'https://wellfound.com/p/jane-fixture',
    'https://angel.co/jane-fixture',
    'https://wellfound.com.evil.example/u/jane',
    'https://notwellfound.com/u/jane',
    'https://notangel.co/u/jane',
    'https://wellfound.com@evil.example/u/jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
