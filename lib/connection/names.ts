/** How an organisation's jobs, users and reasons are called, kept between looks. Names only, and no more of them than are shown. */
import * as z from 'zod/mini';

import type { Names, NamesById } from '#lib/greenhouse/names.ts';
import { database } from '#lib/storage/database.ts';

/** Few are ever renamed; after this they are read anew, each when it is next wanted. */
const KEPT_FOR_MS = 24 * 60 * 60_000;
/** Beyond so many the kind is begun anew. */
const MOST = 5000;

const keptSchema = z.object({ since: z.number(), names: z.array(z.object({ id: z.number(), name: z.string() })) });

export function keptNames(account: string, now: () => number): Names {
  const keyOf = (kind: string) => `${account} names ${kind}`;

  async function read(kind: string): Promise<{ since: number; names: NamesById } | undefined> {
    const { data } = keptSchema.safeParse(await (await database()).get('cache', keyOf(kind)));
    const age = now() - (data?.since ?? 0);
    return data && age >= 0 && age < KEPT_FOR_MS
      ? { since: data.since, names: new Map(data.names.map(({ id, name }) => [id, name])) }
      : undefined;
  }

  return {
    known: async (kind) => (await read(kind))?.names ?? new Map(),
    async keep(kind, names) {
      const before = await read(kind);
      const merged = new Map([...(before?.names ?? []), ...names]);
      const rows = [...(merged.size > MOST ? names : merged)].map(([id, name]) => ({ id, name }));
      await (await database()).put('cache', { since: before?.since ?? now(), names: rows }, keyOf(kind));
    },
  };
}
