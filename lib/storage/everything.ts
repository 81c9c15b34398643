/**
 * Deleting all that is kept. It goes by what is found and not by a list of names, so that a store or an item that is added later
 * is not left behind. Each answers how much there was, by store, or by the first word of a key.
 */
import { browser } from '#lib/browser.ts';

import { database } from './database.ts';
import { forgetShelves } from './people-shelf.ts';

export type Kept = Record<string, number>;

/** The organisation's word is not the recruiter's to forget; it would be back at once. */
const STAYS = 'policy';

/** What may be written by somebody who did not hear of it in time, and what nobody misses who has begun anew since. */
const LATE: ReadonlySet<string> = new Set(['cache', 'drafts']);

/** The database, or of it what was written late; the indexes, which begin anew by themselves; and what is kept until the browser closes. */
export async function forgetStores(lateOnly = false): Promise<Kept> {
  const db = await database();
  const names = [...db.objectStoreNames].filter((name) => !lateOnly || LATE.has(name));
  const write = db.transaction(names, 'readwrite');
  const kept = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const store = write.objectStore(name);
        const count = await store.count();
        await store.clear();
        return [name, count] as const;
      }),
    ),
  );
  await write.done;
  kept['people'] = await forgetShelves();
  const { session } = browser.storage;
  countInto(kept, Object.keys(await session.get()));
  await session.clear();
  return kept;
}

/** Settings, connection, secrets, choices, and what was set aside. */
export async function forgetItems(): Promise<Kept> {
  const { local } = browser.storage;
  const keys = Object.keys(await local.get()).filter((key) => key !== STAYS);
  await local.remove(keys);
  return countInto({}, keys);
}

function countInto(kept: Kept, keys: string[]): Kept {
  for (const key of keys) {
    const [name = key] = key.split(/[ :]/);
    kept[name] = (kept[name] ?? 0) + 1;
  }
  return kept;
}
