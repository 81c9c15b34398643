/**
 * How jobs, users and reasons for a rejection are called. Greenhouse tells their ids only; a verdict must not wait for lists of
 * names, so what was once read is kept, and what is not known yet is there at the next look.
 */
export type Named = 'job' | 'user' | 'reason';

export type NamesById = ReadonlyMap<number, string>;

export interface Names {
  /** Those of one kind that are known. */
  known(kind: Named): Promise<NamesById>;
  /** Adds names, or puts them in the place of older ones. */
  keep(kind: Named, names: NamesById): Promise<void>;
}

/** For as long as the adapter lives. */
export function memoryNames(): Names {
  const kept: Record<Named, Map<number, string>> = { job: new Map(), user: new Map(), reason: new Map() };
  return {
    known: async (kind) => kept[kind],
    keep: async (kind, names) => {
      for (const [id, name] of names) kept[kind].set(id, name);
    },
  };
}
