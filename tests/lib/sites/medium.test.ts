import { describe, expect, test } from 'vitest';

import { siteFor } from '#lib/sites/list.ts';
import { identify } from '#lib/sites/medium.ts';

describe('the address of a profile on Medium', () => {
  test.each([
    ['https://medium.com/@jane_fixture', 'jane_fixture', 'https://medium.com/@jane_fixture'],
    ['https://medium.com/@Jane.Fixture/', 'jane.fixture', 'https://medium.com/@jane.fixture'],
    ['https://www.medium.com/%40jane', 'jane', 'https://medium.com/@jane'],
    ['http://medium.com/@jane?source=search#top', 'jane', 'https://medium.com/@jane'],
    ['https://medium.com/@jane/about', 'jane', 'https://medium.com/@jane'],
    ['https://medium.com/@jane/followers', 'jane', 'https://medium.com/@jane'],
    ['https://Jane-Fixture.medium.com/', 'jane-fixture', 'https://jane-fixture.medium.com'],
    ['https://jane-fixture.medium.com/about', 'jane-fixture', 'https://jane-fixture.medium.com'],
  ])('%s is %s', (address, handle, url) => {
    expect(identify(new URL(address))).toEqual({ site: 'medium', handle, url });
    expect(siteFor(address)?.id).toBe('medium');
  });

  test.each([
    'https://medium.com/',
    'https://medium.com/me/stories',
    'https://medium.com/northwind-engineering',
    'https://medium.com/@jane/a-story-9abcdef01234',
    'https://medium.com/@jane/list/reading-9abcdef01234',
    'https://medium.com/@jane/about/more',
    'https://medium.com/m/@jane',
    'https://jane-fixture.medium.com/a-story-9abcdef01234',
    'https://help.medium.com/',
    'https://policy.medium.com/about',
    'https://cdn-images-1.medium.com/',
    'https://a.b.medium.com/',
    'https://medium.com.evil.example/@jane',
    'https://notmedium.com/@jane',
    'https://medium.com@evil.example/@jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
