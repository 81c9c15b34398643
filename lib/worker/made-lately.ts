/** Whom this browser has just put into Greenhouse, by whatever they are known by: no list there need show them yet. */
import { rows } from '#lib/export/rows.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { MadeLately } from '#lib/identity/finder.ts';
import type { Accounts } from '#lib/storage/account.ts';
import { keyedHash } from '#lib/storage/keyed-hash.ts';

/** What an export keeps of its person are hashes, so the keys that are asked for are hashed as well. */
export const madeLatelyBy =
  (accounts: Accounts, now: () => number): MadeLately =>
  async (keys) => {
    const asked = new Map(await Promise.all(keys.map(async (key) => [await keyedHash(key), key] as const)));
    const since = now() - LAG_MS;
    return (await rows.overlapping(accounts, [...asked.keys()])).flatMap(({ view, sends, writtenAt, keys: held }) => {
      const { candidateId, outcome } = view;
      // Whoever was there before is listed.
      if (candidateId === undefined || outcome !== 'created' || (sends.at(-1)?.at ?? writtenAt) <= since) return [];
      return { candidateId, keys: held.flatMap((hash) => asked.get(hash) ?? []) };
    });
  };
