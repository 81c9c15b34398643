import { expect, test } from 'vitest';

import { splitName } from '#lib/candidate/names.ts';
import { besideName } from '#lib/panel/beside-name.ts';
import { NOBODY_YET } from '#lib/panel/draft.ts';

test.each([
  ['Dr. Robert “Bob” Stone (he/him), PhD', 'Dr. · Bob · he/him · PhD'],
  ['Jane Doe 🚀 · 2nd', ''],
  ['Jane Doe', ''],
])('%s has %j beside the name', (printed, line) => {
  expect(besideName({ ...NOBODY_YET, nameExtras: splitName(printed).extras })).toBe(line);
});

test('nothing was split', () => {
  expect(besideName(NOBODY_YET)).toBe('');
});
