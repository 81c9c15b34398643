import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/codeberg.ts';

const handleOf = (address: string) => identify(new URL(address))?.handle;

describe('the address of a person at Codeberg', () => {
  test.each([
    'https://codeberg.org/jane-fixture',
    'https://codeberg.org/Jane-Fixture/',
    'https://codeberg.org/JANE-FIXTURE?tab=followers#top',
  ])('%s', (address) => {
    expect(handleOf(address)).toBe('jane-fixture');
  });

  test.each([
    'https://codeberg.org/',
    'https://codeberg.org/jane-fixture/tide-clock',
    'https://codeberg.org/jane-fixture.rss',
    'https://codeberg.org/explore',
    'https://docs.codeberg.org/jane-fixture',
    'https://codeberg.org.evil.example/jane-fixture',
    'https://notcodeberg.org/jane-fixture',
    'https://codeberg.org@evil.example/jane-fixture',
  ])('is not %s', (address) => {
    expect(handleOf(address)).toBeUndefined();
  });
});
