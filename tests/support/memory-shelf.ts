/** The index's records in memory, with the same promises as the databases: a write is all or nothing, and values are copies. */
import { type Part, PARTS, type Shelf, type ShelfWriting } from '#lib/storage/people-shelf.ts';

type Records = Record<Part, Map<number, unknown>>;

const recordsOf = (from?: Records): Records => Object.fromEntries(PARTS.map((part) => [part, new Map(from?.[part])])) as Records;

const within = (records: Records): ShelfWriting => ({
  get: (part, keys) => Promise.resolve(keys.map((key) => structuredClone(records[part].get(key)))),
  put: (part, key, value) => void records[part].set(key, structuredClone(value)),
  remove: (part, from, to) =>
    [...records[part].keys()].filter((key) => key >= from && key < to).forEach((key) => records[part].delete(key)),
  clear: (part) => records[part].clear(),
});

/** @param begin as the database does it when it is made. */
export function memoryShelf(begin: (writing: ShelfWriting) => void) {
  let records: Records = recordsOf();
  const volumes = new Map<number, Map<number, unknown>>();
  begin(within(records));
  /** What the next writes do instead of ending well. */
  const failing: (() => Error)[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const shelf: Shelf = {
    read: (work) => work(within(recordsOf(records))),
    write: (work) => {
      const turn = queue.then(async () => {
        const tried = recordsOf(records);
        const result = await work(within(tried));
        const fail = failing.shift();
        if (fail) throw fail();
        records = tried;
        return result;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    volumes: {
      get: (volume, starts) => Promise.resolve(starts.map((start) => structuredClone(volumes.get(volume)?.get(start)))),
      async put(volume, blocks) {
        const fail = failing.shift();
        if (fail) throw fail();
        volumes.set(volume, new Map([...(volumes.get(volume) ?? []), ...structuredClone(blocks)]));
      },
      async sweep(kept) {
        const there = [...volumes.keys()];
        const stay = await kept();
        for (const volume of there) if (!stay.includes(volume)) volumes.delete(volume);
      },
    },
  };
  return {
    shelf,
    failing,
    /** What is stored now. */
    records: () => records,
    /** The volumes that there are now. */
    volumes,
    /** As after an eviction: the databases are made anew. */
    evict: () => {
      records = recordsOf();
      volumes.clear();
      begin(within(records));
    },
  };
}
