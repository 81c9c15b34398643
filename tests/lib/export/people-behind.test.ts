import { expect, test } from 'vitest';

import type { Connected } from '#lib/export/outbox.ts';
import { peopleBehind } from '#lib/export/people-behind.ts';
import type { Row } from '#lib/export/row.ts';

import { exportRequest } from '../../support/export-request.ts';
import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { viewOf } from '../panel/people.ts';

const greenhouse = fakeGreenhouse();
const here: Connected = {
  accounts: ['org-1'],
  greenhouse: async () => greenhouse.port,
  find: () => Promise.reject(new Error('nobody is looked for')),
  exported: async () => undefined,
};
const request = exportRequest();
const row = (candidateIds: number[], over: Partial<Row> = {}): Row => ({
  account: 'org-1',
  request,
  writtenAt: 1,
  sends: [],
  before: [],
  looks: 0,
  keys: [],
  view: viewOf({ state: 'needs-you', question: 'known', candidateIds }),
  ...over,
});
const put = (candidateId: number, firstName: string, emails: string[]) =>
  greenhouse.people.set(candidateId, {
    candidateId,
    firstName,
    lastName: 'Okafor',
    tags: [],
    emails,
    applications: [],
    urls: [],
  });

test('each with what agrees; also somebody with whom nothing does', async () => {
  const [email] = request.candidate.emails;
  put(551, 'Mira', [email?.value ?? '']);
  put(552, 'Tomas', ['tomas@brandt.example']);
  const found = await peopleBehind(row([551, 552]), here);
  expect(found.map(({ person, agrees }) => [person.candidateId, agrees.map(({ by }) => by)])).toEqual([
    [551, ['email']],
    [552, []],
  ]);
});

test('of nobody who was not asked about, and of no other account’s export', async () => {
  expect(await peopleBehind(row([]), here)).toEqual([]);
  await expect(peopleBehind(row([1], { account: 'org-2' }), here)).rejects.toMatchObject({ code: 'export/gone' });
  await expect(peopleBehind(row([1]), undefined)).rejects.toMatchObject({ code: 'export/gone' });
});
