/** Where the secret lives: typed in the options page, used in the worker, sent in no message, shown never again. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { vaultItem } from './items.ts';
import { seal, unseal } from './sealed.ts';
import { isOurs, type SealedText, type Slot, type Vault } from './vault-format.ts';

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function sealed(secret: string): Promise<SealedText> {
  const { iv, data } = await seal(secret);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Rejects with `settings/newer` when a newer Gleaner has written it. */
async function kept(): Promise<Vault> {
  const vault = await vaultItem.get();
  if (!isOurs(vault)) throw new AppError('settings/newer');
  return vault;
}

/** The options page and the worker may want to write at once: one after the other, each upon what the other has written. */
const change = (how: (vault: Vault) => Vault): Promise<void> =>
  navigator.locks.request('vault', async () => vaultItem.set(how(await kept())));

export const vault = {
  /** Keeps a secret, in place of the one that was in that slot. */
  async put(secret: string, slot: Slot = 'current'): Promise<void> {
    const text = await sealed(secret);
    await change((vault) => ({ ...vault, [slot]: text }));
  },

  /** The secret; rejects with `settings/incomplete` when there is none, `settings/locked` when it is not ours to open. */
  async open(slot: Slot = 'current'): Promise<string> {
    const text = (await kept())[slot];
    if (!text) throw new AppError('settings/incomplete');
    try {
      return await unseal({ iv: fromBase64(text.iv), data: fromBase64(text.data).buffer }, z.string());
    } catch (cause) {
      throw new AppError('settings/locked', {}, cause);
    }
  },

  async has(slot: Slot = 'current'): Promise<boolean> {
    const vault = await vaultItem.get();
    return isOurs(vault) ? vault[slot] !== undefined : slot === 'current';
  },

  /** The pending secret takes the place of the current one, in one write; rejects with `settings/incomplete` when there is none. */
  promote: (): Promise<void> =>
    change(({ pending, ...vault }) => {
      if (!pending) throw new AppError('settings/incomplete');
      return { ...vault, current: pending };
    }),

  drop: (slot: Slot): Promise<void> =>
    change((vault) => {
      const left = { ...vault };
      delete left[slot];
      return left;
    }),

  /** Forgets every secret, whoever wrote it. */
  forget: (): Promise<void> => navigator.locks.request('vault', () => vaultItem.remove()),
};
