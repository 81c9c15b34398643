/** Keys that were made on this device and that the browser hands out to nobody, not even to us. */
import { database } from './database.ts';

/** Made at the first need. Two contexts asking at once end up with the same one. */
export async function deviceKey(name: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const db = await database();
  const kept = await db.get('keys', name);
  if (kept) return kept;
  const made = await make();
  const write = db.transaction('keys', 'readwrite');
  const raced = await write.store.get(name);
  if (!raced) await write.store.put(made, name);
  await write.done;
  return raced ?? made;
}
