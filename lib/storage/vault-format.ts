/** How the vault is written down, in every version that there was. */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { storedItem } from './item.ts';

/** What is sealed, as text: extension storage takes no bytes. Base64. */
export const sealedTextSchema = z.object({ iv: z.string(), data: z.string() });
export type SealedText = z.infer<typeof sealedTextSchema>;

const passphraseSchema = lazyObject(() => ({
  /** How a key is made of the passphrase. Kept, so that it can be made harder later without anybody being locked out. */
  kdf: z.literal('PBKDF2'),
  hash: z.literal('SHA-256'),
  iterations: z.number().check(z.int(), z.positive()),
  /** Base64. */
  salt: z.string(),
  /** The vault's own key (base64 of 32 random bytes), sealed with the key of the passphrase and that of the device. */
  key: sealedTextSchema,
  /** Locked after so long without use; 0: only when the browser closes. */
  idleMinutes: z.number().check(z.int(), z.gte(0)),
}));
export type PassphraseLock = z.infer<typeof passphraseSchema>;

const vaultSchema = lazyObject(() => ({
  version: z.literal(2),
  /** The secret that the worker opens. Each secret is sealed with the device key, and with the vault's key where there is one. */
  current: z.optional(sealedTextSchema),
  /** A secret on trial, beside the one in use. */
  pending: z.optional(sealedTextSchema),
  /** Absent while there is no passphrase. */
  passphrase: z.optional(passphraseSchema),
}));
export type Vault = z.infer<typeof vaultSchema>;
export type Slot = 'current' | 'pending';
export const SLOTS = ['current', 'pending'] as const;

/** Written by a newer Gleaner: not ours to read, and never ours to write over. */
const newerSchema = z.looseObject({ version: z.number().check(z.gt(2)) });

const anyVaultSchema = z.union([vaultSchema, newerSchema]);
type AnyVault = z.infer<typeof anyVaultSchema>;

export const isOurs = (kept: AnyVault): kept is Vault => kept.version === 2;

const EMPTY: Vault = { version: 2 };

const firstSchema = z.object({ version: z.literal(1), iv: z.string(), data: z.string() });

/** Version 1 (until 0.2) was one secret, sealed as it still is without a passphrase. */
function upgrade(raw: unknown): unknown {
  const first = firstSchema.safeParse(raw);
  if (!first.success) return raw;
  const { iv, data } = first.data;
  return { version: 2, current: { iv, data } };
}

export const vaultItem = storedItem({ key: 'vault', schema: anyVaultSchema, fallback: EMPTY, upgrade });
