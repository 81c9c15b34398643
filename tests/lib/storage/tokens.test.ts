import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { forgetTokens, sessionTokens } from '#lib/storage/tokens.ts';

beforeEach(() => fakeBrowser.reset());

const token = { value: 'fixture-token', expiresAt: 1_800_000_000_000 };
const other = { value: 'another-token', expiresAt: 1_800_000_000_001 };
const mine = sessionTokens('client-1 jonas.reed@birchlabs.example');
const theirs = sessionTokens('client-1 ana.duarte@birchlabs.example');

test('tokens are kept by credential, acting user and kind, and a dropped one takes no other with it', async () => {
  await mine.set('reading', token);
  await mine.set('writing', other);
  await theirs.set('writing', token);
  expect(await mine.get('writing')).toEqual(other);
  expect(await theirs.get('reading')).toBeUndefined();
  await mine.drop('writing');
  expect(await mine.get('writing')).toBeUndefined();
  expect(await mine.get('reading')).toEqual(token);
  expect(await theirs.get('writing')).toEqual(token);
});

test('they outlive the worker and not the browser: nothing of them is in the storage that is kept', async () => {
  await mine.set('reading', token);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect(Object.keys(await fakeBrowser.storage.session.get())).toHaveLength(1);
});

test('forgetting is of one owner, or of everybody', async () => {
  await mine.set('reading', token);
  await mine.set('writing', token);
  await theirs.set('writing', other);
  await mine.forget();
  expect([await mine.get('reading'), await mine.get('writing'), await theirs.get('writing')]).toEqual([
    undefined,
    undefined,
    other,
  ]);
  await fakeBrowser.storage.session.set({ 'budget client-1 harvest': 'stays' });
  await forgetTokens();
  expect(await fakeBrowser.storage.session.get()).toEqual({ 'budget client-1 harvest': 'stays' });
});

test('what is no token is none', async () => {
  await fakeBrowser.storage.session.set({ 'token client-1 jonas.reed@birchlabs.example reading': { value: 7 } });
  expect(await mine.get('reading')).toBeUndefined();
});
