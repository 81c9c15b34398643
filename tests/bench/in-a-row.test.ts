import { expect, test } from 'vitest';

import { inARow } from './export/in-a-row.ts';

test('no calls are none in a row', () => {
  expect(inARow([])).toBe(0);
});

test('calls under way at once are one in a row', () => {
  const spans = [
    { from: 5, to: 25 },
    { from: 0, to: 20 },
    { from: 19, to: 40 },
  ];
  expect(inARow(spans)).toBe(1);
});

test('calls that begin after an answer are counted one by one', () => {
  const spans = [
    { from: 0, to: 20 },
    { from: 20, to: 40 },
    { from: 45, to: 60 },
  ];
  expect(inARow(spans)).toBe(3);
});

test('of several chains the longest counts', () => {
  const spans = [
    { from: 0, to: 100 },
    { from: 0, to: 10 },
    { from: 10, to: 20 },
    { from: 101, to: 110 },
    { from: 21, to: 30 },
  ];
  expect(inARow(spans)).toBe(4);
});
