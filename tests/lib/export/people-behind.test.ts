import { describe, expect, test } from 'vitest';

import type { Connected } from '#lib/export/outbox.ts';
import { peopleBehind } from '#lib/export/people-behind.ts';
import type { Row } from '#lib/export/row.ts';
import type { Verdict } from '#lib/identity/schema.ts';

import { exportRequest } from '../../support/export-request.ts';
import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { matchOf, viewOf } from '../panel/people.ts';

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

describe('of an export that cannot be read', () => {
  const ID = 'linkedin:mira-okafor-fixture';
  const { request: _sealed, ...left } = row([], {
    keys: [`id ${ID}`, 'a hash'],
    sends: [{ what: 'person', at: 5_000 }],
    view: viewOf({ state: 'needs-you', error: { code: 'storage/corrupt' } }),
  });
  const asked: unknown[] = [];
  const looking = (verdict: Partial<Verdict> = {}, changes: Partial<Connected> = {}): Connected => ({
    ...here,
    find: (wanted) => {
      asked.push(wanted);
      return Promise.resolve({ kind: 'new', matches: [], checked: [], checkedAt: 0, ...verdict });
    },
    ...changes,
  });
  const ids = async (of: Row, at: Connected) => (await peopleBehind(of, at)).map(({ person }) => person.candidateId);

  test('whoever is found by the external ids that are in the clear', async () => {
    expect(await ids(left, looking({ kind: 'known', matches: [matchOf(551)] }))).toEqual([551]);
    expect(asked).toEqual([{ externalIds: [ID], emails: [] }]);
  });

  test('else whom it is known to have made, and whoever was made as it was sent', async () => {
    put(560, 'Mira', []);
    expect(await ids({ ...left, view: { ...left.view, candidateId: 560 } }, looking())).toEqual([560]);
    greenhouse.people.set(561, { ...greenhouse.people.get(560)!, candidateId: 561, externalIds: [ID] });
    expect(await ids(left, looking())).toEqual([561]);
    greenhouse.people.delete(561);
    expect(await ids(left, looking()), 'nobody: nothing else is looked by').toEqual([]);
  });

  test('nobody is said not to be there by who cannot tell', async () => {
    const port = { ...greenhouse.port, can: { ...greenhouse.port.can, findsPeople: false } };
    const partner = looking({}, { greenhouse: () => Promise.resolve(port) });
    await expect(ids(left, partner)).rejects.toMatchObject({ code: 'greenhouse/not-offered' });
    await expect(ids({ ...left, keys: ['id '] }, looking())).rejects.toMatchObject({ code: 'export/gone' });
    await expect(ids({ ...left, account: 'org-2' }, looking())).rejects.toMatchObject({ code: 'settings/incomplete' });
    await expect(peopleBehind(left, undefined)).rejects.toMatchObject({ code: 'settings/incomplete' });
    expect(await ids({ ...left, account: '' }, looking({ matches: [matchOf(551)] })), 'whose it was is damaged').toEqual([551]);
  });
});
