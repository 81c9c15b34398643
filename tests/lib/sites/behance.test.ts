import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/behance.ts';

describe('the address of a profile on Behance', () => {
  test.each([
    ['https://www.behance.net/jane_fixture', 'jane_fixture'],
    ['https://www.behance.net/Jane-Fixture/', 'jane-fixture'],
    ['http://behance.net/jane?tracking_source=search#top', 'jane'],
    ['https://www.behance.net/jane/projects', 'jane'],
    ['https://www.behance.net/jane/appreciated', 'jane'],
    ['https://www.behance.net/jane/info', 'jane'],
  ])('%s is %s', (address, handle) => {
    expect(identify(new URL(address))).toEqual({ site: 'behance', handle, url: `https://www.behance.net/${handle}` });
  });

  test.each([
    'https://www.behance.net/',
    'https://www.behance.net/gallery/9000001/A-poster',
    'https://www.behance.net/search',
    'https://www.behance.net/Search',
    'https://www.behance.net/joblist',
    'https://www.behance.net/onboarding/creatives',
    'https://www.behance.net/jane/moodboard/9000001',
    'https://www.behance.net/jane.doe',
    'https://help.behance.net/jane',
    'https://www.behance.net.evil.example/jane',
    'https://notbehance.net/jane',
    'https://www.behance.net@evil.example/jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
