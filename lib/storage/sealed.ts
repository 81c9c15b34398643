/**
 * Sealing: AES-GCM, by default with a key that was made on this device and that the browser hands out to nobody, not even to
 * us. What is sealed cannot be read by another extension or a web page, nor the secret by whoever sees only the file that it is
 * in. It is no protection of a copied profile folder: browsers write such a key to the disk, in the database beside what it
 * seals there, in a form that somebody with some skill can read. For the secret a passphrase protects from that (`vault.ts`).
 */
import type * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import type { Sealed } from './database.ts';
import { deviceKey } from './device-key.ts';

const sealingKey = (): Promise<CryptoKey> =>
  deviceKey('device', () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));

export async function seal(value: unknown, key?: CryptoKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key ?? (await sealingKey()), plain) };
}

/** Rejects with `storage/corrupt` when it was sealed with another key, was altered, or does not hold what it should. */
export async function unseal<S extends z.ZodMiniType>({ iv, data }: Sealed, schema: S, key?: CryptoKey): Promise<z.infer<S>> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key ?? (await sealingKey()), data);
    return schema.parse(JSON.parse(new TextDecoder().decode(plain)));
  } catch (cause) {
    throw new AppError('storage/corrupt', {}, cause);
  }
}
