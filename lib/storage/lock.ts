/**
 * Whether the vault may be opened now. While it is unlocked its key is in session storage: in memory, gone when the browser
 * closes, and closed to whatever stands in a web page. So it outlives the worker, but not the browser.
 */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';

import { fromBase64, sealText, unsealText } from './sealed-text.ts';
import { forgetTokens } from './tokens.ts';
import { isOurs, sealedTextSchema, vaultItem } from './vault-format.ts';

const KEY = 'vault-key';
const USED = 'vault-used';
const keptSchema = z.object({ [KEY]: sealedTextSchema, [USED]: z.number() });

export type LockState =
  /** There is no passphrase. */
  | { is: 'free' }
  | { is: 'locked' }
  /** `until`: epoch milliseconds, or infinite. */
  | { is: 'unlocked'; idleMinutes: number; until: number };

const session = () => browser.storage.session;

const kept = async () => keptSchema.safeParse(await session().get([KEY, USED])).data;

/** Looks, and locks what has not been used for too long: nothing is opened, and no token used, without asking here first. */
export async function lockState(now: number): Promise<LockState> {
  const vault = await vaultItem.get();
  if (!isOurs(vault) || !vault.passphrase) return { is: 'free' };
  const used = (await kept())?.[USED];
  if (used === undefined) return { is: 'locked' };
  const { idleMinutes } = vault.passphrase;
  const idleMs = idleMinutes === 0 ? Infinity : idleMinutes * 60_000;
  // A clock that was put back is not to be trusted to keep it open.
  if (Math.abs(now - used) < idleMs) return { is: 'unlocked', idleMinutes, until: used + idleMs };
  await lock();
  return { is: 'locked' };
}

export const isLocked = async (now: number): Promise<boolean> => (await lockState(now)).is === 'locked';

/** Somebody is there: a key or a button was pressed. Opens nothing that is locked by now. */
export async function used(now: number): Promise<void> {
  if ((await lockState(now)).is === 'unlocked') await session().set({ [USED]: now });
}

/** The key goes first: a token that somebody is about to keep looks for it afterwards, and goes too. */
export async function lock(): Promise<void> {
  await session().remove([KEY, USED]);
  await forgetTokens();
}

/** @param raw the vault's key, in base64. */
export async function keepUnlocked(raw: string, now: number): Promise<void> {
  await session().set({ [KEY]: await sealText(raw), [USED]: now });
}

export const toKey = (raw: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The vault's key, when it is unlocked. */
export async function vaultKey(): Promise<CryptoKey | undefined> {
  const text = (await kept())?.[KEY];
  const raw = text && (await unsealText(text, z.string()));
  return raw === undefined ? undefined : toKey(raw);
}

/** Calls back when it may have been locked, unlocked, or given a passphrase, by whomever; returns how to stop. */
export function watchLock(changed: () => void): () => void {
  const stop = vaultItem.watch(changed);
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) changed();
  };
  session().onChanged.addListener(listener);
  return () => {
    stop();
    session().onChanged.removeListener(listener);
  };
}
