/** Where a merge writes: into a volume of its own, beside the one that is read meanwhile, which is deleted when it has ended. */
import { beforeEach, expect, test } from 'vitest';

import { POSITIONS } from '#lib/identity/index/blocks.ts';
import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Entry, PeopleIndex } from '#lib/identity/index/people-index.ts';

import { memoryShelf } from '../../../support/memory-shelf.ts';

const LIMITS = { full: { pages: 1e9, keys: 1e9 }, settle: { pages: 1, keys: 1 }, inABlock: 8 };
const PEOPLE = 600;
const entry = (i: number): Entry => ({ candidateId: 9_000_000 + i, keys: [`email person.${i}@example.org`], names: [] });
const some = (from: number, to: number): Entry[] => Array.from({ length: to - from }, (_, i) => entry(from + i));

let stored: ReturnType<typeof memoryShelf>;
let index: PeopleIndex;
const another = (): PeopleIndex => createPeopleIndex(stored.shelf, LIMITS);
/** How many blocks each volume has, the oldest first. */
const sizes = (): number[] =>
  [...stored.volumes]
    .toSorted(([a], [b]) => a - b)
    .map(([, blocks]) => [...blocks.keys()].filter((start) => start < POSITIONS).length);
async function settle(of = index): Promise<void> {
  while (await of.tidy(true));
}
async function missing(people: number, of = index): Promise<number> {
  const found = await of.lookup(some(0, people));
  return found.filter(({ byKey, damaged }) => damaged || byKey.size === 0).length;
}

beforeEach(async () => {
  stored = memoryShelf(begin);
  index = another();
  await index.put(some(0, PEOPLE), 'filled');
  await settle();
});

test('a merge leaves one volume behind, and nothing in the log', async () => {
  expect(sizes()).toEqual([128]);
  for (const from of [0, 150, 300]) {
    const [before] = stored.volumes.keys();
    await index.put(some(from, from + 300), 'again');
    await settle();
    expect(sizes()).toEqual([128]);
    expect([...stored.volumes.keys()]).not.toContain(before);
    expect(stored.records().log.size).toBe(0);
    expect(await missing(PEOPLE)).toBe(0);
  }
});

test('a base that grows gets more blocks', async () => {
  await index.put(some(PEOPLE, 3 * PEOPLE), 'more');
  await settle();
  expect(sizes()).toEqual([256]);
  expect(await missing(3 * PEOPLE)).toBe(0);
});

test('half way through, everybody is found in the volume where they are', async () => {
  await index.put(some(PEOPLE, 3 * PEOPLE), 'more');
  for (const blocks of [[], [64], [128]]) {
    expect(await index.tidy(true)).toBe(true);
    expect(sizes()).toEqual([128, ...blocks]);
    expect(await missing(3 * PEOPLE)).toBe(0);
    expect(await missing(3 * PEOPLE, another())).toBe(0);
  }
});

test('a block of the volume that is read is never another one', async () => {
  const before = structuredClone([...stored.volumes]);
  await index.put(some(PEOPLE, 2 * PEOPLE), 'more');
  await index.tidy(true);
  await index.tidy(true);
  for (const [volume, blocks] of before) expect(stored.volumes.get(volume)).toEqual(blocks);
});

test('who read the head just before a merge ended, and the blocks after it, reads again', async () => {
  const reader = another();
  await index.put(some(PEOPLE, PEOPLE + 300), 'more');
  while (await index.tidy(true)) if (sizes().length === 2 && sizes()[1] === 64) break;
  const { volumes } = stored.shelf;
  stored.shelf.volumes = {
    ...volumes,
    async get(volume, starts) {
      stored.shelf.volumes = volumes;
      await settle();
      return volumes.get(volume, starts);
    },
  };
  expect(await missing(PEOPLE + 300, reader)).toBe(0);
  expect((await reader.stats()).damaged).toBe(0);
});

test('who wrote a step too late has written what is there', async () => {
  const late = another();
  await index.put(some(PEOPLE, 2 * PEOPLE), 'more');
  await index.tidy(true);
  const { volumes } = stored.shelf;
  const { promise: holds, resolve: hold } = Promise.withResolvers<() => Promise<void>>();
  stored.shelf.volumes = {
    ...volumes,
    async put(volume, blocks) {
      stored.shelf.volumes = volumes;
      await new Promise<void>((resolve) => hold(async () => resolve(await volumes.put(volume, blocks))));
    },
  };
  const step = late.tidy(true);
  const write = await holds;
  await settle();
  const after = structuredClone([...stored.volumes]);
  await write();
  await step;
  expect([...stored.volumes]).toEqual(after);
  expect(await missing(2 * PEOPLE)).toBe(0);
});

test('what a merge that nobody remembers has written is gone with the next one', async () => {
  await stored.shelf.volumes.put(17, [[0, new ArrayBuffer(8)]]);
  await index.put(some(0, 10), 'again');
  await settle();
  expect(sizes()).toEqual([128]);
});

test('an index that is begun anew leaves no volume behind', async () => {
  await index.clear('anew');
  expect(sizes()).toEqual([]);
});

test('a page that comes while the last step is being made stays', async () => {
  await index.put(some(0, 500), 'again');
  const steps = settle();
  await index.put(some(PEOPLE, PEOPLE + 200), 'meanwhile');
  await steps;
  expect(await missing(PEOPLE + 200)).toBe(0);
});
