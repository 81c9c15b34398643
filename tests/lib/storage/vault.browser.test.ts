import { fakeBrowser } from './fake-extension.ts';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Database } from '#lib/storage/database.ts';
import type { SealedText } from '#lib/storage/vault-format.ts';
import { vault } from '#lib/storage/vault.ts';

import { emptied } from './stored.ts';

const SECRET = 'fixture-secret-of-nobody';

interface Kept {
  vault: Record<'current' | 'pending', SealedText>;
}

let db: Database;
beforeEach(async () => {
  fakeBrowser.reset();
  db = await emptied();
});

test('what was put in is what is opened, and the last one counts', async () => {
  expect(await vault.has()).toBe(false);
  await vault.put('an older one');
  await vault.put(SECRET);
  expect(await vault.has()).toBe(true);
  expect(await vault.open()).toBe(SECRET);
});

test('it stands nowhere in extension storage, neither as it is nor in base 64', async () => {
  await vault.put(SECRET);
  await vault.put(SECRET, 'pending');
  const kept = await fakeBrowser.storage.local.get();
  expect(Object.keys(kept)).toEqual(['vault']);
  const { current, pending } = (kept as unknown as Kept).vault;
  expect(JSON.stringify(kept)).not.toContain(SECRET);
  for (const { data } of [current, pending]) {
    expect(data.length).toBeGreaterThan(SECRET.length);
    expect(atob(data)).not.toContain(SECRET);
  }
});

test('an empty vault says that the settings are incomplete', async () => {
  await expect(vault.open()).rejects.toMatchObject({ code: 'settings/incomplete' });
});

test('a forgotten secret is gone', async () => {
  await vault.put(SECRET);
  await vault.forget();
  expect(await vault.has()).toBe(false);
  await expect(vault.open()).rejects.toMatchObject({ code: 'settings/incomplete' });
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

test('a vault carried to another device is locked there, and stays where it is', async () => {
  await vault.put(SECRET);
  await db.clear('keys');
  await expect(vault.open()).rejects.toMatchObject({ code: 'settings/locked' });
  expect(await vault.has()).toBe(true);
});

test.each(['', 'AAAA', '***'])('altered bytes (%j) are locked too', async (data) => {
  await vault.put(SECRET);
  const { vault: kept } = (await fakeBrowser.storage.local.get()) as unknown as Kept;
  await fakeBrowser.storage.local.set({ vault: { ...kept, current: { ...kept.current, data } } });
  await expect(vault.open()).rejects.toMatchObject({ code: 'settings/locked' });
});

describe('a secret on trial', () => {
  test('stands beside the one in use, until it is promoted', async () => {
    await vault.put(SECRET);
    await vault.put('a candidate', 'pending');
    expect(await vault.open()).toBe(SECRET);
    expect(await vault.open('pending')).toBe('a candidate');
    await vault.promote();
    expect(await vault.open()).toBe('a candidate');
    expect(await vault.has('pending')).toBe(false);
  });

  test('is dropped without a trace, and the one in use stays', async () => {
    await vault.put(SECRET);
    const before = await fakeBrowser.storage.local.get();
    await vault.put('a candidate', 'pending');
    await vault.drop('pending');
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test('is promoted in one write: whoever dies in between leaves one secret in use, never none', async () => {
    await vault.put(SECRET);
    await vault.put('a candidate', 'pending');
    const states: unknown[] = [];
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation((items) => {
      states.push(items);
      throw new Error('the browser was closed');
    });
    await expect(vault.promote()).rejects.toMatchObject({ code: 'storage/full' });
    set.mockRestore();
    expect(states).toHaveLength(1);
    expect(await vault.open()).toBe(SECRET);
    expect(await vault.open('pending')).toBe('a candidate');
  });

  test('is not there to promote twice', async () => {
    await vault.put(SECRET);
    await expect(vault.promote()).rejects.toMatchObject({ code: 'settings/incomplete' });
    expect(await vault.open()).toBe(SECRET);
  });

  test('and another one being saved at the same moment are both kept', async () => {
    await Promise.all([vault.put(SECRET), vault.put('a candidate', 'pending')]);
    expect([await vault.open(), await vault.open('pending')]).toEqual([SECRET, 'a candidate']);
  });
});

describe('versions', () => {
  test('a vault as version 1 wrote it opens, and is written anew at the next change', async () => {
    const raw = new TextEncoder().encode('fixture key of nobody, 32 bytes!');
    const device = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    await db.put('keys', device, 'device');
    const sealed = { iv: 'Zml4dHVyZSBpdiAx', data: 'wJvla2WmAaBj+lah2SuPet6yt4wOqSFj2K6Te1UuX6shjadLX9sIrP5H' };
    await fakeBrowser.storage.local.set({ vault: { version: 1, ...sealed } });
    expect(await vault.has()).toBe(true);
    expect(await vault.open()).toBe(SECRET);
    await vault.put('a candidate', 'pending');
    const { vault: kept } = (await fakeBrowser.storage.local.get()) as unknown as Kept;
    expect(kept).toMatchObject({ version: 2, current: sealed });
    expect(await vault.open()).toBe(SECRET);
  });

  test('one of a newer version is not opened and not written over, but can be forgotten', async () => {
    const newer = { version: 3, everything: 'else' };
    await fakeBrowser.storage.local.set({ vault: newer });
    await expect(vault.open()).rejects.toMatchObject({ code: 'settings/newer' });
    await expect(vault.put(SECRET)).rejects.toMatchObject({ code: 'settings/newer' });
    await expect(vault.drop('pending')).rejects.toMatchObject({ code: 'settings/newer' });
    expect(await vault.has()).toBe(true);
    expect(await fakeBrowser.storage.local.get()).toEqual({ vault: newer });
    await vault.forget();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });
});
