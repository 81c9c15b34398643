/**
 * The passphrase: typed in a page of ours, used there, kept nowhere and sent to nobody. It opens the vault's own key, and that
 * key is what the worker finds while the vault is unlocked.
 */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { isLocked, keepUnlocked, lock, lockState, toKey, used, watchLock } from './lock.ts';
import { fromBase64, sealText, toBase64, unsealText } from './sealed-text.ts';
import { SLOTS, type PassphraseLock, type Vault } from './vault-format.ts';
import { changeVault, keyOf, secretIn } from './vault.ts';

/** A vault that was locked with fewer is locked anew when it is next unlocked. */
export const ITERATIONS = 600_000;

const random = (bytes: number): string => toBase64(crypto.getRandomValues(new Uint8Array(bytes)));

type Derivation = Pick<PassphraseLock, 'kdf' | 'hash' | 'iterations' | 'salt'>;

/** The same letters typed on another keyboard are the same passphrase. */
async function derive(passphrase: string, { kdf: name, hash, iterations, salt }: Derivation): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, name, false, ['deriveKey']);
  const how = { name, hash, iterations, salt: fromBase64(salt) };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The vault's key, sealed with this passphrase. */
async function lockWith(passphrase: string, raw: string, idleMinutes: number): Promise<PassphraseLock> {
  const how: Derivation = { kdf: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: random(16) };
  return { ...how, idleMinutes, key: await sealText(raw, await derive(passphrase, how)) };
}

/** The vault's key, or `undefined` when the passphrase is not the right one; `settings/locked` when the device is not. */
async function rawKey(kept: PassphraseLock, passphrase: string): Promise<string | undefined> {
  const key = await derive(passphrase, kept);
  try {
    return await unsealText(kept.key, z.string(), key);
  } catch (cause) {
    throw new AppError('settings/locked', {}, cause);
  }
}

/** Every secret of the vault, sealed with another key, or with none. */
async function resealed(vault: Vault, from: CryptoKey | undefined, to: CryptoKey | undefined): Promise<Vault> {
  const fresh: Vault = { version: 2 };
  for (const slot of SLOTS) {
    const secret = await secretIn(vault, slot, from);
    if (secret !== undefined) fresh[slot] = await sealText(secret, to);
  }
  return fresh;
}

/** A new key each time: whoever knew an older passphrase, and has an older copy of the vault, opens nothing of the new one. */
async function protect(vault: Vault, from: CryptoKey | undefined, passphrase: string, idleMinutes: number) {
  const raw = random(32);
  const fresh = await resealed(vault, from, await toKey(raw));
  return { raw, vault: { ...fresh, passphrase: await lockWith(passphrase, raw, idleMinutes) } };
}

/** The key of a vault that was not written down after all opens nothing. */
async function changeAndUnlock(how: (vault: Vault) => Promise<Vault>): Promise<void> {
  try {
    await changeVault(how);
  } catch (thrown) {
    await lock();
    throw thrown;
  }
}

/** All that a page of ours does with it. */
export const passphrase = {
  state: lockState,
  watch: watchLock,
  used,
  lock,

  /** Opens the vault until it is locked again; `false` when this is not the passphrase. */
  async unlock(typed: string, now: number): Promise<boolean> {
    let right = false;
    await changeAndUnlock(async (vault) => {
      const kept = vault.passphrase;
      const raw = kept && (await rawKey(kept, typed));
      if (!kept || raw === undefined) return vault;
      right = true;
      await keepUnlocked(raw, now);
      return kept.iterations < ITERATIONS ? { ...vault, passphrase: await lockWith(typed, raw, kept.idleMinutes) } : vault;
    });
    return right;
  },

  /** Sets the first passphrase. Rejects with `settings/passphrase` when there is one already and the vault is locked. */
  set: (typed: string, idleMinutes: number, now: number): Promise<void> =>
    changeAndUnlock(async (vault) => {
      const fresh = await protect(vault, await keyOf(vault), typed, idleMinutes);
      await keepUnlocked(fresh.raw, now);
      return fresh.vault;
    }),

  /** Another passphrase, or none (`undefined`), in the place of the present one; `false` when that was not typed right. */
  async change(present: string, next: string | undefined, now: number): Promise<boolean> {
    let right = false;
    await changeAndUnlock(async (vault) => {
      const kept = vault.passphrase;
      const raw = kept && (await rawKey(kept, present));
      if (!kept || raw === undefined) return vault;
      right = true;
      const from = await toKey(raw);
      if (next === undefined) return resealed(vault, from, undefined);
      const fresh = await protect(vault, from, next, kept.idleMinutes);
      await keepUnlocked(fresh.raw, now);
      return fresh.vault;
    });
    if (right && next === undefined) await lock();
    return right;
  },

  /** Locked after so many minutes without use; 0: when the browser closes. Only for whoever has unlocked it. */
  async setIdle(idleMinutes: number, now: number): Promise<void> {
    if (await isLocked(now)) return;
    await changeVault((vault) => (vault.passphrase ? { ...vault, passphrase: { ...vault.passphrase, idleMinutes } } : vault));
  },
};
