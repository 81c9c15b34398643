import { describe, expect, test } from 'vitest';

import type { RawPerson, RawReading } from '#lib/candidate/raw.ts';
import type { Rule } from '#lib/teach/schema.ts';
import { AGAINST, afterPage, MISSED } from '#lib/teach/stand.ts';
import { withLesson, type Taught } from '#lib/teach/taught.ts';
import { withFound, type Held } from '#lib/teach/use.ts';

const PERSON: RawPerson = {
  name: { full: 'Tove Ekdal', splitFrom: 'landmark' },
  emails: [],
  phones: [],
  links: [],
  positions: [],
  education: [],
  skills: [],
  languages: [],
};
const raw = (person: Partial<RawPerson> = {}, evidence: RawReading['evidence'] = {}): RawReading => ({
  status: 'profile',
  site: 'linkedin',
  externalId: 'linkedin:tove-ekdal-fixture',
  person: { ...PERSON, ...person },
  aliases: [],
  missing: ['title', 'positions'],
  needs: [],
  evidence,
});
const rule = (field: Rule['field'], corrects = false): Rule => ({
  field,
  ways: [{ from: { first: 'h1' }, go: [] }],
  around: ['h1'],
  ...(corrects ? { corrects } : {}),
});
const held = (field: Rule['field'], corrects = false, readerWas?: number): Held => ({
  id: 'a',
  rule: rule(field, corrects),
  readerWas,
});
const found = (value: string, vouched = false) => ({ address: '', found: [{ value, confidence: 0.9, vouched }] });
const NOTHING = { address: '', found: [null] };
const STRONG = { title: { from: 'landmark', confidence: 0.9 } } as const;
const WEAK = { title: { from: 'headline', confidence: 0.5 } } as const;

describe('a rule beside a reader', () => {
  test('gives what the reader has not, and it is missing no more', () => {
    const { raw: next, judged } = withFound(raw(), [held('title')], found('Tide modeller'));
    expect(next.person?.title).toBe('Tide modeller');
    expect(next.evidence['title']).toEqual({ from: 'taught', confidence: 0.9 });
    expect(next.missing).toEqual(['positions']);
    expect(judged.get('a')).toBe('used');
  });

  test('that agrees changes nothing', () => {
    const before = raw({ title: 'Tide modeller' }, STRONG);
    const { raw: next, judged } = withFound(before, [held('title')], found('tide  modeller'));
    expect(next).toEqual(before);
    expect(judged.get('a')).toBe('agrees');
  });

  test('yields to a reader that is sure, and goes before one that is not', () => {
    const strong = withFound(raw({ title: 'Head of Tides' }, STRONG), [held('title')], found('Tide modeller'));
    expect(strong.raw.person?.title).toBe('Head of Tides');
    expect(strong.judged.get('a')).toBe('against');
    const weak = withFound(raw({ title: 'Head of Tides' }, WEAK), [held('title')], found('Tide modeller'));
    expect(weak.raw.person?.title).toBe('Tide modeller');
    expect(weak.judged.get('a')).toBe('used');
  });

  test('that corrects goes before the reader, and is against it only once the reader is surer than it was then', () => {
    const before = raw({ title: 'Head of Tides' }, STRONG);
    const then = withFound(before, [held('title', true, 0.9)], found('Tide modeller'));
    expect(then.raw.person?.title).toBe('Tide modeller');
    expect(then.judged.get('a')).toBe('used');
    expect(withFound(before, [held('title', true, 0.6)], found('Tide modeller')).judged.get('a')).toBe('against');
  });

  test('that finds nothing where the reader does has missed', () => {
    expect(withFound(raw({ title: 'Head of Tides' }, STRONG), [held('title')], NOTHING).judged.get('a')).toBe('missed');
    expect(withFound(raw(), [held('title')], NOTHING).judged.get('a')).toBe('idle');
  });

  test('an address is added to those that are not the person’s, and is the only one where it corrects', () => {
    const emails = [{ text: 'mailto:old@ekdal.example', as: 'address', of: 'person' } as const];
    const sure = { emails: { from: 'attribute', confidence: 0.9 } } as const;
    const correcting = withFound(raw({ emails }, sure), [held('emails', true, 0.9)], found('tove@ekdal.example'));
    expect(correcting.raw.person?.emails.map(({ text }) => text)).toEqual(['tove@ekdal.example']);
    expect(withFound(raw({ emails }, sure), [held('emails')], found('OLD@ekdal.example')).judged.get('a')).toBe('agrees');
  });

  test('of several for one field the first that finds something is taken', () => {
    const two = { address: '', found: [null, { value: 'Tide modeller', confidence: 0.8, vouched: false }] };
    const { raw: next, judged } = withFound(raw(), [held('title'), { ...held('title'), id: 'b' }], two);
    expect(next.person?.title).toBe('Tide modeller');
    expect([...judged]).toEqual([
      ['a', 'idle'],
      ['b', 'used'],
    ]);
  });
});

describe('a page on which the reader knows nobody', () => {
  const { person: _, ...nobody } = raw();
  const waiting: RawReading = { ...nobody, status: 'not-ready', missing: [] };

  test('has a person once a rule found a name that the page stands by', () => {
    const { raw: next } = withFound(waiting, [held('fullName')], found('Tove Ekdal', true));
    expect(next).toMatchObject({ status: 'profile', person: { name: { full: 'Tove Ekdal', splitFrom: 'taught' } } });
  });

  test.each<[string, RawReading, ReturnType<typeof found>]>([
    ['the page does not stand by it', waiting, found('Tove Ekdal')],
    ['the page refuses', { ...waiting, status: 'blocked' }, found('Tove Ekdal', true)],
    ['it went on to somebody else', { ...waiting, status: 'moved' }, found('Tove Ekdal', true)],
    ['it is a list', { ...waiting, status: 'list' }, found('Tove Ekdal', true)],
    ['its address is nobody’s', { ...waiting, externalId: undefined }, found('Tove Ekdal', true)],
  ])('has none where %s', (_title, page, answered) => {
    expect(withFound(page, [held('fullName')], answered).raw).toEqual(page);
  });
});

describe('how a taught rule stands', () => {
  const taught: Taught = {
    id: 'a',
    site: 'linkedin',
    host: 'linkedin.com',
    rule: rule('title'),
    taughtAt: 1,
    used: 0,
    against: 0,
    missed: 0,
  };
  const after = (...judged: Parameters<typeof afterPage>[1][]) => judged.reduce((one, said) => afterPage(one, said, 7), taught);

  test('it is dropped after disagreeing three times in a row, and not before', () => {
    expect(after('against', 'against').stopped).toBeUndefined();
    expect(after('against', 'against', 'agrees', 'against', 'against').stopped).toBeUndefined();
    expect(after(...Array.from({ length: AGAINST }, () => 'against' as const)).stopped).toEqual({ at: 7, because: 'disagrees' });
  });

  test('it is dropped after missing five times in a row', () => {
    expect(after(...Array.from({ length: MISSED - 1 }, () => 'missed' as const)).stopped).toBeUndefined();
    expect(after(...Array.from({ length: MISSED }, () => 'missed' as const)).stopped).toEqual({ at: 7, because: 'misses' });
  });

  test('what is idle says nothing, and every use is counted', () => {
    expect(after('idle', 'idle')).toBe(taught);
    expect(after('used', 'idle', 'used').used).toBe(2);
  });

  test('another lesson stands beside an earlier one, or in its place where that was wrong; and their number is bounded', () => {
    const other = { ...taught, id: 'b' };
    expect(withLesson([taught], other, false).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(withLesson([taught], other, true).map(({ id }) => id)).toEqual(['b']);
    expect(withLesson([{ ...taught, stopped: { at: 1, because: 'misses' } }], other, false)).toEqual([other]);
    const many = Array.from({ length: 60 }, (_, at) => ({ ...taught, id: `${at}`, site: `https://${at}.example` }));
    expect(withLesson(many, other, false)).toHaveLength(60);
    expect(withLesson([taught, { ...taught, id: 'c' }, { ...taught, id: 'd' }], other, false).map(({ id }) => id)).toEqual([
      'b',
      'a',
      'c',
    ]);
  });
});
