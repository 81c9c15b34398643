import { describe, expect, test } from 'vitest';

import { isRange, parseDate, parseRange } from '#lib/candidate/dates.ts';

import { NO_RANGES, RANGES, WHOLE_RANGES } from './ranges.ts';

describe('a range of dates', () => {
  test.each(RANGES)('%s (%s)', (text, lang, expected) => {
    expect(parseRange(text, lang)).toEqual(expected);
  });

  test.each(WHOLE_RANGES)('is one: %s', (text, lang) => {
    expect(isRange(text, lang)).toBe(true);
  });

  test.each(NO_RANGES)('is none: %s', (text) => {
    expect(isRange(text, 'en')).toBe(false);
  });
});

describe('a date', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['July 15, 2021', 'en', '2021-07'],
    ['15 juillet 2021', 'fr', '2021-07'],
    ['15.07.2021', 'de', '2021-07'],
    ['07/15/2021', 'en', '2021-07'],
    ['06/07/2021', 'en', '2021'],
    ['2021/07', undefined, '2021-07'],
    ['2021-7', undefined, '2021-07'],
    ['2021-13', undefined, '2021'],
    ['Summer 2021', 'en', '2021'],
    ['lip 2021', undefined, '2021'],
    ['lip 2021', 'pl', '2021-07'],
    ['lip 2021', 'hr-HR', '2021-06'],
    ['２０２１年７月', 'ja', '2021-07'],
    ['May 2021', 'en', '2021-05'],
    ['may. de 2021', 'es', '2021-05'],
    ['mayıs 2021', 'tr', '2021-05'],
    ['12021', undefined, undefined],
    ['July', 'en', undefined],
    ['3 years', 'en', undefined],
  ])('%s (%s) is %s', (text, lang, expected) => {
    expect(parseDate(text, lang)).toBe(expected);
  });
});
