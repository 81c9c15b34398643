import { fakeBrowser } from './fake-extension.ts';

import { beforeEach, expect, test } from 'vitest';

import type { Database } from '#lib/storage/database.ts';
import { vault } from '#lib/storage/vault.ts';

import { emptied } from './stored.ts';

const SECRET = 'fixture-secret-of-nobody';

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
  const kept = (await fakeBrowser.storage.local.get()) as { vault: { iv: string; data: string } };
  expect(Object.keys(kept)).toEqual(['vault']);
  expect(kept.vault.data.length).toBeGreaterThan(SECRET.length);
  expect(JSON.stringify(kept)).not.toContain(SECRET);
  expect(atob(kept.vault.data)).not.toContain(SECRET);
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
  const { vault: kept } = (await fakeBrowser.storage.local.get()) as { vault: object };
  await fakeBrowser.storage.local.set({ vault: { ...kept, data } });
  await expect(vault.open()).rejects.toMatchObject({ code: 'settings/locked' });
});
