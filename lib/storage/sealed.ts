/**
 * Sealing: AES-GCM, by default with a key that was made on this device and that the browser hands out to nobody, not even to
 * us. What is sealed cannot be read by another extension or a web page, nor the secret by whoever sees only the file that it is
 * in. It is no protection of a copied profile folder: browsers write such a key to the disk, in the database beside what it
 * seals there, in a form that somebody with some skill can read. For the secret a passphrase protects from that (`vault.ts`).
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

export async function seal(value: unknown, key?: CryptoKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key ?? (await deviceKey()), plain) };
}

/** Rejects with `storage/corrupt` when it was sealed with another key, was altered, or does not hold what it should. */
export async function unseal<S extends z.ZodMiniType>({ iv, data }: Sealed, schema: S, key?: CryptoKey): Promise<z.infer<S>> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key ?? (await deviceKey()), data);
    return schema.parse(JSON.parse(new TextDecoder().decode(plain)));
  } catch (cause) {
    throw new AppError('storage/corrupt', {}, cause);
  }
}
