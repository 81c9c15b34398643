import { describe, expect, test } from 'vitest';

import { siteFor } from '#lib/sites/list.ts';
import { identify } from '#lib/sites/scholar.ts';

const USER = 'Fixture-AAAJ';

describe('the address of a scholar', () => {
  test.each([
    `https://scholar.google.com/citations?user=${USER}`,
    `https://scholar.google.com/citations?hl=en&user=${USER}&oi=ao#d=x`,
    `https://scholar.google.com/citations/?user=${USER}`,
    `https://scholar.google.de/citations?user=${USER}&hl=de`,
    `https://scholar.google.co.uk/citations?user=${USER}&view_op=list_works&sortby=pubdate&cstart=20`,
    `https://scholar.google.com.br/citations?hl=pt-BR&user=${USER}`,
  ])('%s', (address) => {
    expect(identify(new URL(address))).toEqual({
      site: 'scholar',
      handle: USER,
      url: `https://scholar.google.com/citations?user=${USER}`,
    });
    expect(siteFor(address)?.id).toBe('scholar');
  });

  test('has a case', () => {
    expect(identify(new URL(`https://scholar.google.com/citations?user=${USER.toLowerCase()}`))?.handle).toBe(USER.toLowerCase());
  });

  test.each([
    'https://scholar.google.com/',
    'https://scholar.google.com/citations',
    'https://scholar.google.com/citations?user=short',
    `https://scholar.google.com/citations?user=${USER}x`,
    `https://scholar.google.com/citations?user=${USER}&view_op=view_citation&citation_for_view=${USER}:u5`,
    `https://scholar.google.com/citations?user=${USER}&view_op=list_colleagues`,
    'https://scholar.google.com/citations?view_op=search_authors&mauthors=tides',
    `https://scholar.google.com/scholar?q=tides&user=${USER}`,
    `https://www.google.com/citations?user=${USER}`,
    `https://scholar.google.com.evil.example/citations?user=${USER}`,
    `https://scholar.google.evil/citations?user=${USER}`,
    `https://notscholar.google.com/citations?user=${USER}`,
    `https://scholar.google.com@evil.example/citations?user=${USER}`,
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
