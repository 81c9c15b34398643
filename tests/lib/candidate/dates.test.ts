import { describe, expect, test } from 'vitest';

import { isRange, parseDate, parseRange } from '#lib/candidate/dates.ts';

import { NO_RANGES, PRESENT_IN, RANGES, WHOLE_RANGES } from './ranges.ts';

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

const presents = Object.entries(PRESENT_IN).flatMap(([lang, words]) => words.split('|').map((word) => [lang, word] as const));

describe('what goes on', () => {
  test('is known in more than thirty languages', () => {
    expect(Object.keys(PRESENT_IN).length).toBeGreaterThan(50);
  });

  test.each(presents)('%s: %s', (lang, word) => {
    const open = { start: '2021', end: null, current: true };
    expect(parseRange(`2021 – ${word}`, lang)).toEqual(open);
    expect(parseRange(`2021 –${word}2 x`, lang)).toEqual(open);
    expect(parseRange(`${word} – 2021`, lang)).toEqual(open);
    expect(isRange(`2021 – ${word}`, lang)).toBe(true);
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
    ['Primavera 2021', 'es', '2021'],
    ['Printemps 2021', undefined, '2021'],
    ['Q3 2021', 'en', '2021'],
    ['Q3/2021', undefined, '2021'],
    ['2021-Q3', undefined, '2021'],
    ['3. Quartal 2021', 'de', '2021'],
    ['T3 2021', 'fr', '2021'],
    ['KW 12/2021', 'de', '2021'],
    ['H1 2021', 'en', '2021'],
    ['Oct. 3, 2019', 'en', '2019-10'],
    ['1er janvier 2020', 'fr', '2020-01'],
    ['Marketing 2021', 'en', '2021'],
    ['Junior 2021', undefined, '2021'],
    ['令和3年4月', 'ja', '2021-04'],
    ['民國110年', 'zh-TW', '2021'],
    ["Jul '19", 'en', '2019-07'],
    ['2021-07-15T08:00:00Z', undefined, '2021-07'],
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
