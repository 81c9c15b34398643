/**
 * Volumes: blocks of bytes that were written once, each volume in a database of its own, since only a database that is deleted
 * gives its room on the disk back. Chromium's LevelDB writes what is removed or replaced in a database down once more, to be able
 * to undo it, and keeps both for days.
 */
import { deleteDB } from 'idb';

import { peopleDatabase, type PeopleDatabase } from './people-database.ts';

const PREFIX = 'base ';
const VERSION = 1;
const BLOCKS = 'blocks';

export interface Volumes {
  /** The blocks that begin there; undefined where there is none that can be read, and in a volume that there is not. */
  get(volume: number, starts: readonly number[]): Promise<unknown[]>;
  /** All of them or none. */
  put(volume: number, blocks: readonly (readonly [start: number, block: ArrayBuffer])[]): Promise<void>;
  /** Deletes all but those that are to be kept; what these are is asked once it is known which there are. */
  sweep(kept: () => Promise<readonly number[]>): Promise<void>;
}

const nameOf = (account: string, volume: number): string => `${PREFIX}${volume} ${account}`;

/** All volumes of all organisations. */
async function everyVolume(): Promise<{ name: string; volume: number; account: string }[]> {
  return (await indexedDB.databases()).flatMap(({ name = '' }) => {
    if (!name.startsWith(PREFIX)) return [];
    const space = name.indexOf(' ', PREFIX.length);
    return [{ name, volume: Number(name.slice(PREFIX.length, space)), account: name.slice(space + 1) }];
  });
}

export function volumesOf(account: string): Volumes {
  const opened = new Map<number, PeopleDatabase<typeof BLOCKS>>();
  const database = (volume: number): PeopleDatabase<typeof BLOCKS> => {
    const known = opened.get(volume);
    if (known) return known;
    const db = peopleDatabase({ name: nameOf(account, volume), version: VERSION, parts: [BLOCKS] });
    opened.set(volume, db);
    return db;
  };
  return {
    get: (volume, starts) => database(volume).read((reading) => reading.get(BLOCKS, starts)),
    put: (volume, blocks) =>
      database(volume).write((writing) => {
        for (const [start, block] of blocks) writing.put(BLOCKS, start, block);
        return Promise.resolve();
      }),
    async sweep(kept) {
      const there = (await everyVolume()).filter((one) => one.account === account);
      const stay = await kept();
      const over = there.filter(({ volume }) => !stay.includes(volume));
      for (const { volume } of over) opened.delete(volume);
      await Promise.all(over.map(({ name }) => deleteDB(name)));
    },
  };
}

/** Deletes one organisation's, or everybody's. */
export async function forgetVolumes(account?: string): Promise<void> {
  const those = (await everyVolume()).filter((one) => account === undefined || one.account === account);
  await Promise.all(those.map(({ name }) => deleteDB(name)));
}
