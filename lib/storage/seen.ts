/**
 * Whom readers have counted since the browser was started, for all panels together: hashes under a key of this start, in memory
 * and gone with it. Nobody can be read from them, and nothing of them is ever on a disk.
 */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';

const KEY = 'counted';
const MOST = 500;

const keptSchema = z.object({ salt: z.string(), hashes: z.array(z.string()) });

/** Whether something is new since the browser was started; from then on it is not. One call at a time. */
export async function isNew(what: string): Promise<boolean> {
  const { session } = browser.storage;
  const kept = keptSchema.safeParse((await session.get(KEY))[KEY]).data ?? { salt: crypto.randomUUID(), hashes: [] };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${kept.salt} ${what}`));
  const hash = Array.from(new Uint8Array(digest, 0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (kept.hashes.includes(hash)) return false;
  await session.set({ [KEY]: { ...kept, hashes: [...kept.hashes, hash].slice(-MOST) } });
  return true;
}
