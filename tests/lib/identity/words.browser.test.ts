/** The recruiter's words, in the browser's own database. */
import '../storage/fake-extension.ts';

import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';

import { wordsOf } from '#lib/identity/words.ts';
import type { Accounts } from '#lib/storage/account.ts';

import { emptied } from '../storage/stored.ts';

const IDS = ['linkedin:mira-okafor-fixture', 'linkedin-member:4000000001'];

let time: number;
beforeEach(async () => {
  await emptied();
  time = 1_800_000_000_000;
});
const words = (...accounts: string[]) =>
  wordsOf((accounts.length > 0 ? accounts : ['org-1']) as unknown as Accounts, () => (time += 1));
const of = async (...ids: string[]) => (await words().of([ids]))[0];

test('are told by any of a person’s ids, for many people at once', async () => {
  await words().say({ externalIds: IDS, candidateId: 550, is: 'them' });
  await words().say({ externalIds: ['github:ada'], candidateId: 551, is: 'not-them' });
  expect(await words().of([[IDS[1]!, 'x:nobody'], ['github:nobody'], ['github:ada'], []])).toEqual([
    { them: 550, notThem: [] },
    { them: undefined, notThem: [] },
    { them: undefined, notThem: [551] },
    { them: undefined, notThem: [] },
  ]);
});

test('the latest about a candidate counts, and one record is them at most', async () => {
  await words().say({ externalIds: IDS, candidateId: 550, is: 'them' });
  await words().say({ externalIds: IDS, candidateId: 551, is: 'not-them' });
  await words().say({ externalIds: IDS, candidateId: 552, is: 'them' });
  expect(await of(...IDS)).toEqual({ them: 552, notThem: [551] });
  await words().say({ externalIds: IDS, candidateId: 552, is: 'not-them' });
  expect(await of(...IDS)).toEqual({ them: undefined, notThem: [551, 552] });
});

test('said under two ids that turn out to be one person’s, the latest counts', async () => {
  await words().say({ externalIds: [IDS[0]!], candidateId: 550, is: 'them' });
  await words().say({ externalIds: [IDS[1]!], candidateId: 550, is: 'not-them' });
  expect(await of(...IDS)).toEqual({ them: undefined, notThem: [550] });
});

test('can be taken back', async () => {
  await words().say({ externalIds: IDS, candidateId: 550, is: 'not-them' });
  await words().say({ externalIds: IDS, candidateId: 550, is: 'undecided' });
  expect(await of(...IDS)).toEqual({ them: undefined, notThem: [] });
});

test('are of one organisation, under whichever name it went', async () => {
  await words('client-1').say({ externalIds: IDS, candidateId: 550, is: 'them' });
  expect((await words('org-2').of([IDS]))[0]?.them).toBeUndefined();
  expect((await words('org-1', 'client-1').of([IDS]))[0]?.them).toBe(550);
  await words('org-1', 'client-1').say({ externalIds: IDS, candidateId: 551, is: 'them' });
  expect((await words('org-1', 'client-1').of([IDS]))[0]?.them).toBe(551);
});

test('about a candidate who is gone are dropped, and no others', async () => {
  await words().say({ externalIds: IDS, candidateId: 550, is: 'them' });
  await words().say({ externalIds: IDS, candidateId: 551, is: 'not-them' });
  await words().forget(IDS, 550);
  expect(await of(...IDS)).toEqual({ them: undefined, notThem: [551] });
});

test('do not grow without end: the oldest go first', async () => {
  const db = await emptied();
  const write = db.transaction('words', 'readwrite');
  for (let at = 0; at < 20_000; at += 1)
    void write.store.put({ account: 'org-1', externalId: `github:n${at}`, candidateId: 1, is: 'them', saidAt: at });
  await write.done;
  await words().say({ externalIds: IDS, candidateId: 550, is: 'them' });
  expect(await db.count('words')).toBe(20_000);
  expect((await of('github:n0'))?.them).toBeUndefined();
  expect((await of('github:n1'))?.them).toBeUndefined();
  expect((await of('github:n2'))?.them).toBe(1);
  expect((await of(...IDS))?.them).toBe(550);
});

test('a database of the time before them keeps what is in it', async () => {
  const name = 'gleaner-of-before';
  const before = await openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore('exports', { keyPath: 'id' }).createIndex('open', ['account', 'externalId']);
      db.createObjectStore('ledger', { keyPath: ['account', 'externalId'] });
    },
  });
  await before.put('ledger', { account: 'org-1', externalId: IDS[0], candidateId: 550, exportedAt: 1 });
  before.close();
  const { upgrade, VERSION } = await import('#lib/storage/database.ts');
  const after = await openDB(name, VERSION, { upgrade: upgrade as never });
  expect(await after.get('ledger', ['org-1', IDS[0]!])).toMatchObject({ candidateId: 550 });
  expect([...after.objectStoreNames]).toContain('words');
  after.close();
  indexedDB.deleteDatabase(name);
});
