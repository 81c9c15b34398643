import { expect, test } from 'vitest';

import { secondsToFill } from '#lib/identity/sync/how-long.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

test('one browser fetches a million people in about half an hour at the usual limit', () => {
  // 2,000 pages; 30 of the 75 calls of a window are the background's.
  expect(secondsToFill(1_000_000)).toBe(2000);
  expect(secondsToFill(200_000)).toBe(400);
});

test('browsers on one credential share the background’s part, which stays the same', () => {
  expect(secondsToFill(1_000_000, 20)).toBeCloseTo(11.1 * HOUR, -3);
  expect(secondsToFill(1_000_000, 500)).toBeCloseTo(11.57 * 24 * HOUR, -3);
});

test('a higher limit is used, and a very small one still lets it come to an end', () => {
  expect(secondsToFill(1_000_000, 1, 150)).toBe(1000);
  expect(secondsToFill(1_000_000, 1, 1)).toBe(2000 * 30);
  expect(secondsToFill(0)).toBeGreaterThan(0);
});
