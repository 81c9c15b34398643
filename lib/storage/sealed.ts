/**
 * Sealing: AES-GCM with a key that was made on this device and cannot be exported from the browser, not even by us.
 * It keeps the secret and people's data unreadable in a copied profile folder without the browser that made it; it does
 * not protect against someone who can run code as this extension.
 */
import type * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { database, type Sealed } from './database.ts';

/** The device key, made at the first need. Two contexts asking at once end up with the same one. */
async function deviceKey(): Promise<CryptoKey> {
  const db = await database();
  const kept = await db.get('keys', 'device');
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const write = db.transaction('keys', 'readwrite');
  const raced = await write.store.get('device');
  if (!raced) await write.store.put(made, 'device');
  await write.done;
  return raced ?? made;
}

export async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await deviceKey(), plain) };
}

/** Rejects with `storage/corrupt` when it was sealed elsewhere, was altered, or does not hold what it should. */
export async function unseal<S extends z.ZodMiniType>({ iv, data }: Sealed, schema: S): Promise<z.infer<S>> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await deviceKey(), data);
    return schema.parse(JSON.parse(new TextDecoder().decode(plain)));
  } catch (cause) {
    throw new AppError('storage/corrupt', {}, cause);
  }
}
