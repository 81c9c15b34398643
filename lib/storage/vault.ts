/** Where the secret lives: typed in the options page, used in the worker, sent in no message, shown never again. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { vaultKey } from './lock.ts';
import { sealText, unsealText } from './sealed-text.ts';
import { isOurs, vaultItem, type Slot, type Vault } from './vault-format.ts';

/** Rejects with `settings/newer` when a newer Gleaner has written it. */
async function kept(): Promise<Vault> {
  const vault = await vaultItem.get();
  if (!isOurs(vault)) throw new AppError('settings/newer');
  return vault;
}

/** The vault's own key; none without a passphrase. Rejects with `settings/passphrase` while it is locked. */
export async function keyOf({ passphrase }: Vault): Promise<CryptoKey | undefined> {
  const key = passphrase && (await vaultKey());
  if (passphrase && !key) throw new AppError('settings/passphrase');
  return key;
}

/** The options page and the worker may want to write at once: one after the other, each upon what the other has written. */
export const changeVault = (how: (vault: Vault) => Vault | Promise<Vault>): Promise<void> =>
  navigator.locks.request('vault', async () => vaultItem.set(await how(await kept())));

/** The secret in a slot; `undefined` when there is none. */
export async function secretIn(vault: Vault, slot: Slot, key: CryptoKey | undefined): Promise<string | undefined> {
  const text = vault[slot];
  if (!text) return undefined;
  const secret = await unsealText(text, z.string(), key).catch(() => undefined);
  if (secret === undefined) throw new AppError('settings/locked');
  return secret;
}

export const vault = {
  /** Keeps a secret, in place of the one that was in that slot. Rejects with `settings/passphrase` while it is locked. */
  put: (secret: string, slot: Slot = 'current'): Promise<void> =>
    changeVault(async (vault) => ({ ...vault, [slot]: await sealText(secret, await keyOf(vault)) })),

  /**
   * The secret; rejects with `settings/incomplete` when there is none, `settings/passphrase` while it is locked, and
   * `settings/locked` when it was sealed on another device.
   */
  open: (slot: Slot = 'current'): Promise<string> =>
    navigator.locks.request('vault', { mode: 'shared' }, async () => {
      const vault = await kept();
      const secret = vault[slot] && (await secretIn(vault, slot, await keyOf(vault)));
      if (secret === undefined) throw new AppError('settings/incomplete');
      return secret;
    }),

  async has(slot: Slot = 'current'): Promise<boolean> {
    const vault = await vaultItem.get();
    return isOurs(vault) ? vault[slot] !== undefined : slot === 'current';
  },

  /** The pending secret takes the place of the current one, in one write; rejects with `settings/incomplete` when there is none. */
  promote: (): Promise<void> =>
    changeVault(({ pending, ...vault }) => {
      if (!pending) throw new AppError('settings/incomplete');
      return { ...vault, current: pending };
    }),

  drop: (slot: Slot): Promise<void> =>
    changeVault((vault) => {
      const left = { ...vault };
      delete left[slot];
      return left;
    }),

  /**
   * Forgets every secret, whoever wrote it. A passphrase stays for the next secret, unless nobody has it at hand: an empty vault
   * that is locked could never take one.
   */
  forget: (): Promise<void> =>
    navigator.locks.request('vault', async () => {
      const vault = await vaultItem.get();
      const kept = isOurs(vault) && (await vaultKey()) ? vault.passphrase : undefined;
      await (kept ? vaultItem.set({ version: 2, passphrase: kept }) : vaultItem.remove());
    }),
};
