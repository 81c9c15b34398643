/**
 * Whoever is written into Greenhouse in any spelling of what they are known by is found by the page's spelling of it, on this machine
 * and by Greenhouse's own word; and nobody else is. Over people made by chance, with a seed that a failure prints.
 */
import { expect, test } from 'vitest';

import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { find } from '#lib/identity/find.ts';
import { findLocally } from '#lib/identity/find-locally.ts';
import { keysOf } from '#lib/identity/keys-of.ts';
import type { FindRequest } from '#lib/identity/schema.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryIndex } from '../../support/memory-index.ts';

/** Mulberry32: small, and the same everywhere. */
function chance(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}
type Chance = ReturnType<typeof chance>;

const FIRST = ['Mira', 'Bob', 'Elizabeth', 'José', 'Jürgen', 'Zoë', 'Dmitry', 'Sean', 'Ana', 'Jan'];
const LAST = ['Okafor', 'Müller', 'García Márquez', 'O’Brien', 'van der Berg', 'Wałęsa', 'Smith-Jones', 'Petrov'];
const OTHER_FIRST: Record<string, string> = {
  Bob: 'Robert',
  Elizabeth: 'Liz',
  José: 'Jose',
  Jürgen: 'Juergen',
  Zoë: 'Zoe',
  Dmitry: 'Dima',
};
const OTHER_LAST: Record<string, string> = {
  Müller: 'Mueller',
  'García Márquez': 'Garcia-Marquez',
  'O’Brien': "O'Brien",
  Wałęsa: 'Walesa',
};

const respelt = (text: string, { next }: Chance): string => (next() < 0.5 ? text.toUpperCase() : text.toLowerCase());
/** As people keep addresses. */
const address = (host: string, path: string, by: Chance): string =>
  `${by.of(['', 'http://', 'https://', 'HTTPS://'])}${by.of(['', 'www.'])}${respelt(host, by)}${path}${by.of(['', '/', '?utm_source=cv', '/?trk=x', '#about'])}`;
const number = (digits: string, by: Chance): string => {
  const [area, middle, end] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return by.of([
    `+1${digits}`,
    `+1 (${area}) ${middle}-${end}`,
    `${area}.${middle}.${end}`,
    `001 ${area} ${middle} ${end}`,
    `(${area}) ${middle}-${end} ext. 12`,
    `1-${area}-${middle}-${end}`,
    `Mobile: ${area} ${middle} ${end}`,
  ]);
};
const mailbox = (local: string, by: Chance): string =>
  by.of([respelt(`${local}@gmail.com`, by), `${local.slice(0, 2)}.${local.slice(2)}@gmail.com`, `${local}+jobs@googlemail.com`]);

const PEOPLE = 60;
const SEEDS = [1, 20261122, 99];

test.each(SEEDS)('seed %i', async (seed) => {
  const by = chance(seed);
  const greenhouse = fakeGreenhouse();
  const index = memoryIndex();
  const finder = finderOver({
    greenhouse: greenhouse.port,
    ledger: new Map(),
    account: 'org-1',
    now: () => 1,
    index: async () => ({
      status: { scope: { kind: 'everybody' }, state: 'fresh', people: PEOPLE, upTo: 1, damaged: 0 },
      people: index.index,
    }),
  });
  const asks: { candidateId: number; request: FindRequest; sure: boolean; what: unknown }[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const candidateId = 1000 + at;
    const [firstName, lastName] = [by.of(FIRST), by.of(LAST)];
    const handle = `person-${seed}-${at}`;
    const login = `p${seed}x${at}`;
    const digits = `415${2_000_000 + at * 137 + (seed % 100)}`;
    const person: KnownPerson & { urls: string[] } = {
      candidateId,
      firstName,
      lastName,
      tags: [],
      applications: [],
      emails: [mailbox(`person${at}`, by)],
      urls: [address('linkedin.com', `/in/${respelt(handle, by)}`, by), address(`${login}.example`, '/about', by)],
      phones: [number(digits, by)],
      externalIds: [`github:${login}`],
    };
    greenhouse.people.set(candidateId, person);
    index.people.set(candidateId, {
      candidateId,
      ...keysOf({ ...person, phones: person.phones!, externalIds: person.externalIds! }),
    });
    const name = {
      firstName: by.of([firstName, OTHER_FIRST[firstName] ?? firstName]),
      lastName: by.of([lastName, OTHER_LAST[lastName] ?? lastName]),
    };
    const nobody = { externalIds: [`kaggle:nobody-${at}`], emails: [] };
    const ways: [Partial<FindRequest>, boolean][] = [
      [{ externalIds: [`linkedin:${handle}`] }, true],
      [{ urls: [address('linkedin.com', `/in/${handle}`, by)] }, true],
      [{ externalIds: [`github:${login}`] }, true],
      [{ emails: [mailbox(`person${at}`, by)] }, true],
      [{ phones: [number(digits, by)], ...name }, true],
      [{ urls: [address(`${login}.example`, '/about', by)], ...name }, true],
      [{ phones: [number(digits, by)] }, false],
    ];
    for (const [part, sure] of ways) asks.push({ candidateId, request: { ...nobody, ...part }, sure, what: { part, person } });
  }
  const locally = await findLocally(
    finder,
    asks.map(({ request }) => request),
  );
  for (const [at, { candidateId, request, sure, what }] of asks.entries()) {
    for (const verdict of [locally[at]!, await find(finder, request)]) {
      // Of namesakes some may be possible beside them; the first is the one who holds a key.
      expect([verdict.matches[0]?.person.candidateId, verdict.kind], JSON.stringify(what)).toEqual([
        candidateId,
        sure ? 'known' : 'possible',
      ]);
    }
  }
  const strangers = asks.map(({ request }, at): FindRequest => ({
    externalIds: request.externalIds.map((id) => `${id}x`),
    emails: request.emails.map((email) => `x${email}`),
    urls: request.urls?.map((url) => url.replace(/person-|p(?=\d+x)/i, 'somebody-')) ?? [],
    phones: request.phones?.map(() => `+1 212 ${200 + (at % 700)} ${1000 + at}`) ?? [],
    firstName: 'Nobody',
    lastName: `Stranger${at}`,
  }));
  const said = await findLocally(finder, strangers);
  expect(said.filter(({ kind }) => kind !== 'new')).toEqual([]);
});
