import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/researchgate.ts';

describe('the address of a researcher', () => {
  test.each([
    ['https://www.researchgate.net/profile/Jane-Doe-Fixture-2', 'jane-doe-fixture-2', 'Jane-Doe-Fixture-2'],
    ['https://researchgate.net/profile/Jane-Doe-Fixture-2/', 'jane-doe-fixture-2', 'Jane-Doe-Fixture-2'],
    ['https://www.researchgate.net/profile/jane-doe-fixture-2/research', 'jane-doe-fixture-2', 'jane-doe-fixture-2'],
    ['https://www.researchgate.net/profile/Jane_Doe7?ev=hdr_xprf', 'jane_doe7', 'Jane_Doe7'],
    ['https://www.researchgate.net/profile/Zo%C3%AB-Fixture', 'zoë-fixture', 'Zo%C3%AB-Fixture'],
  ])('%s', (address, handle, slug) => {
    expect(identify(new URL(address))).toEqual({
      site: 'researchgate',
      handle,
      url: `https://www.researchgate.net/profile/${slug}`,
    });
  });

  test.each([
    'https://www.researchgate.net/',
    'https://www.researchgate.net/profile',
    'https://www.researchgate.net/profile/%E0%A4%A',
    'https://www.researchgate.net/profile/Jane-Doe/publication/990000001_Tides',
    'https://www.researchgate.net/scientific-contributions/Jane-Doe-990000001',
    'https://www.researchgate.net/institution/Nordlys-University',
    'https://www.researchgate.net/publication/990000001_Tides',
    'https://www.researchgate.net.evil.example/profile/Jane-Doe',
    'https://notresearchgate.net/profile/Jane-Doe',
    'https://www.researchgate.net@evil.example/profile/Jane-Doe',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
