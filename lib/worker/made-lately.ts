/** Whom this browser has just put into Greenhouse, by whatever they are known by: no list there need show them yet. */
import { madeSince } from '#lib/export/made.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { MadeLately } from '#lib/identity/finder.ts';
import type { Accounts } from '#lib/storage/account.ts';
import { keyedHash } from '#lib/storage/keyed-hash.ts';

/** What an export keeps of its person are hashes, so the keys that are asked for are hashed as well. */
export const madeLatelyBy =
  (accounts: Accounts, now: () => number): MadeLately =>
  async (keys) => {
    const made = await madeSince(accounts, now() - LAG_MS);
    // Of most people nothing was: nothing is hashed for them.
    if (made.length === 0) return [];
    const asked = new Map(await Promise.all(keys.map(async (key) => [await keyedHash(key), key] as const)));
    return made.flatMap(({ candidateId, keys: kept }) => {
      const held = kept.flatMap((hash) => asked.get(hash) ?? []);
      return held.length > 0 ? { candidateId, keys: held } : [];
    });
  };
