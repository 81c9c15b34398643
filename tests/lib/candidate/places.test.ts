import { expect, test } from 'vitest';

import { stripWorkMode } from '#lib/candidate/places.ts';

test.each([
  ['Oslo, Norway · Remote', 'Oslo, Norway'],
  ['Oslo, Norwegen · Vor Ort', 'Oslo, Norwegen'],
  ['Warszawa, Polska · Hybrydowo', 'Warszawa, Polska'],
  ['Greater Oslo Area', 'Greater Oslo Area'],
  ['Oslo, Oslo, Norway', 'Oslo, Oslo, Norway'],
  ['Oslo (Remote)', 'Oslo'],
  ['Frankfurt (Oder)', 'Frankfurt (Oder)'],
  ['Remote', ''],
  ['À distance', ''],
  ['リモート', ''],
  ['', ''],
])('%s is the place %j', (text, place) => {
  expect(stripWorkMode(text)).toBe(place);
});
