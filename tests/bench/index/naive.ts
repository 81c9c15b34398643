/**
 * The obvious store: one record a candidate, and an index on their hashed keys that leads from each to the record. Written as one
 * would who knows IndexedDB: a page and its progress in one transaction, and a lookup in one transaction for all keys.
 */
import { type DBSchema, openDB } from 'idb';

import type { Entry } from '#lib/identity/index/people-index.ts';
import type { PersonKeys } from '#lib/identity/keys.ts';

interface Stores extends DBSchema {
  people: { key: number; value: { id: number; keys: number[] }; indexes: { keys: number } };
  progress: { key: string; value: unknown };
}

export interface NaiveStore {
  put(entries: readonly Entry[], progress?: unknown): Promise<void>;
  /** For each person, the candidates of each key in order; the name with its company is the last one. */
  lookup(people: readonly PersonKeys[]): Promise<number[][][]>;
}

/** @param hashes Keys → numbers that tell nothing of them; made as ours are, so that they do not make the difference. */
export async function openNaive(hashes: (person: PersonKeys) => number[]): Promise<NaiveStore> {
  const db = await openDB<Stores>('naive', 1, {
    upgrade(created) {
      created.createObjectStore('people', { keyPath: 'id' }).createIndex('keys', 'keys', { multiEntry: true });
      created.createObjectStore('progress');
    },
  });
  return {
    async put(entries, progress) {
      const write = db.transaction(['people', 'progress'], 'readwrite', { durability: 'relaxed' });
      const people = write.objectStore('people');
      for (const entry of entries) void people.put({ id: entry.candidateId, keys: hashes(entry) });
      void write.objectStore('progress').put(progress, 'progress');
      await write.done;
    },
    async lookup(people) {
      const index = db.transaction('people').store.index('keys');
      return Promise.all(people.map((one) => Promise.all(hashes(one).map((key) => index.getAllKeys(key)))));
    },
  };
}
