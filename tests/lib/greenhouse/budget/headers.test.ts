import { expect, it } from 'vitest';

import { readLimit } from '#lib/greenhouse/budget/headers.ts';

const NOW = Date.UTC(2026, 10, 21, 10);
const HOURS = 5 * 3_600_000;
const at = (ms: number): string => new Date(ms).toUTCString();
const seconds = (ms: number): string => String(ms / 1000);

it.each([
  ['seconds of Retry-After', { 'Retry-After': '17' }, 17_000],
  ['seconds of Retry-After beyond a window', { 'Retry-After': '120' }, 120_000],
  ['no more than an hour of it', { 'Retry-After': '999999' }, 3_600_000],
  ['zero seconds as now', { 'Retry-After': '0' }, 0],
  ['a date in Retry-After', { 'Retry-After': at(NOW + 17_000) }, 17_000],
  [
    'a date in Retry-After, by the clock of Greenhouse',
    { 'Retry-After': at(NOW + HOURS + 17_000), Date: at(NOW + HOURS) },
    17_000,
  ],
  ['X-RateLimit-Reset', { 'X-RateLimit-Reset': seconds(NOW + 17_000) }, 17_000],
  [
    'X-RateLimit-Reset, by the clock of Greenhouse',
    { 'X-RateLimit-Reset': seconds(NOW - HOURS + 17_000), Date: at(NOW - HOURS) },
    17_000,
  ],
  ['Retry-After before X-RateLimit-Reset', { 'Retry-After': '3', 'X-RateLimit-Reset': seconds(NOW + 17_000) }, 3000],
  ['nothing when nothing says', {}, undefined],
  ['nothing when the reset is past', { 'X-RateLimit-Reset': '12' }, undefined],
  ['nothing when the reset is hours away', { 'X-RateLimit-Reset': seconds(NOW + HOURS) }, undefined],
  ['nothing when the reset is no number', { 'X-RateLimit-Reset': 'soon' }, undefined],
])('the end of a window is read from %s', (_, headers, endsIn) => {
  expect(readLimit(new Headers(headers as Record<string, string>), true, 30_000, NOW).endsIn).toBe(endsIn);
});

it('counts are read when they are counts', () => {
  const read = (limit: string, remaining: string) => {
    const headers = new Headers({ 'X-RateLimit-Limit': limit, 'X-RateLimit-Remaining': remaining });
    return readLimit(headers, false, 30_000, NOW);
  };
  expect(read('75', '0')).toEqual({ limit: 75, remaining: 0 });
  expect(read('many', '-1')).toEqual({});
  // A limit of nothing would never let anyone ask again.
  expect(read('0', '1e3')).toEqual({});
});

it('only who was refused is told to come back later', () => {
  expect(readLimit(new Headers({ 'Retry-After': '17' }), false, 30_000, NOW).endsIn).toBeUndefined();
});
