import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { isNew } from '#lib/storage/seen.ts';

beforeEach(() => fakeBrowser.reset());

test('is new once, for every panel, and says nothing of whom it was', async () => {
  expect(await isNew('linkedin linkedin:ane-berg-fixture true')).toBe(true);
  expect(await isNew('linkedin linkedin:ane-berg-fixture true')).toBe(false);
  expect(await isNew('linkedin linkedin:kofi-fixture true')).toBe(true);
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toMatch(/linkedin|berg|kofi/);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

test('is bounded: who is long gone may be counted again', async () => {
  for (let at = 0; at < 510; at += 1) await isNew(`somebody ${at}`);
  expect(await isNew('somebody 509')).toBe(false);
  expect(await isNew('somebody 0')).toBe(true);
});
