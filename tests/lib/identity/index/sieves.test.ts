/** Many are asked about at once: the sieves keep most blocks from being read, and nobody from being found. */
import { beforeEach, describe, expect, test } from 'vitest';

import { POSITIONS } from '#lib/identity/index/blocks.ts';
import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Entry, PeopleIndex } from '#lib/identity/index/people-index.ts';
import { Sieve, wordsFor } from '#lib/identity/index/sieve.ts';
import type { PersonKeys } from '#lib/identity/keys.ts';

import { memoryShelf } from '../../../support/memory-shelf.ts';

describe('a sieve', () => {
  const SOME = 20_000;
  const numbersFrom = (first: number): number[] => Array.from({ length: SOME }, (_, i) => first + i * 7);

  test.each([0, 5_000_000_000, 2 ** 36])(
    'is right about all that are in it, and wrong about few that are not, from %i on',
    (first) => {
      const sieve = new Sieve(new Uint32Array(wordsFor(SOME)));
      for (const number of numbersFrom(first)) sieve.add(number);
      expect(numbersFrom(first).every((number) => sieve.mayHave(number))).toBe(true);
      const wrong = numbersFrom(first + 3).filter((number) => sieve.mayHave(number)).length;
      expect(wrong).toBeLessThan(SOME / 12);
    },
  );

  test('with nothing in it has nothing', () => {
    expect(new Sieve(new Uint32Array(wordsFor(0))).mayHave(7)).toBe(false);
  });
});

const LIMITS = { full: { pages: 1e9, keys: 1e9 }, settle: { pages: 1, keys: 1 }, inABlock: 10 };
const PEOPLE = 5000;
const nameOf = (i: number) => ({ name: `person ${i}`, company: 'acme' });
const entry = (i: number): Entry => ({ candidateId: 9_000_000 + i, keys: [`id github:person-${i}`], names: [nameOf(i)] });
const asked = (from: number, to: number): PersonKeys[] =>
  Array.from({ length: to - from }, (_, i) => ({ keys: [`id github:person-${from + i}`], names: [nameOf(from + i)] }));
const STRANGERS = asked(PEOPLE, PEOPLE + 200);

let stored: ReturnType<typeof memoryShelf>;
let index: PeopleIndex;
/** What was read of the base. */
let read: { blocks: number; sieves: number };

beforeEach(async () => {
  stored = memoryShelf(begin);
  index = createPeopleIndex(stored.shelf, LIMITS);
  await index.put(
    Array.from({ length: PEOPLE }, (_, i) => entry(i)),
    'filled',
  );
  while (await index.tidy(true));
  read = { blocks: 0, sieves: 0 };
  const { volumes } = stored.shelf;
  stored.shelf.volumes = {
    ...volumes,
    get(volume, starts) {
      const blocks = starts.filter((start) => start < POSITIONS).length;
      read.blocks += blocks;
      read.sieves += starts.length - blocks;
      return volumes.get(volume, starts);
    },
  };
  index = createPeopleIndex(stored.shelf, LIMITS);
});

test('of strangers hardly any block is read, and everybody else is found', async () => {
  const found = await index.lookup(STRANGERS);
  expect(found.every(({ byKey, byName, damaged }) => byKey.size + byName.length === 0 && !damaged)).toBe(true);
  expect(read.sieves).toBe(16);
  expect(read.blocks).toBeLessThan(50);
  const known = await index.lookup(asked(0, PEOPLE));
  expect(known.every(({ byKey, byName, damaged }) => byKey.size === 1 && byName.length === 1 && !damaged)).toBe(true);
});

test('they are read once, and not for one person', async () => {
  await index.lookup(asked(7, 8));
  expect(read).toEqual({ blocks: 2, sieves: 0 });
  await index.lookup(STRANGERS);
  await index.lookup(STRANGERS);
  expect(read.sieves).toBe(16);
});

test('those of a base that is no more are not asked', async () => {
  await index.lookup(STRANGERS);
  const writer = createPeopleIndex(stored.shelf, LIMITS);
  await writer.put(
    Array.from({ length: 200 }, (_, i) => entry(PEOPLE + i)),
    'more',
  );
  while (await writer.tidy(true)) {
    const found = await index.lookup(STRANGERS);
    expect(found.every(({ byKey, byName }) => byKey.size === 1 && byName.length === 1)).toBe(true);
  }
  const found = await index.lookup(STRANGERS);
  expect(found.every(({ byKey, byName }) => byKey.size === 1 && byName.length === 1)).toBe(true);
});

test.each(['changed', 'gone'])('one that is %s keeps nobody from being found', async (how) => {
  for (const blocks of stored.volumes.values()) {
    for (const [place, sieve] of blocks) {
      if (place < POSITIONS) continue;
      if (how === 'gone') blocks.delete(place);
      else new Uint32Array(sieve as ArrayBuffer).fill(0);
    }
  }
  const found = await index.lookup(asked(0, 1000));
  expect(found.every(({ byKey, byName, damaged }) => byKey.size === 1 && byName.length === 1 && !damaged)).toBe(true);
});
