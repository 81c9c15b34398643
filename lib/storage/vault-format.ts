/** How the vault is written down, in every version that there was. Bytes are base64. */
import * as z from 'zod/mini';

const sealedTextSchema = z.object({ iv: z.string(), data: z.string() });
export type SealedText = z.infer<typeof sealedTextSchema>;

const vaultSchema = z.object({
  version: z.literal(2),
  /** What the worker opens. */
  current: z.optional(sealedTextSchema),
  /** A secret on trial, beside the one in use. */
  pending: z.optional(sealedTextSchema),
});
export type Vault = z.infer<typeof vaultSchema>;
export type Slot = 'current' | 'pending';

/** Written by a newer Gleaner: not ours to read, and never ours to write over. */
const newerSchema = z.looseObject({ version: z.number().check(z.gt(2)) });

export const anyVaultSchema = z.union([vaultSchema, newerSchema]);
export type AnyVault = z.infer<typeof anyVaultSchema>;

export const isOurs = (kept: AnyVault): kept is Vault => kept.version === 2;

export const EMPTY: Vault = { version: 2 };

const firstSchema = z.object({ version: z.literal(1), iv: z.string(), data: z.string() });

/** Version 1 (until 0.2) was one secret, sealed as it still is without a passphrase. */
export function upgradeVault(raw: unknown): unknown {
  const first = firstSchema.safeParse(raw);
  if (!first.success) return raw;
  const { iv, data } = first.data;
  return { version: 2, current: { iv, data } };
}
