/** What is damaged is never taken for "nobody": it is noticed, said to who needed it, remembered, and whole after a filling. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Entry, PeopleIndex } from '#lib/identity/index/people-index.ts';
import type { Part } from '#lib/storage/people-shelf.ts';

import { memoryShelf } from '../../../support/memory-shelf.ts';

const LIMITS = { full: { pages: 100, keys: 100_000 }, settle: { pages: 1, keys: 1 }, inABlock: 20 };
const PEOPLE = 3000;

const entry = (i: number): Entry => ({
  candidateId: 7_000_000 + i,
  keys: [`email person.${i}@example.org`, `id github:person-${i}`],
  names: [{ name: `person ${i % 50}`, company: '' }],
});
const everybody = Array.from({ length: PEOPLE }, (_, i) => i);

let stored: ReturnType<typeof memoryShelf>;
let index: PeopleIndex;
const another = (): PeopleIndex => createPeopleIndex(stored.shelf, LIMITS);

async function fill(into = index): Promise<void> {
  for (let from = 0; from < PEOPLE; from += 500) await into.put(everybody.slice(from, from + 500).map(entry), `at ${from}`);
}
const settle = async (): Promise<void> => {
  while (await index.tidy(true));
};

beforeEach(async () => {
  // Who stands in which block is the same in every run; an index that is begun anew has another secret all the same.
  let secret = 20_261_122;
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((words) => (words as Uint32Array).fill(secret++) as never);
  stored = memoryShelf(begin);
  index = another();
  await fill();
});

/** What lies in the one volume that there is when everything is merged. */
const blocks = (): Map<number, unknown> => stored.volumes.values().next().value ?? new Map<number, unknown>();

/** One byte of a stored record is another. */
function damageIn(records: Map<number, unknown>, key: number): void {
  const copy = (records.get(key) as ArrayBuffer).slice(0);
  const bytes = new Uint8Array(copy);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 16;
  records.set(key, copy);
}
const damage = (part: Part, key: number): void => damageIn(stored.records()[part], key);

/** Everybody is asked for by one key of theirs: who is found, and who is told that there is damage. */
async function asked(of = index) {
  const found = await of.lookup(everybody.map((i) => ({ keys: [`id github:person-${i}`], names: [] })));
  const isFound = (i: number) => found[i]?.byKey.get(`id github:person-${i}`)?.[0] === 7_000_000 + i;
  return {
    lost: everybody.filter((i) => !isFound(i)),
    warned: everybody.filter((i) => found[i]?.damaged),
    unwarned: everybody.filter((i) => !isFound(i) && !found[i]?.damaged),
  };
}

test('with nothing damaged nobody is lost or warned', async () => {
  expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
  await settle();
  expect(blocks().size).toBeGreaterThan(64);
  expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
});

describe.each(['changed', 'gone'])('a block that is %s', (how) => {
  const spoil = (): void => {
    const starts = [...blocks().keys()].sort((a, b) => a - b);
    for (const block of [starts[3] ?? 0, starts[100] ?? 0]) {
      if (how === 'gone') blocks().delete(block);
      else damageIn(blocks(), block);
    }
  };

  test('is missed by those alone who needed it, before and after it was emptied, and counted', async () => {
    await settle();
    spoil();
    const first = await asked();
    expect(first.lost).not.toEqual([]);
    expect(first.unwarned).toEqual([]);
    expect(first.warned.length).toBeLessThan(PEOPLE / 20);
    expect((await index.stats()).damaged).toBe(2);
    expect(await asked(another())).toEqual(first);
    expect((await index.stats()).damaged).toBe(2);
    expect(await index.progress(), 'the rest is as good as it was').toBe('at 2500');
  });

  test('among very many is one of all, so that what is remembered stays short', async () => {
    await settle();
    for (const block of blocks().keys()) damageIn(blocks(), block);
    const first = await asked();
    expect(first.unwarned).toEqual([]);
    expect((await index.stats()).damaged).toBeLessThan(300);
    expect((stored.records().meta.get(0) as ArrayBuffer).byteLength).toBeLessThan(20_000);
    expect((await asked()).warned).toHaveLength(PEOPLE);
  });

  test('is missed by a name that would stand there, too', async () => {
    await settle();
    for (const block of blocks().keys()) damageIn(blocks(), block);
    const [found] = await index.lookup([{ keys: [], names: [{ name: 'person 7', company: '' }] }]);
    expect(found).toEqual({ byKey: new Map(), byName: [], damaged: true });
  });

  test('is noticed by a merge that comes upon it, and stays so afterwards', async () => {
    await settle();
    spoil();
    await index.put([entry(1)], 'at 2501');
    await settle();
    expect((await index.stats()).damaged).toBe(2);
    const after = await asked();
    expect(after.lost).not.toEqual([]);
    expect(after.unwarned).toEqual([]);
  });

  test('is whole when everybody has been written again', async () => {
    await settle();
    spoil();
    await asked();
    await index.refill('again');
    await fill();
    expect((await asked()).lost, 'found at once').toEqual([]);
    expect((await asked()).warned, 'and warned until the end').not.toEqual([]);
    await index.refilled('done');
    expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
    expect((await index.stats()).damaged).toBe(0);
    expect(await index.progress()).toBe('done');
    await settle();
    expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
    expect((await index.stats()).candidates).toBe(PEOPLE);
  });

  test('found damaged while everybody is written again, it stays so', async () => {
    await settle();
    await index.refill('again');
    await fill();
    await settle();
    spoil();
    await asked();
    await index.refilled('done');
    expect((await index.stats()).damaged).toBe(2);
    const after = await asked();
    expect(after.lost).not.toEqual([]);
    expect(after.unwarned).toEqual([]);
  });
});

describe('a page of the log', () => {
  test.each(['changed', 'half-written', 'gone'])('that is %s may have been about anybody', async (how) => {
    const { log } = stored.records();
    const half = (log.get(2) as ArrayBuffer).slice(0, 4000);
    if (how === 'gone') log.delete(2);
    else if (how === 'changed') damage('log', 2);
    else log.set(2, half);
    const reader = another();
    for (let time = 0; time < 2; time++) {
      const { lost, warned } = await asked(reader);
      expect(lost).toHaveLength(500);
      expect(warned).toHaveLength(PEOPLE);
      expect((await reader.stats()).damaged).toBe(1);
    }
    while (await reader.tidy(true));
    expect((await asked(reader)).warned, 'also when it has gone into the base').toHaveLength(PEOPLE);
    await reader.progress();
    await reader.refill('again');
    await fill(reader);
    await reader.refilled('done');
    expect(await asked(reader)).toEqual({ lost: [], warned: [], unwarned: [] });
  });

  test('is whole when everybody has been written again, merged or not', async () => {
    damage('log', 2);
    index = another();
    await asked();
    await index.progress();
    await index.refill('again');
    await fill();
    await index.refilled('done');
    expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
  });

  test('that a merge is the first to miss is missed all the same', async () => {
    damage('log', 4);
    index = another();
    await settle();
    expect((await index.stats()).damaged).toBe(1);
    expect((await asked()).unwarned).toEqual([]);
  });
});

describe('when what is needed to read the rest is damaged', () => {
  test('nobody is called new, and the filling has to begin', async () => {
    damage('meta', 0);
    index = another();
    expect((await asked()).warned).toHaveLength(PEOPLE);
    expect(await index.progress()).toBeUndefined();
    expect((await asked()).warned, 'nobody has begun yet').toHaveLength(PEOPLE);
    await index.put([], 'begun');
    expect((await asked()).warned, 'from here on its own progress says what is missing').toEqual([]);
    expect(await index.stats()).toEqual({ candidates: 0, damaged: 0, bytes: 0, progress: 'begun' });
    await fill();
    expect((await asked()).lost).toEqual([]);
  });

  test('and when only the progress is, what is there stays good', async () => {
    damage('meta', 1);
    expect(await index.progress()).toBeUndefined();
    expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
  });
});

describe('taken away underneath', () => {
  test('nobody is called new, and what goes on from the old progress is refused', async () => {
    expect(await index.progress()).toBe('at 2500');
    stored.evict();
    expect((await asked()).warned).toHaveLength(PEOPLE);
    await expect(index.put([entry(1)], 'at 3000')).rejects.toEqual(new AppError('storage/corrupt'));
    await expect(index.refilled('done')).rejects.toEqual(new AppError('storage/corrupt'));
    expect(await index.progress()).toBeUndefined();
    await fill();
    expect((await asked()).lost).toEqual([]);
  });

  test('one candidate who was just added does not make it look filled', async () => {
    stored.evict();
    await index.put([entry(1)]);
    expect((await asked()).warned).toHaveLength(PEOPLE);
    expect(await index.progress()).toBeUndefined();
  });

  test('in the middle of a merge, nothing of the old one gets into the new one', async () => {
    expect(await index.tidy(true)).toBe(true);
    stored.evict();
    await fill(another());
    // The step has read the old one, and writes when the new one is there.
    await Promise.all([index.tidy(true), index.clear('anew')]);
    while (await index.tidy(true));
    expect(await index.stats()).toEqual({ candidates: 0, damaged: 0, bytes: 0, progress: 'anew' });
    expect(blocks().size).toBe(0);
  });
});

test('a write that fails has done nothing', async () => {
  const before = await index.stats();
  const full = new AppError('storage/full');
  for (const work of [
    () => index.put([entry(9999)], 'further'),
    () => index.tidy(true),
    () => index.clear('anew'),
    () => index.refill('again'),
  ]) {
    stored.failing.push(() => full);
    await expect(work()).rejects.toBe(full);
  }
  expect(await index.stats()).toEqual(before);
  expect(await index.progress()).toBe('at 2500');
  expect(await asked()).toEqual({ lost: [], warned: [], unwarned: [] });
  const [found] = await index.lookup([{ keys: ['id github:person-9999'], names: [] }]);
  expect(found?.byKey.size).toBe(0);
});
