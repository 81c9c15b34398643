/** The index of an organisation that Greenhouse tells only later, in a browser's own databases. */
import { fakeBrowser } from '../storage/fake-extension.ts';

import { beforeEach, expect, test, vi } from 'vitest';

import { openPeopleIndex } from '#lib/identity/index/open.ts';
import { connectionItem, peopleIndexItem } from '#lib/storage/items.ts';
import { forgetShelves } from '#lib/storage/people-shelf.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { syncOf } from '#lib/worker/sync.ts';

const actingUser = { id: 4012, name: 'Jonas Reed', email: 'jonas.reed@birch.example', siteAdmin: false };
const untold: Connection = {
  kind: 'harvest',
  clientId: 'birch-71004',
  actingEmail: actingUser.email,
  rights: [],
  identity: { organisation: null, actingUser },
};
const told: Connection = { ...untold, identity: { organisation: { id: '71004', name: 'Birch Labs' }, actingUser } };

const indexes = async () => (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('people ') ? name : []));
const fill = async (account: string) =>
  (await openPeopleIndex(account)).put([{ candidateId: 5, keys: ['id github:1'], names: [] }]);
const sync = () =>
  syncOf(
    () => 0,
    () => 0.5,
    () => undefined,
  );

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  await forgetShelves();
});

test('it goes with its name, and whoever had paused it has paused the one that takes its place', async () => {
  await connectionItem.set(untold);
  await peopleIndexItem.set({ paused: ['birch-71004', 'alder'], agreed: ['birch-71004'] });
  await fill('alder');
  await fill('birch-71004');
  await connectionItem.set(told);
  await sync().resume();
  expect(await sync().status()).toMatchObject({ state: 'paused', people: 0 });
  expect(await indexes()).toEqual(['people 71004', 'people alder']);
  await sync().command({ do: 'start' });
  expect(await peopleIndexItem.get()).toMatchObject({ agreed: ['71004'] });
});

test('it stays while nobody has told the organisation', async () => {
  await connectionItem.set(untold);
  await peopleIndexItem.set({ paused: ['birch-71004'], agreed: [] });
  await fill('birch-71004');
  await sync().resume();
  expect(await indexes()).toEqual(['people birch-71004']);
});
