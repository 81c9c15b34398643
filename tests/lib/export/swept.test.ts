import { expect, test } from 'vitest';

import { sweptOf, type Over } from '#lib/export/swept.ts';

import { HOUR, MINUTE, NOW } from './machine/rows.ts';

const over = (id: string, age: number, closed?: 'found' | 'said'): Over => ({
  id,
  writtenAt: NOW - age,
  sends: [{ what: 'person', at: NOW - age, ...(closed ? { closed } : {}) }],
});
const DAY = 24 * HOUR;

test('what is over goes after a day', () => {
  expect(sweptOf([over('today', DAY, 'found'), over('yesterday', DAY + 1, 'found')], NOW)).toEqual(['yesterday']);
});

test('what may be there and was never seen is remembered for thirty', () => {
  const unseen = [over('open', 30 * DAY), over('given up', 30 * DAY, 'said'), over('old', 30 * DAY + 1)];
  expect(sweptOf(unseen, NOW)).toEqual(['old']);
});

test('of many the oldest go at once, but for those that no list need show yet', () => {
  const many = Array.from({ length: 203 }, (_, n) => over(`${n}`, 58 * MINUTE - n, 'found'));
  expect(sweptOf(many, NOW)).toEqual([]);
  expect(sweptOf(many, NOW + HOUR)).toEqual(['2', '1', '0']);
});
