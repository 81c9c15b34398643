import { beforeEach, describe, expect, test } from 'vitest';

import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { ago, factsOf } from '#lib/options/facts.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { speakEnglish } from './english.ts';
import { NOW, tested } from './ports.ts';

beforeEach(speakEnglish);

const DAY = 24 * 60 * 60 * 1000;
const health = { surplus: [], readerIsAdmin: true, checkedAt: NOW };
const facts = (kept: Connection, index?: IndexStatus) =>
  new Map(factsOf(kept, NOW, index).map(({ name, value, note }) => [name, [value, note]]));

test('whose it is, with the number that tells two of one name apart', () => {
  expect(facts(tested).get('Organisation')).toEqual(['Birch Labs', 'Number 9 at Greenhouse']);
});

test('an organisation that is not told is said not to be', () => {
  const nameless = { ...tested, identity: { ...tested.identity, organisation: null } };
  expect(facts(nameless).get('Organisation')).toEqual(['Greenhouse did not say', undefined]);
});

test('a refused credential still says whose it was, and not who writes', () => {
  const { identity, ...nobody } = tested;
  const refused = facts({ ...nobody, health, was: identity, error: { code: 'greenhouse/unauthorized' } });
  expect(refused.get('Organisation')?.[0]).toBe('Birch Labs');
  for (const name of ['Reads as', 'Writes as', 'Calls to Greenhouse']) expect(refused.has(name)).toBe(false);
});

describe('the environment', () => {
  const of = (environment: 'production' | 'sandbox', name: string) => {
    const organisation = { id: '9', name };
    return facts({ ...tested, environment, identity: { ...tested.identity, organisation } }).get('Environment');
  };

  test('is a judgement where the name says the same', () => {
    expect(of('sandbox', 'Birch Labs (Sandbox)')).toEqual(['Sandbox (for trying out)', expect.stringMatching(/^Guessed from/)]);
    expect(of('production', 'Birch Labs')).toEqual(['Production', expect.stringMatching(/^Guessed from/)]);
  });

  test('is an administrator’s word where the name says otherwise', () => {
    expect(of('sandbox', 'Birch Labs')).toEqual(['Sandbox (for trying out)', expect.stringMatching(/^As chosen/)]);
  });

  test('is not spoken of before it is known', () => expect(facts(tested).has('Environment')).toBe(false));
});

test.each([
  [true, /^A Site Admin/],
  [false, /^Not a Site Admin/],
  [undefined, /could not be seen/],
])('who reads, and whether as a Site Admin: %s', (readerIsAdmin, note) => {
  const { readerIsAdmin: _, ...rest } = health;
  const kept = { ...tested, health: { ...rest, ...(readerIsAdmin === undefined ? {} : { readerIsAdmin }) } };
  expect(facts(kept).get('Reads as')).toEqual(['The integration’s own user', expect.stringMatching(note)]);
});

test('who writes, and what follows from their rank', () => {
  expect(facts(tested).get('Writes as')).toEqual([
    'Jonas Reed, jonas.reed@birch.example',
    'Jonas Reed is a Site Admin: every open job can be chosen, except confidential ones.',
  ]);
});

test('how many calls are left, and until when that held', () => {
  const kept = { ...tested, health: { ...health, rate: { limit: 75, remaining: 61, resetAt: NOW } } };
  expect(facts(kept).get('Calls to Greenhouse')).toEqual(['61 of 75 left', expect.stringMatching(/\d:\d\d:\d\d/)]);
  expect(facts(tested).has('Calls to Greenhouse')).toBe(false);
});

test('a test that was not answered leaves what was told before, and says of when it is', () => {
  const kept: Connection = {
    ...tested,
    testedAt: NOW,
    health: { ...health, checkedAt: NOW - 2 * DAY },
    error: { code: 'greenhouse/unreachable' },
  };
  expect(facts(kept).get('Tested')?.[1]).toMatch(/^Greenhouse did not answer\. What is said here is of .*2026/);
  expect(facts({ ...tested, health: { ...health, checkedAt: tested.testedAt } }).get('Tested')?.[1]).toBeUndefined();
});

test('a partner key has no reader of its own', () => {
  const { clientId: _, ...rest } = tested;
  expect(facts({ ...rest, kind: 'partner', health }).has('Reads as')).toBe(false);
});

describe('the age of the secret', () => {
  test('counts from when it was first saved here', () => {
    expect(facts({ ...tested, savedAt: NOW - 41 * DAY }).get('Age of the secret')?.[0]).toBe('First saved here 41 days ago');
  });

  test('is not known of one that an older version saved', () => {
    expect(facts(tested).get('Age of the secret')?.[0]).toBe('Not known');
  });

  test.each([
    [0, 'today'],
    [1.5, 'yesterday'],
    [59, '59 days ago'],
    [61, '2 months ago'],
    [400, '13 months ago'],
    [800, '2 years ago'],
    [-3, 'today'],
  ])('of %d days is %j', (days, words) => expect(ago(NOW - days * DAY, NOW)).toBe(words));
});

describe('the people who are known on this computer', () => {
  const of = (changes: Partial<IndexStatus>) =>
    facts(tested, { scope: { kind: 'everybody' }, state: 'filling', people: 400_000, of: 1_000_000, damaged: 0, ...changes }).get(
      'People known on this computer',
    );

  test.each<[Partial<IndexStatus>, string, RegExp]>([
    [{ state: 'off' }, 'Off', /by profile address, phone or name nobody is/],
    [{ state: 'asks' }, 'Waits for your answer, below', /by profile address, phone or name nobody is/],
    [{}, 'About 40%: 400,000 of about 1,000,000 people.', /asked for online/],
    [{ state: 'fresh', upTo: NOW }, '400,000 people known on this computer.', /^Complete/],
    [{ state: 'failing' }, 'About 40%: 400,000 of about 1,000,000 people.', /^Held up/],
  ])('%o', (changes, value, note) => expect(of(changes)).toEqual([value, expect.stringMatching(note)]));

  test('where there can be none, nothing is said', () => {
    expect(facts(tested).has('People known on this computer')).toBe(false);
  });
});
