/** Names that are kept between looks, in the browser's own database. */
import '../storage/fake-extension.ts';

import { beforeEach, expect, test } from 'vitest';

import { keptNames } from '#lib/connection/names.ts';
import type { Database } from '#lib/storage/database.ts';

import { emptied } from '../storage/stored.ts';

const HOUR = 3_600_000;

let db: Database;
let time: number;
beforeEach(async () => {
  db = await emptied();
  time = 1_800_000_000_000;
});
const names = (account = 'org-1') => keptNames(account, () => time);

test('are there at the next look, by kind and by organisation', async () => {
  await names().keep('job', new Map([[7, 'Engineer']]));
  await names().keep('job', new Map([[8, 'Designer']]));
  expect(await names().known('job')).toEqual(
    new Map([
      [7, 'Engineer'],
      [8, 'Designer'],
    ]),
  );
  expect(await names().known('user')).toEqual(new Map());
  expect(await names('org-2').known('job')).toEqual(new Map());
});

test('are read anew after a day, whenever the last one came', async () => {
  await names().keep('job', new Map([[7, 'Engineer']]));
  time += 20 * HOUR;
  await names().keep('job', new Map([[8, 'Designer']]));
  expect((await names().known('job')).size).toBe(2);
  time += 5 * HOUR;
  expect(await names().known('job')).toEqual(new Map());
});

test('do not grow without end', async () => {
  const many = (from: number) => new Map(Array.from({ length: 3000 }, (_, at) => [from + at, 'Engineer'] as const));
  await names().keep('job', many(1));
  await names().keep('job', many(10_001));
  expect((await names().known('job')).size).toBe(3000);
});

test('what is kept in another shape is nothing', async () => {
  await db.put('cache', { since: time, names: 'all' }, 'org-1 names job');
  expect(await names().known('job')).toEqual(new Map());
});
