/** The index in the browser's own database: what the browser, the disk or somebody else does to it underneath. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Entry, PeopleIndex } from '#lib/identity/index/people-index.ts';
import { forgetShelf, forgetShelves, openShelf } from '#lib/storage/people-shelf.ts';
import { forgetVolumes } from '#lib/storage/people-volumes.ts';

import { entriesOf, LIMITS } from './people-pages.ts';

beforeEach(forgetShelves);
afterEach(() => vi.restoreAllMocks());

const opened = (account = 'org-1'): PeopleIndex => createPeopleIndex(openShelf(account, begin), LIMITS);

const PAGES = 20;
async function filled(account?: string): Promise<PeopleIndex> {
  const index = opened(account);
  for (let page = 0; page < PAGES; page++) await index.put(entriesOf(page), page);
  while (await index.tidy(true));
  await index.put(entriesOf(PAGES), PAGES);
  return index;
}

/** A person of each page whom nothing happens to later. */
const asked = Array.from({ length: PAGES + 1 }, (_, page) => entriesOf(page).at(-1) as Entry);

async function answers(index: PeopleIndex) {
  const found = await index.lookup(asked);
  const isFound = ({ byKey }: (typeof found)[number], i: number) =>
    byKey.get(asked[i]?.keys[0] as never)?.[0] === asked[i]?.candidateId;
  return { found: found.filter(isFound).length, damaged: found.filter(({ damaged }) => damaged).length };
}
const WHOLE = { found: PAGES + 1, damaged: 0 };
const NOTHING = { found: 0, damaged: PAGES + 1 };

/** The database as the browser has it, around all that is ours. */
async function raw<T>(
  mode: IDBTransactionMode,
  name: string,
  store: string,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = <R>(one: IDBRequest<R>): Promise<R> =>
    new Promise((resolve, reject) => {
      one.addEventListener('success', () => resolve(one.result));
      one.addEventListener('error', () => reject(one.error));
    });
  const db = await request(indexedDB.open(name));
  const result = await request(work(db.transaction(store, mode).objectStore(store)));
  db.close();
  return result;
}

const namesOf = async (account = 'org-1'): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name?.endsWith(` ${account}`) ? [name] : [])).toSorted();

/** The volume that there is after a merge, and where each block in it begins. */
async function base() {
  const [volume = ''] = await namesOf();
  return { volume, blocks: await raw('readonly', volume, 'blocks', (store) => store.getAllKeys()) };
}

test('what one has written every other finds, and how far it had come', async () => {
  const index = await filled();
  expect(await answers(index)).toEqual(WHOLE);
  expect(await answers(opened())).toEqual(WHOLE);
  expect(await opened().progress()).toBe(PAGES);
});

test('two organisations have two indexes', async () => {
  await filled('org-1');
  const other = await filled('org-2');
  await other.clear('anew');
  expect((await answers(other)).found).toBe(0);
  expect(await answers(opened('org-1'))).toEqual(WHOLE);
});

test('bytes that are others on the disk than were written are noticed', async () => {
  await filled();
  const { volume, blocks } = await base();
  for (const block of blocks) {
    const bytes = new Uint8Array(await raw('readonly', volume, 'blocks', (store) => store.get(block)));
    bytes[30] = (bytes[30] as number) ^ 1;
    await raw('readwrite', volume, 'blocks', (store) => store.put(bytes.buffer, block));
  }
  const index = opened();
  // Those of the last page are in the log.
  expect(await answers(index)).toEqual({ found: 1, damaged: PAGES + 1 });
  const { damaged } = await index.stats();
  expect(damaged).toBeGreaterThan(10);
  expect(await answers(index)).toEqual({ found: 1, damaged: PAGES + 1 });
  expect((await index.stats()).damaged, 'each is noticed once').toBe(damaged);
});

test('a record that the browser itself cannot read any more is a damaged one, and the others are read', async () => {
  await filled();
  const { blocks } = await base();
  // oxlint-disable-next-line typescript/unbound-method
  const { get } = IDBObjectStore.prototype;
  // As Chromium does it when a value's file is gone; there is no way to make it so from here.
  const failing = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = get.call(this, key);
    if (this.name !== 'blocks' || key !== blocks[0]) return request;
    const failed = Object.assign(new EventTarget(), { error: new DOMException('gone', 'NotReadableError') });
    request.addEventListener('success', () => failed.dispatchEvent(new Event('error', { cancelable: true })));
    return failed as unknown as IDBRequest;
  };
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(failing);
  const index = opened();
  const all = Array.from({ length: PAGES }, (_, page) => entriesOf(page)).flat();
  const found = await index.lookup(all);
  expect(found.filter(({ damaged }) => damaged).length).toBeGreaterThan(0);
  expect(found.filter(({ byKey, damaged }) => byKey.size > 0 && !damaged).length).toBeGreaterThan(100);
  expect((await index.stats()).damaged).toBe(1);
});

describe('the disk is full', () => {
  /** A corner of the browser's storage with a bound of its own, in place of the whole. */
  async function bounded(bytes: number): Promise<() => Promise<void>> {
    const buckets = (navigator as unknown as { storageBuckets: Buckets }).storageBuckets;
    const name = 'nearly-full';
    await buckets.delete(name);
    const bucket = await buckets.open(name, { quota: bytes });
    vi.stubGlobal('indexedDB', bucket.indexedDB);
    return async () => {
      vi.unstubAllGlobals();
      await buckets.delete(name);
    };
  }
  interface Buckets {
    open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
    delete(name: string): Promise<void>;
  }

  test('nothing is half done, and what was there stays good', async () => {
    const unbound = await bounded(400_000);
    try {
      const index = await filled();
      const many = Array.from({ length: 60_000 }, (_, i): Entry => ({
        candidateId: i,
        keys: [`url example.org/${i}`],
        names: [],
      }));
      await expect(index.put(many, 'too much')).rejects.toEqual(new AppError('storage/full'));
      expect(await answers(index)).toEqual(WHOLE);
      expect(await index.progress()).toBe(PAGES);
      expect((await index.lookup([{ keys: ['url example.org/7'], names: [] }]))[0]?.byKey.size).toBe(0);
      await index.put(entriesOf(PAGES + 1), PAGES + 1);
      expect(await opened().progress()).toBe(PAGES + 1);
    } finally {
      await unbound();
    }
  });

  test('there is not even room to begin', async () => {
    const unbound = await bounded(1);
    try {
      const index = opened();
      await expect(index.progress()).rejects.toEqual(new AppError('storage/full'));
      expect(await answers(index)).toEqual(NOTHING);
    } finally {
      await unbound();
    }
  });
});

describe('taken away underneath', () => {
  test('while somebody has it open: nobody is called new, and who goes on filling is refused', async () => {
    const index = await filled();
    await index.progress();
    expect(await forgetShelves()).toBe(1);
    expect(await answers(index)).toEqual(NOTHING);
    await expect(index.put(entriesOf(PAGES + 1), PAGES + 1)).rejects.toEqual(new AppError('storage/corrupt'));
    expect(await index.progress()).toBeUndefined();
    for (let page = 0; page <= PAGES; page++) await index.put(entriesOf(page), page);
    expect(await answers(index)).toEqual(WHOLE);
  });

  test('while it is being filled and merged', async () => {
    const index = await filled();
    const work = (async () => {
      for (let page = PAGES + 1; ; page++) {
        await index.put(entriesOf(page), page);
        await index.tidy(true);
      }
    })();
    const ended = expect(work).rejects.toEqual(new AppError('storage/corrupt'));
    await forgetShelves();
    await ended;
    expect(await answers(index)).toEqual(NOTHING);
    expect(await opened().progress()).toBeUndefined();
  });

  test('a database that is none of ours any more, or a later version’s, is begun anew', async () => {
    await filled();
    await forgetShelves();
    await new Promise((resolve) => {
      const opening = indexedDB.open('people org-1', 9);
      opening.addEventListener('success', () => {
        opening.result.close();
        resolve(undefined);
      });
    });
    const index = opened();
    expect(await index.progress()).toBeUndefined();
    expect(await answers(index)).toEqual(NOTHING);
  });
});

test('what is forgotten of one organisation leaves nothing of it, and what there is of the other', async () => {
  await filled('org-1');
  await filled('1');
  expect(await namesOf('org-1')).toHaveLength(2);
  const others = await namesOf('1');
  await forgetShelf('org-1');
  expect(await namesOf('org-1')).toEqual([]);
  expect(await namesOf('1')).toEqual(others);
  await forgetShelves();
  expect(await namesOf('1')).toEqual([]);
});

test('a volume that is gone, though the rest is there, is noticed', async () => {
  await filled();
  await forgetVolumes('org-1');
  const index = opened();
  expect(await answers(index)).toEqual({ found: 1, damaged: PAGES + 1 });
  expect((await index.stats()).damaged).toBeGreaterThan(10);
});

test('who reads while merges come to their ends finds everybody', async () => {
  const index = await filled();
  const reader = opened();
  const reading = (async () => {
    for (let time = 0; time < 60; time++) expect(await answers(reader)).toEqual(WHOLE);
  })();
  for (let page = PAGES + 1; page < PAGES + 12; page++) {
    await index.put(entriesOf(page), page);
    while (await index.tidy(true));
  }
  await reading;
  expect((await index.stats()).damaged).toBe(0);
});

test('one of an earlier version is begun anew, and nothing of it stays', async () => {
  await new Promise((resolve) => {
    const opening = indexedDB.open('people org-1', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('base').put(new ArrayBuffer(8), 0));
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve(undefined);
    });
  });
  expect(await opened().progress()).toBeUndefined();
  expect(await answers(await filled())).toEqual(WHOLE);
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('people org-1');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  expect([...db.objectStoreNames]).not.toContain('base');
  db.close();
});

test('two at once, each merging: neither gets in the other’s way', async () => {
  const [one, other] = [await filled(), opened()];
  await Promise.all([one.progress(), other.progress()]);
  for (let page = PAGES + 1; page < PAGES + 20; page++) {
    await (page % 2 === 0 ? one : other).put(entriesOf(page), page);
    await Promise.all([one.tidy(true), other.tidy(true), one.tidy(true), answers(other)]);
    expect(await answers(one)).toEqual(WHOLE);
    expect(await answers(other)).toEqual(WHOLE);
  }
  expect((await other.stats()).damaged).toBe(0);
});
