import { describe, expect, test } from 'vitest';

import { tidy } from '#lib/sites/dom.ts';
import { isOngoing, looksLikeRange } from '#lib/sites/linkedin/range-shape.ts';

import { NO_RANGES, RANGES, WHOLE_RANGES } from '../candidate/ranges.ts';

/** Years of an era or of two digits are on personal sites, and never on LinkedIn. */
const PRINTED = WHOLE_RANGES.filter(([text]) => !/^(?:令和|平成|民國)|['’]\d\d/.test(text));

describe('without any table of words, a line', () => {
  test.each(PRINTED)('is told to be dates: %s (%s)', (text, lang = '') => {
    expect(looksLikeRange(tidy(text), lang)).toBe(true);
  });

  test.each([...NO_RANGES, 'Expo 2020 - Dubai', 'Class of 2019 - Oslo', 'Nordlys 2000 · Full-time', 'Havby - Oslo · Hybrid'])(
    'is told to be no dates: %s',
    (text) => {
      expect(looksLikeRange(text, 'en')).toBe(false);
    },
  );

  test.each(['', '*', 'en_US', 'xx'])('is judged whatever the page calls its language: %j', (lang) => {
    expect(looksLikeRange('Jul 2021 - Present · 3 yrs', lang)).toBe(true);
  });

  test.each(RANGES.filter(([, , range]) => range))('says by its right side whether it goes on: %s', (text, _, range) => {
    expect(isOngoing(text) ?? range?.current).toBe(range?.current);
  });
});
