import * as z from 'zod/mini';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { storedItem } from '#lib/storage/item.ts';
import { connectionItem, settingsItem, siteChoicesItem } from '#lib/storage/items.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/schema.ts';

beforeEach(() => fakeBrowser.reset());

const item = storedItem({ key: 'colour', schema: z.object({ name: z.string() }), fallback: { name: 'grey' } });
const { local } = fakeBrowser.storage;

test('what was set is what is got; before that, and after it was removed, the fallback', async () => {
  expect(await item.get()).toEqual({ name: 'grey' });
  await item.set({ name: 'green' });
  expect(await item.get()).toEqual({ name: 'green' });
  await item.remove();
  expect(await item.get()).toEqual({ name: 'grey' });
  expect(await local.get()).toEqual({});
});

test('a value that does not fit is set aside whole, and the fallback is used', async () => {
  await local.set({ colour: { name: 7, since: 'v0' } });
  expect(await item.get()).toEqual({ name: 'grey' });
  expect(await local.get()).toEqual({ 'corrupt:colour': { name: 7, since: 'v0' } });
  // A value set afterwards is a new one, and the old one is still there to be mended.
  await item.set({ name: 'green' });
  expect(await item.get()).toEqual({ name: 'green' });
  expect(await local.get()).toHaveProperty('corrupt:colour');
});

test('one bad item leaves the others alone', async () => {
  await local.set({ connection: 'not a connection', settings: { undoSeconds: 3, buttonOn: ['github'] } });
  expect(await connectionItem.get()).toBeNull();
  expect(await settingsItem.get()).toEqual({ undoSeconds: 3, buttonOn: ['github'] });
});

test.each([{ undoSeconds: 61 }, { undoSeconds: -1 }, { undoSeconds: 2.5 }])(
  'settings out of bounds (%j) are the default',
  async (wrong) => {
    await local.set({ settings: { buttonOn: [], ...wrong } });
    expect(await settingsItem.get()).toEqual(DEFAULT_SETTINGS);
  },
);

test('storage that cannot take it says storage/full', async () => {
  vi.spyOn(local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  await expect(item.set({ name: 'green' })).rejects.toMatchObject({ code: 'storage/full' });
});

test('watching tells every change of this item, whoever made it, until it is stopped', async () => {
  const seen: unknown[] = [];
  const stop = item.watch((value) => void seen.push(value));
  await item.set({ name: 'green' });
  await local.set({ colour: { name: 'blue' }, settings: DEFAULT_SETTINGS });
  await local.set({ settings: { ...DEFAULT_SETTINGS, undoSeconds: 1 } });
  await item.remove();
  await expect.poll(() => seen).toEqual([{ name: 'green' }, { name: 'blue' }, { name: 'grey' }]);
  stop();
  await item.set({ name: 'red' });
  expect(seen).toHaveLength(3);
});

test('watching tells the fallback when somebody wrote nonsense', async () => {
  const seen: unknown[] = [];
  item.watch((value) => void seen.push(value));
  await local.set({ colour: 'nonsense' });
  await expect.poll(() => seen[0]).toEqual({ name: 'grey' });
  expect(await local.get('corrupt:colour')).toEqual({ 'corrupt:colour': 'nonsense' });
});

test('last choices that name no account are dropped: nobody can say whose jobs they were', async () => {
  const mine = { github: { kind: 'candidate' as const, jobId: 41, tags: [] } };
  await local.set({ 'site-choices': { linkedin: { kind: 'prospect', tags: [] }, 'org-1': mine } });
  expect(await siteChoicesItem.get()).toEqual({ 'org-1': mine });
  expect(Object.keys(await local.get())).toEqual(['site-choices']);
});
