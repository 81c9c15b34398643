/** Deleting everything, with the browser's own database: also what nobody has thought of, and what is written while it goes on. */
import { fakeBrowser } from '../storage/fake-extension.ts';

import { beforeEach, expect, test, vi } from 'vitest';

import { database, type Database } from '#lib/storage/database.ts';
import { connectionItem, pendingItem } from '#lib/storage/items.ts';
import { alone } from '#lib/storage/pending.ts';
import { vault } from '#lib/storage/vault.ts';
import { openPeopleIndex } from '#lib/identity/index/open.ts';
import { forgetEverything, underWay } from '#lib/worker/forget.ts';

import { emptied, everythingStored } from '../storage/stored.ts';

const MARK = 'Zirkonfahrerin';
const { local, session } = fakeBrowser.storage;

let db: Database;
beforeEach(async () => {
  fakeBrowser.reset();
  db = await emptied();
  vi.restoreAllMocks();
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockImplementation(
    () => Promise.resolve({ origins: ['https://github.com/*'] }) as never,
  );
  vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(() => Promise.resolve(true) as never);
});

async function fill(): Promise<void> {
  await vault.put(MARK);
  await db.put('cache', { jobs: [MARK] }, 'a list');
  await db.put('ledger', { account: MARK, externalId: 'github:1', candidateId: 5, exportedAt: 1 });
  await local.set({ 'corrupt:settings': MARK, 'of tomorrow': MARK, policy: { locked: [] } });
  await session.set({ 'token client-1 reading': MARK, 'token client-1 writing': MARK, 'rate client-1': 3 });
  // One went under the credential's name, before the organisation's was known.
  for (const account of ['client-1', 'org-1'])
    await (await openPeopleIndex(account)).put([{ candidateId: 5, keys: ['id github:1'], names: [] }]);
}

async function nothingLeft(): Promise<void> {
  expect(await local.get()).toEqual({ policy: { locked: [] } });
  expect(await session.get()).toEqual({});
  for (const store of (await database()).objectStoreNames) expect(await db.count(store), store).toBe(0);
  expect(await everythingStored()).not.toContain(MARK);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['gleaner']);
}

test('nothing is left but what the organisation has set, and it is told what there was', async () => {
  await fill();
  const kept = await forgetEverything(() => Promise.resolve());
  expect(kept).toMatchObject({
    vault: 1,
    keys: 1,
    cache: 1,
    ledger: 1,
    people: 2,
    token: 2,
    rate: 1,
    corrupt: 1,
    of: 1,
    sites: 1,
  });
  await nothingLeft();
  expect(fakeBrowser.permissions.remove).toHaveBeenCalledWith({ origins: ['https://github.com/*'] });
});

test('what was under way and writes its last word afterwards does not bring it back', async () => {
  await fill();
  const work = underWay();
  void work.follow(new Promise((resolve) => setTimeout(resolve, 50)).then(fill));
  await forgetEverything(() => work.ended());
  await nothingLeft();
});

test('work that fails has ended too', async () => {
  const work = underWay();
  await expect(work.follow(Promise.reject(new Error('no')))).rejects.toThrow('no');
  await work.ended();
});

test('who connects again while it waits keeps what is new', async () => {
  await fill();
  await forgetEverything(async () => {
    await vault.put('a new secret');
    await connectionItem.set({ kind: 'harvest', clientId: 'client-2', actingEmail: 'a@b.example', rights: [] });
  });
  expect(await vault.open()).toBe('a new secret');
  expect((await connectionItem.get())?.actingEmail).toBe('a@b.example');
});

const anew = { kind: 'harvest' as const, clientId: 'client-2', actingEmail: 'a@b.example', rights: [] };

test('who connects again while it waits is not given back what was forgotten, and keeps the next waking', async () => {
  await fill();
  await forgetEverything(async () => {
    await vault.put('a new secret');
    await connectionItem.set(anew);
    await fakeBrowser.alarms.create('outbox', { when: Date.now() + 60_000 });
    // Last words of what was under way.
    await (await database()).put('cache', { jobs: [MARK] }, 'a list');
    await session.set({ 'token client-1 reading': MARK });
  });
  expect(await vault.open()).toBe('a new secret');
  expect(await session.get()).toEqual({});
  expect(await everythingStored()).not.toContain(MARK);
  expect(await fakeBrowser.alarms.get('outbox')).toBeDefined();
});

test('one that is on trial by then counts as connecting again', async () => {
  await forgetEverything(async () => {
    await vault.put('a new secret', 'pending');
    await pendingItem.set(anew);
  });
  expect(await vault.open('pending')).toBe('a new secret');
  expect(await pendingItem.get()).toMatchObject({ clientId: 'client-2' });
});

test('a test that is writing down what it found does not write it over the forgetting', async () => {
  await fill();
  await connectionItem.set(anew);
  let looked = (): void => undefined;
  const looking = new Promise<void>((resolve) => (looked = resolve));
  // As every test and every policy does: it looks whether the connection is still the same, and then writes.
  const testing = alone(async () => {
    const kept = await connectionItem.get();
    looked();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await connectionItem.set(kept);
  });
  await looking;
  await forgetEverything(() => testing);
  await nothingLeft();
});
