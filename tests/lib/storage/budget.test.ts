import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { NOTHING_KNOWN } from '#lib/greenhouse/budget/known.ts';
import { sessionBudget } from '#lib/storage/budget.ts';

beforeEach(() => fakeBrowser.reset());

const known = { ...NOTHING_KNOWN, remaining: 7, resetAt: 1_800_000_000_000 };

test('is kept by credential and by what is counted, for the session only', async () => {
  await sessionBudget('client-1', 'harvest').set(known);
  expect(await sessionBudget('client-1', 'harvest').get()).toEqual(known);
  expect(await sessionBudget('client-1', 'tokens').get()).toBeUndefined();
  expect(await sessionBudget('client-2', 'harvest').get()).toBeUndefined();
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

test('what is not as it was written is not known', async () => {
  await fakeBrowser.storage.session.set({ 'budget client-1 harvest': { ...known, crowd: null } });
  expect(await sessionBudget('client-1', 'harvest').get()).toBeUndefined();
});
