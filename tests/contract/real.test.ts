/** The same tables against a real account, where one is given; reads alone unless writing is allowed in so many words. */
import { setTimeout as wait } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';

import { HOW_TO_READ, HOW_TO_WRITE, type RealAccount, realAccount } from './account.ts';
import { COMMON, LISTS } from './lists.ts';
import { makeRecords } from './records.ts';
import { WRITES } from './writes.ts';

const account = realAccount();
const MINUTES = 60_000;

/** Again after the rate limit, however often: for reads. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const begun = new Date().getTime();
    try {
      return await work();
    } catch (thrown) {
      const { code, detail } = AppError.from(thrown);
      if (code !== 'greenhouse/limited') throw thrown;
      await wait(Math.max(1000, (detail.until ?? 0) - begun));
    }
  }
}

/** What went wrong, in one line; nothing when all is well. */
async function complaint(about: string, work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
    return [];
  } catch (thrown) {
    const { code, detail } = AppError.from(thrown);
    return [`${about}: ${code} ${JSON.stringify(detail)}`];
  }
}

/** Skipped without an account, and says so where it is reported. */
const real = (title: string, asked: RealAccount | undefined, how: string, work: (account: RealAccount) => Promise<void>): void =>
  test.skipIf(!asked)(asked ? title : `${title} (not asked: that takes ${how})`, () => asked && work(asked), 20 * MINUTES);

real('a real account has every list, filter and field that we use', account, HOW_TO_READ, async ({ api }) => {
  const complaints: string[] = [];
  for (const list of LISTS) {
    const filters = Object.entries({ ...COMMON, ...list.filters }).map(([name, value]) => ({ [name]: value }));
    for (const query of [{ fields: list.fields }, ...filters]) {
      const ask = () => patiently(() => list.pages(api, { per_page: 2, ...query }).next());
      complaints.push(...(await complaint(`${list.name} by ${Object.keys(query).join()}`, ask)));
    }
  }
  expect(complaints).toEqual([]);
});

real('a real account takes every write that we make', account?.writes ? account : undefined, HOW_TO_WRITE, async (asked) => {
  const { api } = asked;
  const complaints: string[] = [];
  const records = await makeRecords(api, await asked.actingUserId());
  for (const { title, run } of WRITES) {
    complaints.push(...(await complaint(title, () => run(api, records))));
  }
  expect(complaints).toEqual([]);
});
