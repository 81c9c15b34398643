/**
 * Where the index of one organisation's people lies: a database for what changes, and volumes for what does not. What is in them is
 * the index's (`lib/identity/index`).
 */
import { deleteDB } from 'idb';

import { peopleDatabase, type PeopleDatabase, type Reading, type Writing } from './people-database.ts';
import { forgetVolumes, type Volumes, volumesOf } from './people-volumes.ts';

/** `meta`: what has to be known to read the others. `log`: pages, as they came. */
export type Part = 'meta' | 'log';
export const PARTS: readonly Part[] = ['meta', 'log'];

export type ShelfReading = Reading<Part>;
export type ShelfWriting = Writing<Part>;
export interface Shelf extends PeopleDatabase<Part> {
  /** Blocks, sorted; in no transaction with the others. */
  volumes: Volumes;
}

const PREFIX = 'people ';
const VERSION = 2;

/** @param begin fills a database that is new, or of an earlier version, in the transaction that makes it. */
export const openShelf = (account: string, begin: (writing: ShelfWriting) => void): Shelf => ({
  ...peopleDatabase({ name: PREFIX + account, version: VERSION, parts: PARTS, begin }),
  volumes: volumesOf(account),
});

/** Deletes one organisation's. */
export async function forgetShelf(account: string): Promise<void> {
  await Promise.all([deleteDB(PREFIX + account), forgetVolumes(account)]);
}

/** Deletes every organisation's; answers how many there were. A connection that is open somewhere closes by itself. */
export async function forgetShelves(): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
  await Promise.all([...names.map((name) => deleteDB(name)), forgetVolumes()]);
  return names.length;
}
