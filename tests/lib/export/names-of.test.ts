import { expect, test } from 'vitest';

import { namesOf } from '#lib/export/names-of.ts';
import type { Connected } from '#lib/export/outbox.ts';
import type { Row } from '#lib/export/row.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { viewOf } from '../panel/people.ts';

function world() {
  const greenhouse = fakeGreenhouse();
  const asked: number[][] = [];
  const findByIds = greenhouse.port.findByIds.bind(greenhouse.port);
  greenhouse.port.findByIds = (ids) => {
    asked.push(ids);
    return findByIds(ids);
  };
  const here: Connected = {
    accounts: ['org-1'],
    actingUserId: 7,
    greenhouse: async () => greenhouse.port,
    find: () => Promise.reject(new Error('nobody is looked for')),
    exported: async () => undefined,
  };
  const put = (candidateId: number, firstName: string, lastName: string) =>
    greenhouse.people.set(candidateId, { candidateId, firstName, lastName, tags: [], emails: [], applications: [], urls: [] });
  return { here, asked, put };
}
const row = (candidateId: number, over: Partial<Row> = {}, state: Row['view']['state'] = 'done'): Row => ({
  account: 'org-1',
  actingUserId: 7,
  writtenAt: 1,
  sends: [],
  before: [],
  looks: 0,
  keys: [],
  view: viewOf({ state, candidateId, name: '' }),
  ...over,
});

test('each once, in one call, and as they are called now; whoever is not shown is left out', async () => {
  const { here, asked, put } = world();
  put(551, 'Mira', 'Okafor-Brandt');
  put(552, 'Cher', '');
  expect(await namesOf([row(551), row(552), row(551), row(553)], here)).toEqual([
    { candidateId: 551, name: 'Mira Okafor-Brandt' },
    { candidateId: 552, name: 'Cher' },
  ]);
  expect(asked).toEqual([[551, 552, 553]]);
});

test('of no other account’s and no other user’s exports, and of none that is still under way, let go, or deleted', async () => {
  const { here, asked } = world();
  const { candidateId: _gone, ...view } = viewOf({ state: 'taken-back' });
  const others = [row(1, { account: 'org-2' }), row(2, { actingUserId: 8 }), row(3, {}, 'attaching'), row(4, {}, 'abandoned')];
  expect(await namesOf([...others, row(5, { view })], here)).toEqual([]);
  expect(await namesOf([row(551)], undefined)).toEqual([]);
  // With no ids, everybody would be asked for.
  expect(asked).toEqual([]);
});

test('no more than one call of Greenhouse names, the newest', async () => {
  const { here, asked } = world();
  await namesOf(
    Array.from({ length: 80 }, (_, at) => row(1000 - at)),
    here,
  );
  expect(asked).toEqual([Array.from({ length: 50 }, (_, at) => 1000 - at)]);
});
