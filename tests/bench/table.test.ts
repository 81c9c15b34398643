import { expect, test } from 'vitest';

import { holds, type Row } from './row.ts';
import { median, ratios } from './spread.ts';
import { table } from './table.ts';

const row = (changes: Partial<Row>): Row => ({ what: 'worker', value: 38.46, unit: 'kB', ...changes });

test('a bound is held up to its very value, and a benchmark that could not be run holds nothing', () => {
  expect(holds(row({ value: 45, atMost: 45 }))).toBe(true);
  expect(holds(row({ value: 45.001, atMost: 45 }))).toBe(false);
  expect(holds(row({ value: Number.NaN, atMost: 45 }))).toBe(false);
  expect(holds({ what: 'picker', failed: 'no browser' })).toBe(false);
  expect(holds(row({}))).toBeUndefined();
});

test('each row says what was measured, its bound, and whether it holds', () => {
  const lines = table([
    row({ atMost: 45 }),
    { what: 'reading', value: 0.1234, unit: 'ratio', range: [0.1, 1.5], atMost: 0.1 },
    row({ what: 'options page' }),
  ]).split('\n');
  expect(lines[2]).toMatch(/^worker +38\.5 kB +≤ 45\.0 kB +holds$/);
  expect(lines[3]).toMatch(/^reading +0\.123 × \(0\.100 × – 1\.50 ×\) +≤ 0\.100 × +DOES NOT HOLD$/);
  expect(lines[4]).toMatch(/^options page +38\.5 kB$/);
});

test('the middle of an even number lies between two, and ratios are taken pair by pair', () => {
  expect(median([9, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 3])).toBe(3);
  expect(ratios([1, 8], [2, 4])).toEqual([0.5, 2]);
});
