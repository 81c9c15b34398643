/** What looking for somebody needs, in memory; without an index unless one is given. */
import type { Finder } from '#lib/identity/finder.ts';

interface Memory extends Pick<Finder, 'greenhouse' | 'now' | 'index' | 'madeLately'> {
  /** `<account> <external id>` → candidate id. */
  ledger: Map<string, number>;
  /** When, by the same keys; long ago where nothing is said. */
  exportedAt?: ReadonlyMap<string, number> | undefined;
  account: string;
  /** `<external id>` → the recruiter's words. */
  words?: Map<string, { them?: number; notThem: number[] }> | undefined;
}

export function finderOver({ ledger, account, words = new Map(), exportedAt, ...rest }: Memory): Finder {
  return {
    ...rest,
    ledger: {
      of: async (people) => people.map((ids) => ids.map((id) => ledger.get(`${account} ${id}`)).find((id) => id !== undefined)),
      since: async (ids, after) =>
        ids.flatMap((externalId) => {
          const key = `${account} ${externalId}`;
          const [candidateId, at] = [ledger.get(key), exportedAt?.get(key) ?? 0];
          return candidateId !== undefined && at > after ? { account, externalId, candidateId, exportedAt: at } : [];
        }),
      forget: async (ids) => ids.forEach((id) => ledger.delete(`${account} ${id}`)),
    },
    words: {
      of: async (people) => people.map((ids) => ids.map((id) => words.get(id)).find(Boolean) ?? { notThem: [] }),
      forget: async (ids) => ids.forEach((id) => words.delete(id)),
    },
  };
}
