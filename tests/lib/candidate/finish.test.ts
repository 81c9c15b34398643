import { describe, expect, test } from 'vitest';

import { finish, readingOf } from '#lib/candidate/finish.ts';
import { LONGEST_TEXT } from '#lib/candidate/limits.ts';
import { type RawEmail, type RawPerson, type RawReading } from '#lib/candidate/raw.ts';
import { readingSchema, type Reading } from '#lib/candidate/reading.ts';

const nobody: RawPerson = { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] };
const raw = (person: Partial<RawPerson>, more: Partial<RawReading> = {}): RawReading => ({
  status: 'profile',
  site: 'web',
  externalId: 'web:jane.example',
  url: 'https://jane.example/',
  lang: 'en',
  person: { ...nobody, ...person },
  aliases: [],
  missing: [],
  needs: [],
  evidence: {},
  ...more,
});
const candidate = (person: Partial<RawPerson>, more?: Partial<RawReading>) => finish(raw(person, more)).candidate;
const jane = { full: 'Jane Doe', splitFrom: 'text' as const };
const OWN = { url: 'https://jane.example/', kind: 'website' };

describe('the links of a person', () => {
  test('begin with the profile itself, which is not repeated', () => {
    const links = ['http://www.jane.example', 'https://github.com/jane-fixture?utm_source=x', 'https://GitHub.com/Jane-Fixture/'];
    expect(candidate({ links })?.links).toEqual([OWN, { url: 'https://github.com/jane-fixture', kind: 'github' }]);
  });

  test('are never without the profile itself, and say how it was found', () => {
    const reading = finish(
      raw({ links: ['javascript:alert(1)'] }, { evidence: { links: { from: 'microdata', confidence: 0.5 } } }),
    );
    expect(reading.candidate?.links).toEqual([OWN]);
    expect(reading.evidence).toEqual({ links: { from: 'attribute', confidence: 0.95 } });
  });

  test('use the better address of the profile when the page has one', () => {
    const at = {
      site: 'linkedin',
      url: 'https://www.linkedin.com/in/ACoAAx/',
      ownUrl: 'https://www.linkedin.com/in/jane-fixture/',
    };
    expect(candidate({ links: ['https://www.linkedin.com/in/other-fixture/'] }, at)?.links).toEqual([
      { url: 'https://www.linkedin.com/in/jane-fixture/', kind: 'linkedin' },
    ]);
  });

  test.each(['https://www.google.com/maps?q=Oslo', 'http://maps.google.com/?q=Oslo', 'https://www.bing.com/maps?where1=Oslo'])(
    'are not where a postal address leads: %s',
    (link) => {
      expect(candidate({ links: [link] })?.links).toEqual([OWN]);
    },
  );

  test.each([
    ['https://scholar.google.com/citations?user=AbC', 'scholar'],
    ['https://sites.google.com/view/jane', 'website'],
  ])('may well be at the company with the maps: %s', (url, kind) => {
    expect(candidate({ links: [url] })?.links).toContainEqual({ url, kind });
  });
});

describe('the name of a person', () => {
  test('is split as surely as the source allows', () => {
    const { evidence } = finish(
      raw({ name: { ...jane, cap: 0.6 } }, { evidence: { fullName: { from: 'meta', confidence: 0.65 } } }),
    );
    expect(evidence).toMatchObject({
      fullName: { from: 'meta', confidence: 0.65 },
      firstName: { from: 'text', confidence: 0.6 },
      lastName: { from: 'text', confidence: 0.6 },
    });
  });

  test('that is only claimed to be one is checked, and missing if it is none', () => {
    const claimed = (full: string) => finish(raw({ name: { full, splitFrom: 'text', claim: 'name-like' } }));
    expect(claimed('jane_doe7')).toMatchObject({ status: 'partial', missing: ['name'] });
    expect(claimed('jane_doe7').candidate).not.toHaveProperty('fullName');
    expect(claimed('Jane Doe')).toMatchObject({ status: 'complete', candidate: { firstName: 'Jane' } });
  });

  test('is read in the language of the page', () => {
    const name = { full: 'Inés Prado Ruiz', splitFrom: 'text' as const };
    expect(candidate({ name }, { lang: 'es-ES' })).toMatchObject({ firstName: 'Inés', lastName: 'Prado Ruiz' });
    expect(candidate({ name }, { lang: 'en' })).toMatchObject({ firstName: 'Inés Prado', lastName: 'Ruiz' });
  });
});

describe('the dates of a role', () => {
  const position = (row: RawPerson['positions'][number], lang = 'en') => candidate({ positions: [row] }, { lang })?.positions[0];

  test('are understood in the language of the page', () => {
    expect(position({ title: 'Pilot', dates: 'lip 2019 – obecnie · 2 lata' }, 'pl')).toEqual({
      title: 'Pilot',
      start: '2019-07',
      end: null,
      current: true,
    });
  });

  test('go on when the structure of the page says so, whatever the word', () => {
    expect(position({ start: 'Jul 2021', end: null, current: true })).toEqual({ start: '2021-07', end: null, current: true });
    expect(position({ dates: '2021 – 3x', current: true })).toEqual({ start: '2021', end: null, current: true });
  });

  test('that are no dates are absent', () => {
    expect(position({ title: 'Pilot', dates: 'a while', current: false })).toEqual({ title: 'Pilot' });
    expect(position({ title: 'Pilot', start: 'once', end: 'later' })).toEqual({ title: 'Pilot' });
  });

  test('leave a way of working out of the place, and take the next place instead', () => {
    expect(position({ places: ['Remote', 'Oslo (Hybrid)'] })).toEqual({ location: 'Oslo' });
  });
});

describe('the contact data of a person', () => {
  const email = (text: string, of: RawEmail['of'], as: RawEmail['as'] = 'address'): RawEmail => ({ text, as, of });

  test('elsewhere on the page has to prove whose it is, and is not what others wrote', () => {
    const emails = [
      email('mailto:info@doe.example', 'page'),
      email('Write to jane@doe.example', 'page', 'words'),
      email('jdoe@doe.example', 'page'),
      email('jdoe@doe.example, said a friend', 'others', 'words'),
      email('someone.else@acme.example', 'page'),
    ];
    const reading = finish(raw({ name: jane, emails }, { evidence: { emails: { from: 'json-ld', confidence: 0.9 } } }));
    expect(reading.candidate?.emails).toEqual([{ value: 'jane@doe.example', type: 'other' }]);
    expect(reading.evidence['emails']).toEqual({ from: 'text', confidence: 0.75 });
  });

  test('in their own part of the page is theirs, and needs no proof', () => {
    const emails = [email('x@acme.example', 'person'), email('X@ACME.example', 'person'), email('jane@doe.example', 'page')];
    expect(candidate({ name: jane, emails })?.emails).toEqual([{ value: 'x@acme.example', type: 'other' }]);
  });

  test('is there once, however it is printed', () => {
    expect(candidate({ phones: ['tel:+15550100199', '+1 555 010 0199 (Mobile)', 'call me'] })?.phones).toEqual([
      { value: '+15550100199', type: 'other' },
    ]);
  });
});

test('a field that the site always has is missing when it is gone', () => {
  expect(finish(raw({}, { needs: ['fullName', 'constructor'] }))).toMatchObject({
    status: 'partial',
    missing: ['fullName', 'constructor'],
  });
});

test.each(['not-ready', 'not-a-profile', 'blocked', 'moved', 'list'] as const)('%s stays what it is', (status) => {
  const people = [{ fullName: 'Jane Doe', externalId: 'web:jane' }];
  const reading = finish({ ...raw({}), status, people, person: undefined });
  expect(reading).toMatchObject({ status, people, evidence: {} });
  expect(reading).not.toHaveProperty('candidate');
});

describe('whatever a page answers, there is a valid reading of it', () => {
  const NASTY = [
    '', ' ', '\u0000', '\ud800', '🚀'.repeat(50), '((((', '****', ',,,;', '%E0%A4%A', 'mailto:%', 'http://[', '2021 – ', '– – – 2021',
    '٢٠٢١ 2021 २०२१', 'O’Neil '.repeat(500), '-'.repeat(LONGEST_TEXT), ' at '.repeat(4000), '('.repeat(LONGEST_TEXT), 'a.'.repeat(9000),
    '1'.repeat(LONGEST_TEXT), '李', 'Doe, Jane, PhD, MBA', '[at] [dot] @', 'https://jane.example/%', '__proto__',
  ]; // prettier-ignore
  test.each(NASTY.map((text, at) => [at, text.slice(0, 20), text]))('%i %j', (_, __, text) => {
    const answer = raw(
      {
        name: { full: text, first: text, last: text, givenPrefix: text, splitFrom: 'text' },
        headline: text,
        photoUrl: text,
        emails: (['address', 'cloudflare', 'words'] as const).flatMap((as) =>
          (['person', 'page', 'others'] as const).map((of) => ({ text, as, of })),
        ),
        phones: [text],
        links: [text],
        positions: [{ dates: text }, { start: text, end: text }, { places: [text] }],
        education: [{ dates: text }, { start: text, end: text, school: text }],
        ownsSite: true,
      },
      { lang: text, url: text, ownUrl: text, needs: [text], evidence: { [text]: { from: 'text', confidence: 1 } } },
    );
    const started = performance.now();
    const reading: Reading = readingOf(answer);
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(readingOf(answer)).toEqual(reading);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
