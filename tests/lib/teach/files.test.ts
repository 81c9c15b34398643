// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { apply } from '#lib/teach/apply.ts';
import { fileOf, readFile, withLessons } from '#lib/teach/files.ts';
import { inForce, ruleSetOf, ruleSetSchema, type RuleSet } from '#lib/teach/rule-set.ts';
import type { Taught } from '#lib/teach/taught.ts';

import example from '../../../lib/teach/example.rule-set.json';
import { caseDocument } from '../../support/case-page.ts';
import { linkedinPage, PEOPLE } from './redesigned.ts';

const TAUGHT: Taught = {
  id: '6b7d3f0e',
  site: 'linkedin',
  host: 'linkedin.com',
  rule: { field: 'title', ways: [{ from: { label: 'title' }, go: [{ beside: 'dd', by: 1 }] }], around: ['dd'] },
  taughtAt: 1,
  used: 7,
  against: 2,
  missed: 1,
  stopped: { at: 3, because: 'misses' },
};

test('what is written is read, without how it has done here', () => {
  const { stopped: _, ...kept } = TAUGHT;
  expect(readFile(fileOf([TAUGHT]))).toEqual({ is: 'taught', lessons: [{ ...kept, used: 0, against: 0, missed: 0 }] });
});

const file = (changes: object) => JSON.stringify({ ...JSON.parse(fileOf([TAUGHT])), ...changes });
const withRule = (changes: object) => file({ lessons: [{ ...TAUGHT, rule: { ...TAUGHT.rule, ...changes } }] });
const withWay = (way: object) => withRule({ ways: [way] });

describe('a bad file is refused whole, and says why', () => {
  test.each([
    ['no JSON', '{ "format":', 'no-json', undefined],
    ['a program', 'alert(1)', 'no-json', undefined],
    ['another file', '{"name":"gleaner"}', 'other-file', undefined],
    ['a list', '[]', 'other-file', undefined],
    ['a newer one', file({ version: 2 }), 'newer', undefined],
    ['far too long', 'x'.repeat(400_001), 'too-long', undefined],
    ['another field', withRule({ field: 'salary' }), 'wrong', 'lessons.0.rule.field'],
    ['too many ways', withRule({ ways: Array.from({ length: 6 }, () => TAUGHT.rule.ways[0]) }), 'wrong', 'lessons.0.rule.ways'],
    ['a selector for a tag', withRule({ around: ['dd:has(*)'] }), 'wrong', 'lessons.0.rule.around.0'],
    [
      'a class',
      withWay({ from: { attribute: 'class', is: 'a', tag: 'p' }, go: [] }),
      'wrong',
      'lessons.0.rule.ways.0.from.attribute',
    ],
    [
      'an endless way',
      withWay({ from: { first: 'h1' }, go: Array.from({ length: 17 }, () => ({ up: 1 })) }),
      'wrong',
      'lessons.0.rule.ways.0.go',
    ],
    ['an unknown step', withWay({ from: { first: 'h1' }, go: [{ run: 'x' }] }), 'wrong', 'lessons.0.rule.ways.0.go.0'],
    ['an unknown site', file({ lessons: [{ ...TAUGHT, site: 'facebook' }] }), 'unknown-site', 'facebook'],
    [
      'no origin',
      file({ lessons: [{ ...TAUGHT, site: 'https://people.example/team' }] }),
      'unknown-site',
      'https://people.example/team',
    ],
    ['a set without a signature', JSON.stringify({ ...example, signedOff: undefined }), 'wrong', 'signedOff'],
    ['a set without rules', JSON.stringify({ ...example, rules: [] }), 'wrong', 'rules'],
  ])('%s', (_title, text, because, where) => {
    expect(readFile(text)).toEqual({ is: 'refused', because, ...(where ? { where } : {}) });
  });
});

test('nothing that is there is lost, and nothing is there twice', () => {
  const other = { ...TAUGHT, id: 'other' };
  expect(withLessons([TAUGHT], [{ ...TAUGHT, used: 0 }, other])).toEqual([TAUGHT, other]);
  const many = Array.from({ length: 60 }, (_, at) => ({ ...TAUGHT, id: `${at}` }));
  expect(withLessons(many, [other])).toEqual({ is: 'refused', because: 'too-many', where: '60' });
});

describe('the example of a rule set', () => {
  const read = readFile(JSON.stringify(example));

  test('is one, and loses nothing in being read', () => {
    expect(read).toEqual({ is: 'rule-set', set: example });
    expect(ruleSetOf(JSON.stringify(example))).toEqual(ruleSetSchema.parse(example));
  });

  test.each(PEOPLE.map((person) => [person.name, person] as const))('is right on the page of %s', (_name, person) => {
    if (read.is !== 'rule-set') throw new Error('no rule set');
    const document = caseDocument(linkedinPage(person).html);
    const found = read.set.rules.map((rule) => [
      rule.field,
      apply(rule, document, { name: person.name, handle: person.slug })?.value,
    ]);
    expect(found).toEqual([
      ['location', person.location],
      ['headline', person.headline],
    ]);
  });
});

test('of several sets for a site the highest version holds, and of two alike the first', () => {
  const set = (version: number, by: string) => ({ ...example, version, signedOff: { by, on: '2026-11-20' } }) as RuleSet;
  const [policy, imported, newer] = [set(2, 'policy'), set(2, 'imported'), set(3, 'newer')];
  expect(inForce([policy, imported])).toEqual([policy]);
  expect(inForce([policy, newer])).toEqual([newer]);
});
