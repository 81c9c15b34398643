import { describe, expect, test } from 'vitest';

import { siteFor } from '#lib/sites/list.ts';
import { isMadeOf } from '#lib/sites/xing/address.ts';
import { identify } from '#lib/sites/xing/xing.ts';

describe('the address of a profile on XING', () => {
  test.each([
    ['https://www.xing.com/profile/Jane_Fixture', 'Jane_Fixture'],
    ['https://www.xing.com/profile/Jane_Fixture12/', 'Jane_Fixture12'],
    ['https://xing.com/profile/Jane_Fixture?sc_o=x#top', 'Jane_Fixture'],
    ['http://m.xing.com/profile/jane_fixture', 'jane_fixture'],
    ['https://www.xing.com/profile/Jane_Fixture/cv', 'Jane_Fixture'],
    ['https://www.xing.com/profile/Jane_Fixture/web_profiles', 'Jane_Fixture'],
    ['https://www.xing.com/profile/Jane_Fixture/portfolio', 'Jane_Fixture'],
    ['https://www.xing.com/profile/Jane_Anna-Fixture3', 'Jane_Anna-Fixture3'],
    ['https://www.xing.com/profile/J%C3%BCrgen_Fixture', 'J%C3%BCrgen_Fixture'],
  ])('%s', (address, slug) => {
    expect(identify(new URL(address))).toEqual({
      site: 'xing',
      handle: decodeURIComponent(slug).toLowerCase(),
      url: `https://www.xing.com/profile/${slug}`,
    });
    expect(siteFor(address)?.id).toBe('xing');
  });

  test.each([
    'https://www.xing.com/',
    'https://www.xing.com/profile',
    'https://www.xing.com/profile/my_profile',
    'https://www.xing.com/profile/my_profile/timeline/show/Jane_Fixture',
    'https://www.xing.com/profile/Jane_Fixture/cv/2',
    'https://www.xing.com/profile/Jane_Fixture/settings',
    'https://www.xing.com/profile/Jane%20Fixture',
    'https://www.xing.com/profile/%E0%A4%A',
    'https://www.xing.com/companies/hafen',
    'https://www.xing.com/pages/hafen',
    'https://www.xing.com/search/members?keywords=jane',
    'https://login.xing.com/profile/Jane_Fixture',
    'https://www.xing.com.evil.example/profile/Jane_Fixture',
    'https://notxing.com/profile/Jane_Fixture',
    'https://www.xing.com@evil.example/profile/Jane_Fixture',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

test.each([
  ['juergen_muellerfixture2', 'Jürgen Müller', true],
  ['jürgen_müller', 'Juergen Mueller', true],
  ['anna_schmidt12', 'Anna Schmidt-Okafor', true],
  ['josé_fixture', 'Jose Fixture', true],
  ['anna_schmidt', 'Kofi Mensah', false],
  ['a_schmidt', 'A Mensah', false],
])('the slug %s is made of the name %s: %s', (handle, name, expected) => {
  expect(isMadeOf(handle, name)).toBe(expected);
});
