/** Where the client secret lives: typed in the options page, used in the worker, sent in no message, shown never again. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { vaultItem } from './items.ts';
import { seal, unseal } from './sealed.ts';

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const vault = {
  async put(secret: string): Promise<void> {
    const { iv, data } = await seal(secret);
    await vaultItem.set({ version: 1, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) });
  },

  /** The secret; rejects with `settings/incomplete` when none was saved, `settings/locked` when it is not ours to open. */
  async open(): Promise<string> {
    const kept = await vaultItem.get();
    if (!kept) throw new AppError('settings/incomplete');
    try {
      return await unseal({ iv: fromBase64(kept.iv), data: fromBase64(kept.data).buffer }, z.string());
    } catch (cause) {
      throw new AppError('settings/locked', {}, cause);
    }
  },

  async has(): Promise<boolean> {
    return (await vaultItem.get()) !== null;
  },

  forget: (): Promise<void> => vaultItem.remove(),
};
