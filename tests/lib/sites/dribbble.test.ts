import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/dribbble.ts';

describe('the address of a profile on Dribbble', () => {
  test.each([
    ['https://dribbble.com/jane_fixture', 'jane_fixture'],
    ['https://dribbble.com/Jane-Fixture/', 'jane-fixture'],
    ['http://www.dribbble.com/jane?ref=x#top', 'jane'],
    ['https://dribbble.com/jane/about', 'jane'],
    ['https://dribbble.com/jane/shots', 'jane'],
    ['https://dribbble.com/jane/followers', 'jane'],
  ])('%s is %s', (address, handle) => {
    expect(identify(new URL(address))).toEqual({ site: 'dribbble', handle, url: `https://dribbble.com/${handle}` });
  });

  test.each([
    'https://dribbble.com/',
    'https://dribbble.com/shots',
    'https://dribbble.com/Shots/popular',
    'https://dribbble.com/shots/9000001-poster',
    'https://dribbble.com/jobs',
    'https://dribbble.com/session/new',
    'https://dribbble.com/designers',
    'https://dribbble.com/tags/poster',
    'https://dribbble.com/jane/collections/9000001',
    'https://dribbble.com/jane/settings',
    'https://cdn.dribbble.com/jane',
    'https://dribbble.com.evil.example/jane',
    'https://notdribbble.com/jane',
    'https://dribbble.com@evil.example/jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
