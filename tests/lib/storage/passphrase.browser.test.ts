/** The vault with a passphrase: what opens it, what does not, and what lies around meanwhile. */
import { fakeBrowser } from './fake-extension.ts';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Database } from '#lib/storage/database.ts';
import { isLocked, lock, lockState, used, watchLock } from '#lib/storage/lock.ts';
import { ITERATIONS, passphrase } from '#lib/storage/passphrase.ts';
import { sealText } from '#lib/storage/sealed-text.ts';
import { vaultItem, type Vault, type SealedText } from '#lib/storage/vault-format.ts';
import { vault } from '#lib/storage/vault.ts';

import { emptied, everythingStored } from './stored.ts';

const SECRET = 'fixture-secret-of-nobody';
const PASSPHRASE = 'seven grey herons at dusk';
const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const LOCKED = { code: 'settings/passphrase' };

let db: Database;
beforeEach(async () => {
  fakeBrowser.reset();
  db = await emptied();
});

const stored = async (): Promise<Vault> => (await vaultItem.get()) as Vault;
const token = { 'token client-1 writing': { value: 'fixture-token', expiresAt: NOW } };

/** A vault with a secret and a passphrase, locked. */
async function locked(idleMinutes = 15): Promise<void> {
  await vault.put(SECRET);
  await passphrase.set(PASSPHRASE, idleMinutes, NOW);
  await lock();
}

describe('a vault with a passphrase', () => {
  test('is open after it was set, and until it is locked; unlocking opens what was put in', async () => {
    await vault.put(SECRET);
    expect(await lockState(NOW)).toEqual({ is: 'free' });
    await passphrase.set(PASSPHRASE, 15, NOW);
    expect(await vault.open()).toBe(SECRET);
    await lock();
    expect(await lockState(NOW)).toEqual({ is: 'locked' });
    await expect(vault.open()).rejects.toMatchObject(LOCKED);
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(true);
    expect(await vault.open()).toBe(SECRET);
  });

  test('is not opened by another passphrase, which is told as wrong and not as corrupt', async () => {
    await locked();
    expect(await passphrase.unlock(`${PASSPHRASE}.`, NOW)).toBe(false);
    expect(await passphrase.unlock('', NOW)).toBe(false);
    await expect(vault.open()).rejects.toMatchObject(LOCKED);
    expect(Object.keys(await fakeBrowser.storage.local.get())).toEqual(['vault']);
  });

  test('takes the same letters however the keyboard has put them together', async () => {
    await vault.put(SECRET);
    await passphrase.set('fünf Störche, ﬁve', 15, NOW);
    await lock();
    expect(await passphrase.unlock('fünf Störche, five', NOW)).toBe(true);
  });

  test('is opened by neither key alone: not by the passphrase without the device, not by the device without the passphrase', async () => {
    await locked();
    await db.clear('keys');
    await expect(passphrase.unlock(PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'settings/locked' });
    await expect(vault.open()).rejects.toMatchObject(LOCKED);
  });

  test('keeps how its key was made, at the present strength and with a salt of its own', async () => {
    await locked();
    const first = (await stored()).passphrase!;
    expect(first).toMatchObject({ kdf: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS });
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    expect(atob(first.salt)).toHaveLength(16);
    await passphrase.change(PASSPHRASE, PASSPHRASE, NOW);
    expect((await stored()).passphrase!.salt).not.toBe(first.salt);
  });

  test('that was locked with fewer iterations is locked anew at the next unlocking', async () => {
    await locked();
    const kept = (await stored()).passphrase!;
    const weak = await weakly(PASSPHRASE, 1000);
    await vaultItem.set({ version: 2, current: weak.current, passphrase: { ...kept, ...weak.passphrase } });
    expect(await passphrase.unlock('not this one', NOW)).toBe(false);
    expect((await stored()).passphrase!.iterations).toBe(1000);
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(true);
    expect((await stored()).passphrase!.iterations).toBe(ITERATIONS);
    await lock();
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(true);
    expect(await vault.open()).toBe(SECRET);
  });

  test('takes no new secret while it is locked, and keeps the old one', async () => {
    await locked();
    await expect(vault.put('another')).rejects.toMatchObject(LOCKED);
    await passphrase.unlock(PASSPHRASE, NOW);
    await vault.put('another', 'pending');
    expect([await vault.open(), await vault.open('pending')]).toEqual([SECRET, 'another']);
    await vault.promote();
    await lock();
    await passphrase.unlock(PASSPHRASE, NOW);
    expect(await vault.open()).toBe('another');
  });

  test('may have one before it has a secret, and keeps it when the secret is forgotten', async () => {
    await passphrase.set(PASSPHRASE, 15, NOW);
    await expect(vault.open()).rejects.toMatchObject({ code: 'settings/incomplete' });
    await vault.put(SECRET);
    await vault.forget();
    expect(await vault.has()).toBe(false);
    await lock();
    expect(await isLocked(NOW)).toBe(true);
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(true);
  });
});

test('a forgotten passphrase is no dead end: forgetting the secret takes it along, and the next secret is kept', async () => {
  await locked();
  await vault.forget();
  expect(await lockState(NOW)).toEqual({ is: 'free' });
  await vault.put('another');
  expect(await vault.open()).toBe('another');
});

/** As an older Gleaner could have locked it: the same shapes, with a cheaper derivation. */
async function weakly(typed: string, iterations: number) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, ['deriveKey']);
  const derived = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  return {
    current: await sealText(SECRET, own),
    passphrase: { iterations, salt: text(salt), key: await sealText(text(raw), derived) },
  };
}

describe('changing and removing', () => {
  test('need the present passphrase', async () => {
    await locked();
    const before = await stored();
    expect(await passphrase.change('not this one', 'another passphrase', NOW)).toBe(false);
    expect(await passphrase.change('not this one', undefined, NOW)).toBe(false);
    expect(await stored()).toEqual(before);
  });

  test('a changed one opens, the former one does not, and both secrets are kept', async () => {
    await vault.put(SECRET);
    await vault.put('a candidate', 'pending');
    await passphrase.set(PASSPHRASE, 240, NOW);
    const former = await stored();
    expect(await passphrase.change(PASSPHRASE, 'three quiet harbours', NOW)).toBe(true);
    expect(await vault.open()).toBe(SECRET);
    await lock();
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(false);
    expect(await passphrase.unlock('three quiet harbours', NOW)).toBe(true);
    expect([await vault.open(), await vault.open('pending')]).toEqual([SECRET, 'a candidate']);
    expect((await stored()).passphrase?.idleMinutes).toBe(240);
    // An older copy of the vault and the former passphrase give a key that opens nothing of today's.
    const { current } = await stored();
    await vaultItem.set({ ...former, ...(current ? { current } : {}) });
    await passphrase.unlock(PASSPHRASE, NOW);
    await expect(vault.open()).rejects.toMatchObject({ code: 'settings/locked' });
  });

  test('without one it is as before there was any', async () => {
    await locked();
    expect(await passphrase.change(PASSPHRASE, undefined, NOW)).toBe(true);
    expect(await lockState(NOW)).toEqual({ is: 'free' });
    expect(await stored()).not.toHaveProperty('passphrase');
    expect(await fakeBrowser.storage.session.get()).toEqual({});
    expect(await vault.open()).toBe(SECRET);
  });

  test('what could not be written down leaves the former passphrase', async () => {
    await locked();
    await passphrase.unlock(PASSPHRASE, NOW);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    await expect(passphrase.change(PASSPHRASE, 'three quiet harbours', NOW)).rejects.toMatchObject({ code: 'storage/full' });
    set.mockRestore();
    expect(await isLocked(NOW)).toBe(true);
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(true);
    expect(await vault.open()).toBe(SECRET);
  });
});

describe('tampering', () => {
  const turned = ({ iv, data }: SealedText): SealedText => ({ iv, data: `${data.startsWith('A') ? 'B' : 'A'}${data.slice(1)}` });

  test('with the sealed key is told as damage and not as a wrong passphrase', async () => {
    await locked();
    const kept = await stored();
    await vaultItem.set({ ...kept, passphrase: { ...kept.passphrase!, key: turned(kept.passphrase!.key) } });
    await expect(passphrase.unlock(PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'settings/locked' });
  });

  test('with the secret leaves it closed', async () => {
    await locked();
    const kept = await stored();
    await vaultItem.set({ ...kept, current: turned(kept.current!) });
    await passphrase.unlock(PASSPHRASE, NOW);
    await expect(vault.open()).rejects.toMatchObject({ code: 'settings/locked' });
  });

  test('with the iterations or the salt makes no other passphrase right', async () => {
    await locked();
    const kept = await stored();
    await vaultItem.set({ ...kept, passphrase: { ...kept.passphrase!, iterations: 1 } });
    expect(await passphrase.unlock(PASSPHRASE, NOW)).toBe(false);
    expect(await passphrase.unlock('', NOW)).toBe(false);
  });

  test('a secret sealed for a vault without a passphrase is not taken by one that has it', async () => {
    await vault.put('planted');
    const { current } = await stored();
    await locked();
    await passphrase.unlock(PASSPHRASE, NOW);
    await vaultItem.set({ ...(await stored()), current: current! });
    await expect(vault.open()).rejects.toMatchObject({ code: 'settings/locked' });
  });
});

describe('it locks', () => {
  test('after the time without use, to the millisecond, and takes the tokens along', async () => {
    await locked(15);
    await passphrase.unlock(PASSPHRASE, NOW);
    await fakeBrowser.storage.session.set({ ...token, 'rate of client-1': { left: 3 } });
    expect(await lockState(NOW + 15 * MINUTE - 1)).toEqual({ is: 'unlocked', idleMinutes: 15, until: NOW + 15 * MINUTE });
    expect(await vault.open()).toBe(SECRET);
    expect(await isLocked(NOW + 15 * MINUTE)).toBe(true);
    await expect(vault.open()).rejects.toMatchObject(LOCKED);
    expect(await fakeBrowser.storage.session.get()).toEqual({ 'rate of client-1': { left: 3 } });
  });

  test('later when it was used, and use opens nothing that is locked', async () => {
    await locked(15);
    await passphrase.unlock(PASSPHRASE, NOW);
    await used(NOW + 10 * MINUTE);
    expect(await lockState(NOW + 20 * MINUTE)).toMatchObject({ is: 'unlocked', until: NOW + 25 * MINUTE });
    await used(NOW + 25 * MINUTE);
    expect(await isLocked(NOW + 25 * MINUTE)).toBe(true);
    await used(NOW + 25 * MINUTE);
    expect(await isLocked(NOW + 25 * MINUTE)).toBe(true);
  });

  test('when the clock was put back by more than that', async () => {
    await locked(15);
    await passphrase.unlock(PASSPHRASE, NOW);
    expect(await isLocked(NOW - 15 * MINUTE)).toBe(true);
  });

  test('when the browser closes, and with 0 minutes not before', async () => {
    await locked(0);
    await passphrase.unlock(PASSPHRASE, NOW);
    expect(await isLocked(NOW + 1_000_000 * MINUTE)).toBe(false);
    await fakeBrowser.storage.session.clear();
    expect(await isLocked(NOW)).toBe(true);
  });

  test('by a time that only somebody who has unlocked it can change', async () => {
    await locked(15);
    await passphrase.setIdle(0, NOW);
    expect((await stored()).passphrase?.idleMinutes).toBe(15);
    await passphrase.unlock(PASSPHRASE, NOW);
    await passphrase.setIdle(60, NOW);
    expect(await lockState(NOW)).toEqual({ is: 'unlocked', idleMinutes: 60, until: NOW + 60 * MINUTE });
  });

  test('and whoever watches hears of each turn, until they stop', async () => {
    let heard = 0;
    const stop = watchLock(() => void (heard += 1));
    await locked();
    await expect.poll(() => heard).toBeGreaterThanOrEqual(3);
    const before = heard;
    await passphrase.unlock(PASSPHRASE, NOW);
    await expect.poll(() => heard).toBeGreaterThan(before);
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    const after = heard;
    await lock();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toBe(after);
  });
});

test('neither the secret, the passphrase nor any key stands anywhere in clear, locked or unlocked', async () => {
  const raws: string[] = [];
  const real = crypto.subtle.importKey.bind(crypto.subtle) as (...all: unknown[]) => Promise<CryptoKey>;
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...all: unknown[]) => {
    raws.push(String.fromCharCode(...(all[1] as Uint8Array)));
    return real(...all);
  });
  await vault.put(SECRET);
  await passphrase.set(PASSPHRASE, 15, NOW);
  await vault.put(SECRET, 'pending');
  vi.restoreAllMocks();
  // The passphrase itself, and the vault's own key.
  expect(raws).toContain(PASSPHRASE);
  expect(new Set(raws).size).toBe(2);
  const { local, session } = fakeBrowser.storage;
  const lying = [JSON.stringify([await local.get(), await session.get()]), await everythingStored()].join();
  expect(lying.length).toBeGreaterThan(500);
  for (const clear of [SECRET, ...raws]) {
    expect(lying).not.toContain(clear);
    expect(lying).not.toContain(btoa(clear).replace(/=+$/, ''));
  }
  // What is unlocked is sealed for this device even in memory, and opens with no key that could be taken out of it.
  expect(await vault.open()).toBe(SECRET);
});
