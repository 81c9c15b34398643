import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { managed } from '#lib/storage/managed.ts';

beforeEach(() => fakeBrowser.reset());

test('Firefox without a policy says so by a rejection: nothing is set', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
  expect(await managed.get()).toEqual({});
});

test('any other failure is no “nothing is set”', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage is broken'));
  await expect(managed.get()).rejects.toThrow('broken');
});

test('a change of what is set is told, and no other', async () => {
  const told = vi.fn<() => void>();
  managed.watch(told);
  await fakeBrowser.storage.local.set({ undoSeconds: 3 });
  expect(told).not.toHaveBeenCalled();
  await fakeBrowser.storage.managed.set({ undoSeconds: 3 });
  expect(told).toHaveBeenCalledOnce();
});
