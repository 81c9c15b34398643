import { describe, expect, test } from 'vitest';

import { splitName } from '#lib/candidate/names.ts';

import { CULTURES } from './cultures.ts';

const rows = Object.entries(CULTURES).flatMap(([culture, names]) =>
  names.map(([printed, first, last, extras = {}, lang = 'en']) => [culture, printed, first, last, extras, lang] as const),
);

test('the table is of forty cultures and more', () => {
  expect(Object.keys(CULTURES).length).toBeGreaterThanOrEqual(45);
  expect(rows.length).toBeGreaterThanOrEqual(250);
});

describe('a name', () => {
  test.each(rows)('%s: %s → %s + %s', (_, printed, firstName, lastName, extras, lang) => {
    const { confidence, extras: found, ...split } = splitName(printed, { lang });
    expect({ ...split, extras: Object.fromEntries(found.map(({ text, kind }) => [text, kind])) }).toEqual({
      firstName,
      ...(lastName === undefined ? {} : { lastName }),
      extras,
    });
    expect(confidence).toBeGreaterThan(0);
  });
});
