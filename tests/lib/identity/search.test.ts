/** A search by hand: what a text is taken for, who is found by it, and what is said where nobody can be. */
import { beforeEach, describe, expect, test } from 'vitest';

import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import type { Finder } from '#lib/identity/finder.ts';
import { keysOf } from '#lib/identity/keys-of.ts';
import { search, wantedBy } from '#lib/identity/search.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryIndex } from '../../support/memory-index.ts';

describe('a text is taken for', () => {
  test.each(['550021', 'https://app.greenhouse.io/people/550021'])('a candidate: %s', (text) => {
    expect(wantedBy(text)).toEqual({ by: 'id', candidateId: 550021 });
  });

  test.each([
    ['email', 'Mira@Okafor.example'],
    ['email', 'mailto:mira@okafor.example'],
    ['profile', 'https://www.linkedin.com/in/mira-okafor-fixture/'],
    ['profile', 'linkedin.com/in/mira-okafor-fixture'],
    ['profile', 'linkedin:mira-okafor-fixture'],
    ['profile', 'mira.example'],
    ['profile', 'https://medium.com/@mira'],
    ['phone', '+1 (415) 555-0132'],
    ['phone', '415-555-0132 x12'],
    ['name', 'Mira Okafor'],
    ['name', 'Okafor, Mira'],
    ['name', 'Ana María García Márquez'],
    ['name', '李伟'],
  ])('%s: %s', (by, text) => {
    expect(wantedBy(text)?.by).toBe(by);
  });

  test.each([
    '',
    '  ',
    'Mira',
    '?!',
    '0',
    'https://app.greenhouse.io/dashboard',
    'https://app.greenhouse.io/applications/880041',
    'https://app.greenhouse.io.evil.example/',
    'mira@',
    '99999999999999999999',
  ])('nothing: %j', (text) => {
    // Another host's page is a profile like any other, and never a candidate of Greenhouse.
    expect(wantedBy(text)?.by ?? 'nothing').toBe(text.includes('evil') ? 'profile' : 'nothing');
  });
});

type Person = KnownPerson & { urls: string[]; phones: string[]; externalIds: string[] };
const person = (candidateId: number, changes: Partial<Person>): Person => ({
  candidateId,
  firstName: 'Mira',
  lastName: 'Okafor',
  tags: [],
  emails: [],
  urls: [],
  phones: [],
  externalIds: [],
  applications: [],
  ...changes,
});

let greenhouse: ReturnType<typeof fakeGreenhouse>;
let index: ReturnType<typeof memoryIndex>;
let off: boolean;
let finder: Finder;
beforeEach(() => {
  greenhouse = fakeGreenhouse();
  index = memoryIndex();
  off = false;
  finder = finderOver({
    greenhouse: greenhouse.port,
    ledger: new Map(),
    account: 'org-1',
    now: () => 1,
    index: async () => ({
      status: { scope: { kind: 'everybody' }, state: 'fresh', people: 1, damaged: 0 },
      people: off ? undefined : index.index,
    }),
  });
  for (const one of [
    person(550, { emails: ['mira@okafor.example'], urls: ['linkedin.com/in/mira-okafor-fixture'], phones: ['(415) 555-0132'] }),
    person(551, { firstName: 'Ana', lastName: 'García Márquez', externalIds: ['github:ana'] }),
  ]) {
    greenhouse.people.set(one.candidateId, one);
    index.people.set(one.candidateId, { candidateId: one.candidateId, ...keysOf(one) });
  }
});

const found = async (text: string) =>
  (await search(finder, text)).map(({ person: { candidateId }, agrees }) => [candidateId, ...agrees.map(({ by }) => by)]);

test.each([
  ['550', [[550]]],
  ['https://app.greenhouse.io/people/551?application_id=1', [[551]]],
  ['777', []],
  ['Mira@Okafor.example', [[550, 'email']]],
  ['https://de.linkedin.com/in/Mira-Okafor-Fixture?trk=x', [[550, 'profile']]],
  ['linkedin:mira-okafor-fixture', [[550, 'profile']]],
  ['https://github.com/Ana', [[551, 'external-id']]],
  ['+14155550132', [[550, 'phone']]],
  ['mira okafor', [[550, 'name']]],
  ['Okafor, Mira', [[550, 'name']]],
  ['Okafor Mira', [[550, 'name']]],
  ['García Márquez Ana', [[551, 'name']]],
  ['Ana García', [[551, 'name']]],
  ['Ana Maria García Márquez', [[551, 'name']]],
  ['Mira Nobody', []],
])('%s finds them with a reason', async (text, expected) => {
  expect(await found(text)).toEqual(expected);
});

test('whoever the index claims and who is called otherwise by now is nobody', async () => {
  greenhouse.people.set(550, person(550, { firstName: 'Ada' }));
  expect(await found('Mira Okafor')).toEqual([]);
});

test('without an index a name is refused, and a profile is looked for in the team’s fields', async () => {
  off = true;
  for (const text of ['Mira Okafor', '+1 415 555 0132'])
    await expect(search(finder, text)).rejects.toMatchObject({ code: 'search/needs-index' });
  expect(await found('https://github.com/ana')).toEqual([[551, 'external-id']]);
  expect(await found('mira@okafor.example')).toEqual([[550, 'email']]);
  finder.greenhouse.externalIdFields = async () => ({
    id: { name: '', state: 'missing' },
    bucket: { name: '', state: 'missing' },
    buckets: 0,
    fetchedAt: 0,
  });
  await expect(search(finder, 'https://github.com/ana')).rejects.toMatchObject({ code: 'search/needs-index' });
});

test('what is nothing to search by is refused, and nothing is asked', async () => {
  await expect(search(finder, 'Mira')).rejects.toMatchObject({ code: 'search/unclear' });
  expect(greenhouse.calls).toEqual([]);
});
