/** The index's records in memory, with the same promises as the database: a write is all or nothing, and values are copies. */
import type { Part, Shelf, Writing } from '#lib/storage/people-shelf.ts';

type Records = Record<Part, Map<number, unknown>>;

const copyOf = (records: Records): Records => ({
  meta: new Map(records.meta),
  log: new Map(records.log),
  base: new Map(records.base),
});

const within = (records: Records): Writing => ({
  get: (part, keys) => Promise.resolve(keys.map((key) => structuredClone(records[part].get(key)))),
  range: (part, from, to) => {
    const keys = [...records[part].keys()].filter((key) => key >= from && key < to).sort((a, b) => a - b);
    return Promise.resolve(new Map(keys.map((key) => [key, structuredClone(records[part].get(key))])));
  },
  put: (part, key, value) => void records[part].set(key, structuredClone(value)),
  remove: (part, from, to) =>
    [...records[part].keys()].filter((key) => key >= from && key < to).forEach((key) => records[part].delete(key)),
  clear: () => Object.values(records).forEach((part) => part.clear()),
});

/** @param begin as the database does it when it is made. */
export function memoryShelf(begin: (shelf: Writing) => void) {
  let records: Records = { meta: new Map(), log: new Map(), base: new Map() };
  begin(within(records));
  /** What the next writes do instead of ending well. */
  const failing: (() => Error)[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const shelf: Shelf = {
    read: (work) => work(within(copyOf(records))),
    write: (work) => {
      const turn = queue.then(async () => {
        const tried = copyOf(records);
        const result = await work(within(tried));
        const fail = failing.shift();
        if (fail) throw fail();
        records = tried;
        return result;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
  return {
    shelf,
    failing,
    /** What is stored now. */
    records: () => records,
    /** As after an eviction: the database is made anew. */
    evict: () => {
      records = { meta: new Map(), log: new Map(), base: new Map() };
      begin(within(records));
    },
  };
}
