import { describe, expect, test } from 'vitest';

import type { IndexedPerson } from '#lib/greenhouse/schema.ts';
import { keysAsked, keysOf } from '#lib/identity/keys-of.ts';
import { companyKey } from '#lib/identity/keys/company.ts';
import { fold } from '#lib/identity/keys/fold.ts';
import { sameName } from '#lib/identity/keys/name.ts';
import { NAMES } from '#lib/identity/keys/nicknames.ts';
import { samePhone } from '#lib/identity/keys/phone-key.ts';
import type { FindRequest } from '#lib/identity/schema.ts';

import * as pairs from './keys/pairs.ts';

const person = (known: Partial<IndexedPerson>): IndexedPerson => ({
  candidateId: 550,
  firstName: '',
  lastName: '',
  emails: [],
  urls: [],
  phones: [],
  externalIds: [],
  ...known,
});
const request = (asked: Partial<FindRequest>): FindRequest => ({ externalIds: [], emails: [], ...asked });

type Field = 'urls' | 'emails' | 'phones' | 'externalIds';
const kept = (field: Field, ...values: string[]) => keysOf(person({ [field]: values })).keys;
const asked = (field: Field, ...values: string[]) => keysAsked(request({ [field]: values })).keys;

/** Every spelling with every other one, both ways. */
const couples = (rows: string[][]): [string, string][] =>
  rows.flatMap((row) => row.flatMap((one) => row.map((other): [string, string] => [one, other])));
/** The first of a row with each, which is enough to name what differs. */
const withFirst = (rows: string[][]): [string, string][] =>
  rows.flatMap(([first = '', ...others]) => others.map((other): [string, string] => [first, other]));

describe.each([
  ['urls', pairs.SAME_ADDRESS, pairs.OTHER_ADDRESS, pairs.NO_ADDRESS],
  ['emails', pairs.SAME_EMAIL, pairs.OTHER_EMAIL, pairs.NO_EMAIL],
] as const)('%s', (field, same, other, none) => {
  test.each(withFirst(same))('%s and %s are one', (one, another) => {
    expect(kept(field, one)).toHaveLength(1);
    expect(asked(field, another)).toEqual(kept(field, one));
  });

  test.each(other)('%s and %s are two', (one, another) => {
    expect(asked(field, another)).not.toEqual(kept(field, one));
    expect(asked(field, another)).toHaveLength(1);
  });

  test.each(none)('%j is none', (text) => {
    expect(kept(field, text)).toEqual([]);
  });
});

describe('phones', () => {
  test.each(couples(pairs.SAME_PHONE))('%s and %s are one', (one, another) => {
    expect(asked('phones', another)).toEqual(kept('phones', one));
    expect(asked('phones', another)).toHaveLength(1);
    expect(samePhone(one, another)).toBe(true);
  });

  test.each(pairs.OTHER_PHONE)('%s and %s are two', (one, another) => {
    expect(samePhone(one, another)).toBe(false);
    expect(samePhone(another, one)).toBe(false);
  });

  test.each(pairs.NO_PHONE)('%j is none', (text) => {
    expect(kept('phones', text)).toEqual([]);
  });
});

describe('names', () => {
  const keptAs = ([firstName, lastName, preferredName]: [string, string, string?]) =>
    person({ firstName, lastName, preferredName });
  const askedFor = ([firstName, lastName]: [string, string]) => request({ firstName, lastName });
  const meet = (one: IndexedPerson, other: FindRequest) => {
    const names = new Set(keysOf(one).names.map(({ name }) => name));
    return keysAsked(other).names.some(({ name }) => names.has(name));
  };

  test.each(pairs.SAME_NAME)('%j is found as %j', (one, other) => {
    expect(meet(keptAs(one), askedFor(other))).toBe(true);
    expect(sameName(keptAs(one), askedFor(other))).toBe(true);
  });

  test.each(pairs.OTHER_NAME)('%j is not %j', (one, other) => {
    expect(sameName(keptAs(one), askedFor(other))).toBe(false);
  });

  test('are kept in one spelling, and asked for in a few', () => {
    expect(keysOf(person({ firstName: 'Sasha', lastName: 'Fixture' })).names).toHaveLength(1);
    for (const firstName of ['Alex', 'Sandy', 'Chris', 'Elizabeth', 'Nick', 'Sam'])
      expect(keysAsked(request({ firstName, lastName: 'Fixture' })).names.length).toBeLessThan(9);
  });
});

test('the list of first names stands as names are folded, each row on one line', () => {
  for (const line of NAMES.trim().split('\n')) {
    expect(line).toMatch(/^(?:[a-z]+ )+\|(?: (?:[a-z]+ )+\|)*$/);
    for (const row of line.split('|')) expect(row.trim()).toBe(fold(row));
  }
});

test.each(['Ana-Lía', 'O’Brien', 'a.b_c', "D'Arc", 'Mueller', '  two  words ', 'x1\t2', 'AAe'])(
  '%j is folded alike with and without a letter of another alphabet beside it',
  (text) => {
    expect(`${fold(text)} ж`.trim()).toBe(fold(`${text} ж`));
  },
);

describe('companies', () => {
  test.each(withFirst(pairs.SAME_COMPANY))('%s and %s are one', (one, another) => {
    expect(companyKey(one)).not.toBe('');
    expect(companyKey(another)).toBe(companyKey(one));
  });

  test.each(pairs.OTHER_COMPANY)('%s and %s are two', (one, another) => {
    expect(companyKey(another)).not.toBe(companyKey(one));
  });

  test.each(pairs.NO_COMPANY)('%j is none', (text) => {
    expect(companyKey(text)).toBe('');
  });
});

describe('external ids', () => {
  test('meet the address of the same profile', () => {
    expect(asked('externalIds', 'linkedin:ada-fixture')).toEqual(kept('urls', 'linkedin.com/in/Ada-Fixture/'));
    expect(asked('externalIds', 'x:ada_fixture')).toEqual(kept('urls', 'https://twitter.com/ada_fixture'));
  });

  test('several stand in one field, separated by spaces', () => {
    expect(kept('externalIds', 'linkedin:ada-fixture github:ada', ' ')).toEqual(['id linkedin:ada-fixture', 'id github:ada']);
  });

  test('of another tool may be an address', () => {
    expect(kept('externalIds', 'https://www.linkedin.com/in/ada-fixture')).toEqual(['id linkedin:ada-fixture']);
  });

  test('keep their case behind the site, where it may be what tells two apart', () => {
    expect(kept('externalIds', 'linkedin:ACoAAA1')).not.toEqual(kept('externalIds', 'linkedin:ACoAAa1'));
  });

  test('of a page of no known site are its address', () => {
    expect(asked('externalIds', 'web:ada.example/about')).toEqual(kept('urls', 'https://www.ada.example/about/'));
  });

  test('what has no shape of one is none', () => {
    expect(kept('externalIds', 'EMP-00042', '42', 'n/a')).toEqual([]);
  });
});

test('several addresses in one field are each a key', () => {
  expect(kept('urls', 'https://github.com/ada, ada.example | see x.com/ada_fixture')).toEqual([
    'id github:ada',
    'url ada.example',
    'id x:ada_fixture',
  ]);
});

test('a key stands once, however often and in whichever field it was written', () => {
  const keys = keysOf(
    person({
      urls: ['github.com/ada', 'https://github.com/Ada/'],
      externalIds: ['github:ada'],
      emails: ['a@b.example', 'A@b.example'],
    }),
  ).keys;
  expect(keys).toEqual(['id github:ada', 'email a@b.example']);
});

test('the latest companies are asked for with each name, and none where the page names none', () => {
  const companies = ['Acme Inc.', 'Freelance', 'ACME', 'Globex', 'Initech', 'Umbrella'];
  const names = keysAsked(request({ firstName: 'Ada', lastName: 'Fixture', companies })).names;
  expect(names.map(({ company }) => company)).toEqual(['acme', 'globex', 'initech']);
  expect(keysAsked(request({ firstName: 'Ada', lastName: 'Fixture' })).names).toEqual([{ name: 'ada fixture', company: '' }]);
});

test('of somebody anonymised nothing is left', () => {
  expect(keysOf(person({ firstName: '', lastName: '' }))).toEqual({ keys: [], names: [] });
});
