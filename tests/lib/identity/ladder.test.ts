/** The whole ladder, with a Greenhouse and an index in memory: every rung, and everything that may have happened since. */
import { beforeEach, describe, expect, test } from 'vitest';

import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { find } from '#lib/identity/find.ts';
import type { Finder } from '#lib/identity/finder.ts';
import { findLocally } from '#lib/identity/find-locally.ts';
import { keysOf } from '#lib/identity/keys-of.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryIndex } from '../../support/memory-index.ts';

const NOW = 1_800_000_000_000;
const ACCOUNT = 'org-1';
const FRESH: IndexStatus = { scope: { kind: 'everybody' }, state: 'fresh', people: 9, upTo: NOW - 60_000, damaged: 0 };

type Person = KnownPerson & { urls: string[] };
const person = (candidateId: number, changes: Partial<Person> = {}): Person => ({
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

const ID = 'linkedin:mira-okafor-fixture';
const request = (changes: Partial<FindRequest> = {}): FindRequest => ({
  externalIds: [ID],
  emails: [],
  firstName: 'Mira',
  lastName: 'Okafor',
  ...changes,
});

let greenhouse: ReturnType<typeof fakeGreenhouse>;
let index: ReturnType<typeof memoryIndex>;
let ledger: Map<string, number>;
let words: Map<string, { them?: number; notThem: number[] }>;
let status: IndexStatus;
let finder: Finder;

beforeEach(() => {
  greenhouse = fakeGreenhouse();
  index = memoryIndex();
  ledger = new Map();
  words = new Map();
  status = FRESH;
  finder = finderOver({
    greenhouse: greenhouse.port,
    ledger,
    words,
    account: ACCOUNT,
    now: () => NOW,
    index: async () => ({ status, people: status.state === 'off' ? undefined : index.index }),
  });
});

/** In Greenhouse, and as the index knows them: as they are now unless it is said how they were. */
function inGreenhouse(now: Person, indexed: Person | undefined = now): void {
  greenhouse.people.set(now.candidateId, now);
  if (indexed) inIndex(indexed);
}
const inIndex = (was: Person) =>
  index.people.set(was.candidateId, {
    candidateId: was.candidateId,
    ...keysOf({ ...was, phones: was.phones ?? [], externalIds: was.externalIds ?? [] }),
  });

const breakIndex = () => {
  const broken = () => Promise.reject(new Error('the index is broken'));
  Object.assign(index.index, { lookup: broken, put: broken });
};

const asked = () => [...new Set(greenhouse.calls)];
const who = ({ kind, matches }: Verdict) => [kind, ...matches.map(({ person: { candidateId } }) => candidateId)];
const why = ({ matches }: Verdict, at = 0) => matches[at]?.agrees.map(({ by }) => by);

describe('by the index', () => {
  test('one look at whom it claims is enough, and all that agrees is told', async () => {
    inGreenhouse(
      person(550, {
        urls: ['linkedin.com/in/Mira-Okafor-Fixture?trk=x', 'https://mira.example'],
        emails: ['mira@okafor.example'],
        phones: ['(415) 555-0132'],
      }),
    );
    const verdict = await find(
      finder,
      request({ emails: ['Mira@Okafor.example'], urls: ['http://www.mira.example/'], phones: ['+14155550132'] }),
    );
    expect(who(verdict)).toEqual(['known', 550]);
    expect(verdict.matches[0]?.agrees).toEqual([
      { by: 'profile', value: ID },
      { by: 'profile', value: 'http://www.mira.example/' },
      { by: 'email', value: 'mira@okafor.example' },
      { by: 'phone', value: '+14155550132' },
    ]);
    expect(verdict).toMatchObject({ checked: ['export', 'index'], index: FRESH });
    expect(verdict.blind).toBeUndefined();
    expect(asked()).toEqual(['findByIds']);
  });

  test('the external id in Greenhouse is told from the address of a profile', async () => {
    inGreenhouse(person(550, { externalIds: ['github:mira', ID] }));
    expect(why(await find(finder, request()))).toEqual(['external-id']);
  });

  test('a key that several hold is a hint, however sure it would be', async () => {
    inGreenhouse(person(550, { emails: ['desk@agency.example'] }));
    inGreenhouse(person(551, { emails: ['desk@agency.example'], firstName: 'Ada', lastName: 'Sample' }));
    expect(who(await find(finder, request({ emails: ['desk@agency.example'] })))).toEqual(['possible', 550, 551]);
  });

  test('and does not stand in the way of one that somebody holds alone', async () => {
    inGreenhouse(person(550, { emails: ['desk@agency.example'], urls: ['https://linkedin.com/in/mira-okafor-fixture'] }));
    inGreenhouse(person(551, { emails: ['desk@agency.example'], firstName: 'Ada', lastName: 'Sample' }));
    expect(who(await find(finder, request({ emails: ['desk@agency.example'] })))).toEqual(['known', 550]);
  });

  test('a key that a crowd holds names nobody of it', async () => {
    for (let id = 600; id < 640; id += 1) inGreenhouse(person(id, { emails: ['desk@agency.example'], firstName: `Ada${id}` }));
    const verdict = await find(finder, request({ emails: ['desk@agency.example'] }));
    expect(verdict.kind).toBe('possible');
    expect(verdict.matches.length).toBeLessThanOrEqual(10);
    expect(greenhouse.calls[0]).not.toBe('findByIds');
  });

  test('two people whom two sure keys name are both shown', async () => {
    inGreenhouse(person(550, { urls: ['https://linkedin.com/in/mira-okafor-fixture'] }));
    inGreenhouse(person(551, { emails: ['mira@okafor.example'] }));
    expect(who(await find(finder, request({ emails: ['mira@okafor.example'] })))).toEqual(['possible', 550, 551]);
  });

  test.each([
    ['a number', { phones: ['415 555 0132'] }, { phones: ['+1 (415) 555-0132'] }],
    ['a page', { urls: ['https://acme.example'] }, { urls: ['http://www.acme.example/'] }],
    ['an account that a page links to', { urls: ['https://github.com/acme'] }, { urls: ['https://github.com/acme'] }],
    ['an office’s mailbox', { emails: ['info@acme.example'] }, { emails: ['info@acme.example'] }],
  ] satisfies [string, Partial<Person>, Partial<FindRequest>][])(
    '%s is a match with the name, and possible with another',
    async (_what, held, page) => {
      inGreenhouse(person(550, held));
      expect(who(await find(finder, request(page)))).toEqual(['known', 550]);
      inGreenhouse(person(550, { ...held, firstName: 'Ada', lastName: 'Sample' }));
      const other = await find(finder, request(page));
      expect(who(other)).toEqual(['possible', 550]);
      const { firstName: _f, lastName: _l, ...nameless } = request(page);
      expect(who(await find(finder, nameless))).toEqual(['possible', 550]);
    },
  );

  test('the same digits in another country are another number', async () => {
    inGreenhouse(person(550, { phones: ['+49 20 7946 0000'], firstName: 'Ada' }));
    expect(who(await find(finder, request({ phones: ['+44 20 7946 0000'] })))).toEqual(['new']);
  });

  test('a name is a hint: with the company first, never more than ten, and read before it is shown', async () => {
    inGreenhouse(person(550, { company: 'Globex' }));
    inGreenhouse(person(551, { company: 'Acme, Inc.' }));
    const verdict = await find(finder, request({ companies: ['ACME (formerly Initech)'] }));
    expect(who(verdict)).toEqual(['possible', 551, 550]);
    expect([why(verdict), why(verdict, 1)]).toEqual([['name-company'], ['name']]);
    for (let id = 600; id < 620; id += 1) inGreenhouse(person(id, { company: 'Globex' }));
    expect(who(await find(finder, request({ companies: ['Acme'] })))).toEqual(['possible', 551]);
    expect(who(await find(finder, request()))).toEqual(['new']);
  });

  test('a name that the index takes for the same and that is not is nobody', async () => {
    inGreenhouse(person(550, { firstName: 'Ana', lastName: 'García López' }));
    expect(who(await find(finder, request({ firstName: 'Ana', lastName: 'García Ruiz' })))).toEqual(['new']);
  });
});

describe('a name in the other order', () => {
  const LI_WEI = { firstName: 'Li', lastName: 'Wei' };
  const WEI_LI = { firstName: 'Wei', lastName: 'Li' };

  test.each([
    [LI_WEI, WEI_LI],
    [WEI_LI, LI_WEI],
    [
      { firstName: 'László', lastName: 'Nagy' },
      { firstName: 'Nagy', lastName: 'Laszlo' },
    ],
    [
      { firstName: '伟', lastName: '李' },
      { firstName: '李', lastName: '伟' },
    ],
  ])('%o is a hint of %o at the same company, and of nobody else', async (kept, printed) => {
    inGreenhouse(person(550, { ...kept, company: 'Acme, Inc.' }));
    inGreenhouse(person(551, { ...kept, company: 'Globex' }));
    inGreenhouse(person(552, { ...kept }));
    const ours = request({ ...printed, companies: ['Acme'] });
    const verdict = await find(finder, ours);
    expect(who(verdict)).toEqual(['possible', 550]);
    expect(why(verdict)).toEqual(['name-company']);
    expect((await findLocally(finder, [ours])).map(who)).toEqual([['possible', 550]]);
    expect(who(await find(finder, request(printed)))).toEqual(['new']);
  });

  test('comes behind those whose name stands as it is printed', async () => {
    inGreenhouse(person(550, { ...WEI_LI, company: 'Acme' }));
    for (let id = 600; id < 610; id += 1) inGreenhouse(person(id, { ...LI_WEI, company: 'Acme' }));
    const [kind, ...ids] = who(await find(finder, request({ ...LI_WEI, companies: ['Acme'] })));
    expect([kind, ids.length, ids.includes(550)]).toEqual(['possible', 10, false]);
  });
});

describe('what has happened since the index was told', () => {
  const URL = 'https://www.linkedin.com/in/mira-okafor-fixture/';

  test('deleted: nobody is shown, it is said that somebody was, and the index forgets them', async () => {
    inIndex(person(550, { urls: [URL] }));
    const verdict = await find(finder, request());
    expect(who(verdict)).toEqual(['new']);
    expect(verdict.blind).toEqual(['not-shown']);
    expect(index.people.has(550)).toBe(false);
    expect((await find(finder, request())).blind).toBeUndefined();
  });

  test('merged: they are found under the other id, by their email', async () => {
    inIndex(person(550, { urls: [URL] }));
    ledger.set(`${ACCOUNT} ${ID}`, 550);
    inGreenhouse(person(551, { emails: ['mira@okafor.example'] }), undefined);
    greenhouse.people.set(551, person(551, { emails: ['mira@okafor.example'] }));
    index.people.delete(551);
    const verdict = await find(finder, request({ emails: ['mira@okafor.example'] }));
    expect(who(verdict)).toEqual(['known', 551]);
    expect(verdict.blind).toBeUndefined();
    expect(ledger.size).toBe(0);
    // What Greenhouse told is known here from now on.
    expect(index.people.get(551)?.keys).toEqual(['email mira@okafor.example']);
  });

  test('anonymised: a record without anything in it is nobody', async () => {
    inGreenhouse(person(550, { firstName: '', lastName: '' }), person(550, { urls: [URL] }));
    ledger.set(`${ACCOUNT} ${ID}`, 550);
    const verdict = await find(finder, request());
    expect(who(verdict)).toEqual(['new']);
    expect(verdict.blind).toBeUndefined();
    expect(index.people.has(550)).toBe(false);
    expect(ledger.size).toBe(0);
  });

  test('a key that went to somebody else leads there, once Greenhouse has said so', async () => {
    inGreenhouse(person(550, { urls: ['https://linkedin.com/in/somebody-else-fixture'] }), person(550, { urls: [URL] }));
    greenhouse.people.set(551, person(551, { externalIds: [ID] }));
    expect(who(await find(finder, request({ firstName: 'M.' })))).toEqual(['known', 551]);
    expect(index.people.get(550)?.keys).toEqual(['id linkedin:somebody-else-fixture']);
    expect(who(await find(finder, request({ firstName: 'M.' })))).toEqual(['known', 551]);
  });

  test('made private: whom this browser exported is not called new without a word, however often it is asked', async () => {
    ledger.set(`${ACCOUNT} ${ID}`, 550);
    for (let time = 0; time < 2; time += 1) {
      const verdict = await find(finder, request());
      expect(who(verdict)).toEqual(['new']);
      expect(verdict.blind).toEqual(['not-shown']);
    }
  });

  test('exported a moment ago and not listed yet: known by our own word, and the index keeps what it knows of them', async () => {
    inIndex(person(550, { urls: [URL] }));
    const key = `${ACCOUNT} ${ID}`;
    ledger.set(key, 550);
    const recently = finderOver({ ...finder, words, ledger, exportedAt: new Map([[key, NOW - 1000]]), account: ACCOUNT });
    const before = structuredClone(index.people.get(550));
    for (let time = 0; time < 2; time += 1) expect(who(await find(recently, request()))).toEqual(['known', 550]);
    expect(index.people.get(550)).toEqual(before);
    expect(ledger.size).toBe(1);
  });

  test('an index that cannot be written is put right another time', async () => {
    inIndex(person(550, { urls: [URL] }));
    index.index.put = () => Promise.reject(new Error('full'));
    expect(who(await find(finder, request()))).toEqual(['new']);
  });
});

describe('where the index cannot tell', () => {
  const cases: [string, () => void, string[]][] = [
    ['off', () => void (status = { ...FRESH, scope: { kind: 'off' }, state: 'off' }), ['index-off']],
    ['waiting for a yes', () => void (status = { ...FRESH, state: 'asks' }), ['index-off']],
    ['being filled', () => void (status = { ...FRESH, state: 'filling', upTo: undefined }), ['index-filling']],
    ['two days old', () => void (status = { ...FRESH, upTo: NOW - 48 * 3_600_000 }), ['index-stale']],
    ['of some months', () => void (status = { ...FRESH, scope: { kind: 'months', months: 6 } }), ['index-months']],
    ['damaged', () => void (status = { ...FRESH, damaged: 1 }), ['index-damaged']],
    ['without somebody', () => void (status = { ...FRESH, unreadable: 1 }), ['index-unreadable']],
    ['damaged where it was read', () => void (index.state.damaged = 1), ['index-damaged']],
    ['broken', breakIndex, ['index-damaged']],
  ];

  test.each(cases)('%s: it is said, and the team’s fields and every email are asked', async (_how, make, blind) => {
    make();
    const verdict = await find(finder, request({ emails: ['mira@okafor.example'] }));
    expect(verdict).toMatchObject({ kind: 'new', blind, checked: expect.arrayContaining(['external-id', 'email']) });
    expect(asked()).toEqual(expect.arrayContaining(['findByExternalIds', 'findByEmail']));
  });

  test('what a part of everybody says is no proof: somebody else may have the key, too', async () => {
    status = { ...FRESH, scope: { kind: 'months', months: 6 } };
    inGreenhouse(person(550, { emails: ['m@okafor.example'] }));
    greenhouse.people.set(551, person(551, { emails: ['m@okafor.example'] }));
    expect(who(await find(finder, request({ emails: ['m@okafor.example'] })))).toEqual(['possible', 550, 551]);
    expect(asked()).toContain('findByEmail');
  });

  test('our own export is one all the same', async () => {
    status = { ...FRESH, state: 'filling', upTo: undefined };
    greenhouse.people.set(550, person(550));
    ledger.set(`${ACCOUNT} ${ID}`, 550);
    expect(who(await find(finder, request({ emails: ['m@okafor.example'] })))).toEqual(['known', 550]);
    expect(asked()).toEqual(['findByIds']);
  });

  test.each(cases)('%s: somebody in Greenhouse is found all the same', async (_how, make) => {
    make();
    greenhouse.people.set(550, person(550, { externalIds: [ID] }));
    expect(who(await find(finder, request()))).toEqual(['known', 550]);
  });
});

describe('by the team’s fields', () => {
  test('whom another browser exported is found before any email is asked', async () => {
    greenhouse.people.set(550, person(550, { externalIds: [ID] }));
    const verdict = await find(finder, request({ emails: ['mira@okafor.example'] }));
    expect(who(verdict)).toEqual(['known', 550]);
    expect(verdict.checked).toEqual(['export', 'index', 'external-id']);
    expect(why(verdict)).toEqual(['external-id']);
    expect(asked()).toEqual(['findByExternalIds']);
    // From now on this machine knows it, too.
    expect((await findLocally(finder, [request()]))[0]).toMatchObject({ kind: 'known', local: true });
  });

  const failing = (call: 'externalIdFields' | 'findByExternalIds', code: ErrorCode): Finder => ({
    ...finder,
    greenhouse: { ...finder.greenhouse, [call]: () => Promise.reject(new AppError(code)) },
  });

  test.each([
    ['externalIdFields', 'greenhouse/forbidden'],
    ['externalIdFields', 'greenhouse/invalid'],
    ['findByExternalIds', 'greenhouse/invalid'],
  ] as const)('a refusal of %s (%s) is a blind spot, and the emails are asked', async (call, code) => {
    greenhouse.people.set(550, person(550, { emails: ['mira@okafor.example'] }));
    const verdict = await find(failing(call, code), request({ emails: ['mira@okafor.example'] }));
    expect(who(verdict)).toEqual(['known', 550]);
    expect(verdict).toMatchObject({ blind: ['no-external-ids'], checked: ['export', 'index', 'email'] });
  });

  test.each([
    ['externalIdFields', 'greenhouse/unreachable'],
    ['externalIdFields', 'greenhouse/garbled'],
    ['findByExternalIds', 'greenhouse/unreachable'],
    ['findByExternalIds', 'greenhouse/garbled'],
    // The fields were readable: it is the people in them who were not.
    ['findByExternalIds', 'greenhouse/forbidden'],
  ] as const)('an answer of %s that says nothing (%s) is an error, and not somebody new', async (call, code) => {
    await expect(find(failing(call, code), request())).rejects.toMatchObject({ code });
  });
});

describe('the recruiter’s word', () => {
  test('goes before everything else', async () => {
    inGreenhouse(person(550, { urls: ['https://linkedin.com/in/mira-okafor-fixture'] }));
    inGreenhouse(person(551, { firstName: 'Miriam' }));
    ledger.set(`${ACCOUNT} ${ID}`, 550);
    words.set(ID, { them: 551, notThem: [] });
    const verdict = await find(finder, request());
    expect(who(verdict)).toEqual(['known', 551]);
    expect(why(verdict)).toEqual(['said']);
  });

  test('"not them" leaves out whom every key would name, and says so', async () => {
    inGreenhouse(person(550, { urls: ['https://linkedin.com/in/mira-okafor-fixture'] }));
    words.set(ID, { notThem: [550] });
    const verdict = await find(finder, request());
    expect(verdict).toMatchObject({ kind: 'new', notThem: [550] });
    expect((await findLocally(finder, [request()]))[0]).toMatchObject({ kind: 'new', notThem: [550] });
  });

  test('that one of two is not them makes the other no surer', async () => {
    inGreenhouse(person(550, { emails: ['m@okafor.example'] }));
    inGreenhouse(person(551, { emails: ['m@okafor.example'] }));
    words.set(ID, { notThem: [550] });
    expect(who(await find(finder, request({ emails: ['m@okafor.example'] })))).toEqual(['possible', 551]);
  });

  test('about somebody who is gone is dropped', async () => {
    words.set(ID, { them: 551, notThem: [] });
    const verdict = await find(finder, request());
    expect(who(verdict)).toEqual(['new']);
    expect(verdict.blind).toEqual(['not-shown']);
    expect(words.size).toBe(0);
  });
});

describe('from this machine alone', () => {
  test('a hundred people are answered in order, and Greenhouse is not asked', async () => {
    inGreenhouse(person(550, { urls: ['https://linkedin.com/in/mira-okafor-fixture'] }));
    inGreenhouse(person(551, { firstName: 'Ada', lastName: 'Sample', company: 'Acme' }));
    ledger.set(`${ACCOUNT} github:bob`, 552);
    const people = Array.from({ length: 100 }, (_, at) =>
      request({ externalIds: [`github:nobody-${at}`], lastName: `Nobody${at}` }),
    );
    people[17] = request();
    people[40] = request({ externalIds: ['github:ada'], firstName: 'Ada', lastName: 'Sample', companies: ['Acme GmbH'] });
    people[99] = request({ externalIds: ['github:bob'] });
    const verdicts = await findLocally(finder, people);
    expect(verdicts.map(who).filter(([kind]) => kind !== 'new')).toEqual([
      ['known', 550],
      ['possible', 551],
      ['known', 552],
    ]);
    expect([17, 40, 99].map((at) => verdicts[at]?.matches[0]?.agrees[0]?.by)).toEqual(['profile', 'name-company', 'export']);
    expect(verdicts.every(({ local, index: told }) => local === true && told === FRESH)).toBe(true);
    expect(greenhouse.calls).toEqual([]);
  });

  test('a number is a match with the name alone', async () => {
    inGreenhouse(person(550, { phones: ['415 555 0132'] }));
    inGreenhouse(person(551, { phones: ['415 555 0199'], firstName: 'Ada' }));
    const [match, hint] = await findLocally(finder, [
      request({ phones: ['+14155550132'] }),
      request({ phones: ['+14155550199'], lastName: 'X' }),
    ]);
    expect([who(match!), who(hint!)]).toEqual([
      ['known', 550],
      ['possible', 551],
    ]);
  });

  test('what cannot be looked at is said, and what can be is', async () => {
    breakIndex();
    ledger.set(`${ACCOUNT} ${ID}`, 550);
    const [verdict] = await findLocally(finder, [request()]);
    expect(verdict).toMatchObject({ kind: 'known', blind: ['index-damaged'] });
  });
});
