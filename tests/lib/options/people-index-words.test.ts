import { beforeEach, describe, expect, test } from 'vitest';

import { ERROR_CODES } from '#lib/errors.ts';
import type { IndexScope, IndexStatus } from '#lib/identity/sync/status.ts';
import { failingAdvice } from '#lib/options/people-index-advice.ts';
import { durationText, timesFor } from '#lib/options/people-index-times.ts';
import { progressOf, scopeText, stateText } from '#lib/options/people-index-words.ts';

import { speakEnglish } from './english.ts';
import { NOW } from './ports.ts';

beforeEach(speakEnglish);

const HALF: IndexStatus = { scope: { kind: 'everybody' }, state: 'filling', people: 400_000, of: 1_000_000, damaged: 0 };
const FRESH: IndexStatus = { ...HALF, state: 'fresh', people: 1_000_000, upTo: NOW - 60_000 };

describe('how far it has come', () => {
  test.each<[string, Partial<IndexStatus>, string, number | undefined]>([
    ['a part', {}, 'About 40%: 400,000 of about 1,000,000 people.', 0.4],
    ['never whole before it is', { people: 1_000_100 }, 'About 99%: 1,000,100 of about 1,000,100 people.', 0.99],
    ['a hundredth less than it might be', { people: 409_999 }, 'About 40%: 409,999 of about 1,000,000 people.', 0.409999],
    ['nobody knows of how many', { of: undefined }, '400,000 people known on this computer.', undefined],
    ['of none', { people: 0, of: 0 }, '0 people known on this computer.', undefined],
    ['whole', FRESH, '1,000,000 people known on this computer.', undefined],
    [
      'whole but for what is damaged',
      { ...FRESH, people: 990_000, damaged: 2 },
      'About 99%: 990,000 of about 1,000,000 people.',
      0.99,
    ],
  ])('%s', (_what, changes, text, value) => {
    expect(progressOf({ ...HALF, ...changes })).toMatchObject({ text, ...(value && { value, max: 1 }) });
  });
});

test.each<[Partial<IndexStatus>, RegExp]>([
  [{ state: 'off' }, /^Off\. By profile address, phone and name nobody is found/],
  [{ state: 'asks' }, /^Only a few people, .* have been fetched.* waits for your answer\.$/],
  [{}, /newest people first/],
  [{ upTo: NOW }, /Fetching what has changed/],
  [{ upTo: NOW, damaged: 1 }, /newest people first/],
  [FRESH, /^Complete: everybody, as Greenhouse was at /],
  [{ ...FRESH, scope: { kind: 'months', months: 3 } }, /^Complete: everybody who was to be fetched/],
  [{ state: 'paused' }, /Paused\. Whoever is not known here yet/],
  [{ state: 'paused', upTo: NOW }, /What has changed in Greenhouse since /],
  [{ state: 'failing' }, /What is known so far is used/],
])('how it stands: %o', (changes, words) => {
  expect(stateText({ ...HALF, ...changes }, NOW)).toMatch(words);
});

test('the time of day is enough today; another day is named', () => {
  expect(stateText(FRESH, NOW)).not.toContain('2026');
  expect(stateText(FRESH, NOW + 3 * 86_400_000)).toContain('2026');
});

test.each<[IndexScope, string]>([
  [{ kind: 'everybody' }, 'Everybody'],
  [{ kind: 'months', months: 1 }, 'Only people who changed in Greenhouse in the last month'],
  [{ kind: 'months', months: 24 }, 'Only people who changed in Greenhouse in the last 24 months'],
  [{ kind: 'off' }, 'Nobody: off'],
])('whom it holds: %o', (scope, text) => expect(scopeText(scope)).toBe(text));

describe('what holds it up', () => {
  const advice = (error: IndexStatus['error'], nextAt?: number) =>
    failingAdvice({ ...HALF, state: 'failing', error, ...(nextAt !== undefined && { nextAt }) }, NOW);

  test.each(ERROR_CODES)('%s: what, why and what next', (code) => {
    const { what, why, next } = advice({ code });
    expect(
      [what, why, next].every((part) => part.length > 10),
      `${what} ${why} ${next}`,
    ).toBe(true);
    expect(next, 'this is no draft').not.toContain('draft');
  });

  test('what mends itself says when', () => {
    const at = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(NOW + 300_000);
    expect(advice({ code: 'greenhouse/limited' }, NOW + 300_000).next).toContain(at);
    expect(advice({ code: 'greenhouse/unreachable' }).next).toBe('Nothing has to be done: Gleaner tries again by itself.');
  });

  test('what somebody has to mend says where', () => {
    expect(advice({ code: 'greenhouse/unauthorized' }, NOW).next).toContain('Mend the connection above');
    expect(advice({ code: 'settings/passphrase' }, NOW).next).toContain('Unlock Gleaner below');
    expect(advice({ code: 'storage/full' }, NOW).next).toContain('Free some disk space');
  });

  test('a missing scope is named', () => {
    const error = { code: 'greenhouse/forbidden', detail: { scope: 'harvest:candidates:list' } } as const;
    expect(advice(error).why).toContain('harvest:candidates:list');
  });
});

describe('how long it takes', () => {
  test.each([
    [1, '1 minute'],
    [90 * 60, '90 minutes'],
    [7 * 3600, '7 hours'],
    [47 * 3600, '47 hours'],
    [9 * 86_400, '9 days'],
  ])('%s seconds', (seconds, text) => expect(durationText(seconds)).toBe(text));

  test('the more browsers share a credential, the longer; the more calls it has, the shorter', () => {
    const usual = timesFor(1_000_000);
    expect(usual).toEqual([
      { browsers: 1, time: '33 minutes' },
      { browsers: 20, time: '11 hours' },
      { browsers: 500, time: '12 days' },
    ]);
    expect(timesFor(1_000_000, 150)[2]?.time).toBe('6 days');
  });
});
