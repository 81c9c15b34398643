/** Sealing into text, once or twice. */
import type * as z from 'zod/mini';

import { seal, unseal } from './sealed.ts';
import { sealedTextSchema, type SealedText } from './vault-format.ts';

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function sealOnce(value: unknown, key?: CryptoKey): Promise<SealedText> {
  const { iv, data } = await seal(value, key);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

const unsealOnce = async <S extends z.ZodMiniType>({ iv, data }: SealedText, schema: S, key?: CryptoKey): Promise<z.infer<S>> =>
  unseal({ iv: fromBase64(iv), data: fromBase64(data).buffer }, schema, key);

/** Sealed with the device key and, where there is another key, with that one inside: either alone opens nothing. */
export const sealText = async (value: unknown, inner?: CryptoKey): Promise<SealedText> =>
  sealOnce(inner ? await sealOnce(value, inner) : value);

/**
 * Rejects when it is not as it was sealed, or sealed on another device; answers `undefined` when only the inner key is not the
 * right one.
 */
export async function unsealText<S extends z.ZodMiniType>(
  text: SealedText,
  schema: S,
  inner?: CryptoKey,
): Promise<z.infer<S> | undefined> {
  if (!inner) return unsealOnce(text, schema);
  const inside = await unsealOnce(text, sealedTextSchema);
  return unsealOnce(inside, schema, inner).catch(() => undefined);
}
