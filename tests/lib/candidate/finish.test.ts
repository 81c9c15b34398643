import { describe, expect, test } from 'vitest';

import { LONGEST_TEXT } from '#lib/candidate/limits.ts';
import { type RawEmail, type RawPerson, type RawReading } from '#lib/candidate/raw.ts';
import { readingSchema, type Reading } from '#lib/candidate/reading.ts';
import { readingOf } from '#lib/page/reading-of.ts';

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
const candidate = async (person: Partial<RawPerson>, more?: Partial<RawReading>) =>
  (await readingOf(raw(person, more))).candidate;
const jane = { full: 'Jane Doe', splitFrom: 'text' as const };
const OWN = { url: 'https://jane.example/', kind: 'website' };

describe('the links of a person', () => {
  test('stand at their canonical address, one for each profile', async () => {
    const links = [
      'https://no.linkedin.com/in/Jane-Fixture?trk=x',
      'https://www.linkedin.com/in/jane-fixture/details/experience/',
      'https://twitter.com/Jane_Fixture',
      'https://x.com/jane_fixture/media',
      'https://github.com/jane-fixture/a-repository',
    ];
    expect((await candidate({ links }))?.links).toEqual([
      OWN,
      { url: 'https://www.linkedin.com/in/jane-fixture/', kind: 'linkedin' },
      { url: 'https://x.com/jane_fixture', kind: 'x' },
      { url: 'https://github.com/jane-fixture/a-repository', kind: 'github' },
    ]);
  });

  test('begin with the profile itself, which is not repeated', async () => {
    const links = ['http://www.jane.example', 'https://github.com/jane-fixture?utm_source=x', 'https://GitHub.com/Jane-Fixture/'];
    expect((await candidate({ links }))?.links).toEqual([OWN, { url: 'https://github.com/jane-fixture', kind: 'github' }]);
  });

  test('are never without the profile itself, and say how it was found', async () => {
    const reading = await readingOf(
      raw({ links: ['javascript:alert(1)'] }, { evidence: { links: { from: 'microdata', confidence: 0.5 } } }),
    );
    expect(reading.candidate?.links).toEqual([OWN]);
    expect(reading.evidence).toEqual({ links: { from: 'attribute', confidence: 0.95 } });
  });

  test('use the better address of the profile when the page has one', async () => {
    const at = {
      site: 'linkedin',
      url: 'https://www.linkedin.com/in/ACoAAx/',
      ownUrl: 'https://www.linkedin.com/in/jane-fixture/',
    };
    expect((await candidate({ links: ['https://www.linkedin.com/in/other-fixture/'] }, at))?.links).toEqual([
      { url: 'https://www.linkedin.com/in/jane-fixture/', kind: 'linkedin' },
    ]);
  });

  test.each(['https://www.google.com/maps?q=Oslo', 'http://maps.google.com/?q=Oslo', 'https://www.bing.com/maps?where1=Oslo'])(
    'are not where a postal address leads: %s',
    async (link) => {
      expect((await candidate({ links: [link] }))?.links).toEqual([OWN]);
    },
  );

  test.each([
    ['https://scholar.google.com/citations?user=AbC', 'scholar'],
    ['https://sites.google.com/view/jane', 'website'],
  ])('may well be at the company with the maps: %s', async (url, kind) => {
    expect((await candidate({ links: [url] }))?.links).toContainEqual({ url, kind });
  });
});

describe('the name of a person', () => {
  test('is split as surely as the source allows', async () => {
    const { evidence } = await readingOf(
      raw({ name: { ...jane, cap: 0.6 } }, { evidence: { fullName: { from: 'meta', confidence: 0.65 } } }),
    );
    expect(evidence).toMatchObject({
      fullName: { from: 'meta', confidence: 0.65 },
      firstName: { from: 'text', confidence: 0.6 },
      lastName: { from: 'text', confidence: 0.6 },
    });
  });

  test('that is only claimed to be one is checked, and missing if it is none', async () => {
    const claimed = (full: string) => readingOf(raw({ name: { full, splitFrom: 'text', claim: 'name-like' } }));
    expect(await claimed('jane_doe7')).toMatchObject({ status: 'partial', missing: ['name'] });
    expect((await claimed('jane_doe7')).candidate).not.toHaveProperty('fullName');
    expect(await claimed('Jane Doe')).toMatchObject({ status: 'complete', candidate: { firstName: 'Jane' } });
  });

  test('is read in the language of the page', async () => {
    const name = { full: 'Inés Prado Ruiz', splitFrom: 'text' as const };
    expect(await candidate({ name }, { lang: 'es-ES' })).toMatchObject({ firstName: 'Inés', lastName: 'Prado Ruiz' });
    expect(await candidate({ name }, { lang: 'en' })).toMatchObject({ firstName: 'Inés Prado', lastName: 'Ruiz' });
  });
});

describe('the dates of a role', () => {
  const position = async (row: RawPerson['positions'][number], lang = 'en') =>
    (await candidate({ positions: [row] }, { lang }))?.positions[0];

  test('are understood in the language of the page', async () => {
    expect(await position({ title: 'Pilot', dates: 'lip 2019 – obecnie · 2 lata' }, 'pl')).toEqual({
      title: 'Pilot',
      start: '2019-07',
      end: null,
      current: true,
    });
  });

  test('go on when the structure of the page says so, whatever the word', async () => {
    expect(await position({ start: 'Jul 2021', end: null, current: true })).toEqual({
      start: '2021-07',
      end: null,
      current: true,
    });
    expect(await position({ dates: '2021 – 3x', current: true })).toEqual({ start: '2021', end: null, current: true });
  });

  test('that are no dates are absent', async () => {
    expect(await position({ title: 'Pilot', dates: 'a while', current: false })).toEqual({ title: 'Pilot' });
    expect(await position({ title: 'Pilot', start: 'once', end: 'later' })).toEqual({ title: 'Pilot' });
  });

  test('leave a way of working out of the place, and take the next place instead', async () => {
    expect(await position({ places: ['Remote', 'Oslo (Hybrid)'] })).toEqual({ location: 'Oslo', place: { mode: 'remote' } });
  });
});

describe('the contact data of a person', () => {
  const email = (text: string, of: RawEmail['of'], as: RawEmail['as'] = 'address'): RawEmail => ({ text, as, of });

  test('elsewhere on the page has to prove whose it is, and is not what others wrote', async () => {
    const emails = [
      email('mailto:info@doe.example', 'page'),
      email('Write to jane@doe.example', 'page', 'words'),
      email('jdoe@doe.example', 'page'),
      email('jdoe@doe.example, said a friend', 'others', 'words'),
      email('someone.else@acme.example', 'page'),
    ];
    const reading = await readingOf(raw({ name: jane, emails }, { evidence: { emails: { from: 'json-ld', confidence: 0.9 } } }));
    expect(reading.candidate?.emails).toEqual([{ value: 'jane@doe.example', type: 'other' }]);
    expect(reading.evidence['emails']).toEqual({ from: 'text', confidence: 0.75 });
  });

  test('in their own part of the page is theirs, and needs no proof', async () => {
    const emails = [email('x@acme.example', 'person'), email('X@ACME.example', 'person'), email('jane@doe.example', 'page')];
    expect((await candidate({ name: jane, emails }))?.emails).toEqual([{ value: 'x@acme.example', type: 'other' }]);
  });

  test('is one mailbox however it is spelt, and typed by who keeps it', async () => {
    const emails = ['Jane.Doe@gmail.com', 'janedoe@googlemail.com', 'jane@acme.example', 'jane@northwind.example'];
    const positions = [
      { company: 'Acme', current: true },
      { company: 'Northwind', current: false },
    ];
    const found = await candidate({ name: jane, emails: emails.map((text) => email(text, 'person')), positions }, { site: 'x' });
    expect(found?.emails).toEqual([
      { value: 'Jane.Doe@gmail.com', type: 'personal' },
      { value: 'jane@acme.example', type: 'work' },
      { value: 'jane@northwind.example', type: 'other' },
    ]);
  });

  test('that was spelt out, or is an office’s, is less sure than its list and says so', async () => {
    const emails = [
      email('jane@doe.example', 'person'),
      email('write to jd [at] acme.example', 'person', 'words'),
      email('info@acme.example', 'person'),
    ];
    const { evidence } = await readingOf(
      raw({ name: jane, emails }, { site: 'x', evidence: { emails: { from: 'attribute', confidence: 0.95 } } }),
    );
    expect(evidence).toMatchObject({
      emails: { from: 'attribute', confidence: 0.95 },
      'emails/jd@acme.example': { from: 'text', confidence: 0.8 },
      'emails/info@acme.example': { from: 'attribute', confidence: 0.5 },
    });
    expect(evidence).not.toHaveProperty('emails/jane@doe.example');
  });

  test('is dialled from where the person is', async () => {
    const phones = ['020 7946 0018', '00442079460018', '+44 20 7946 0018 (Mobile)', '12345678'];
    const how = { evidence: { phones: { from: 'attribute', confidence: 0.9 } } } as const;
    const there = await readingOf(raw({ phones, location: 'Leeds, United Kingdom' }, how));
    expect(there.candidate?.phones).toEqual([
      { value: '020 7946 0018', type: 'mobile', e164: '+442079460018' },
      { value: '12345678', type: 'other' },
    ]);
    expect(there.evidence).toMatchObject({
      phones: { confidence: 0.9 },
      'phones/12345678': { from: 'attribute', confidence: 0.4 },
    });
    const nowhere = await candidate({ phones: ['020 7946 0018'] });
    expect(nowhere?.phones).toEqual([{ value: '020 7946 0018', type: 'other' }]);
    const byLanguage = await candidate({ phones: ['020 7946 0018'] }, { lang: 'en-GB' });
    expect(byLanguage?.phones[0]?.e164).toBe('+442079460018');
  });

  test('may be a link that begins a conversation', async () => {
    const links = ['https://wa.me/4740000123?text=Hi', 'https://api.whatsapp.com/send?phone=4740000123'];
    expect((await candidate({ links }))?.phones).toEqual([{ value: '+4740000123', type: 'mobile', e164: '+4740000123' }]);
  });

  test('is there once, however it is printed', async () => {
    expect((await candidate({ phones: ['tel:+15550100199', '+1 555 010 0199 (Mobile)', 'call me'] }))?.phones).toEqual([
      { value: '+15550100199', type: 'mobile' },
    ]);
  });
});

test('a field that the site always has is missing when it is gone', async () => {
  expect(await readingOf(raw({}, { needs: ['fullName', 'constructor'] }))).toMatchObject({
    status: 'partial',
    missing: ['fullName', 'constructor'],
  });
});

test.each(['not-ready', 'not-a-profile', 'blocked', 'moved', 'list'] as const)('%s stays what it is', async (status) => {
  const people = [{ fullName: 'Jane Doe', externalId: 'web:jane' }];
  const reading = await readingOf({ ...raw({}), status, people, person: undefined });
  expect(reading).toMatchObject({ status, people, evidence: {} });
  expect(reading).not.toHaveProperty('candidate');
});

describe('whatever a page answers, there is a valid reading of it', () => {
  const NASTY = [
    '', ' ', '\u0000', '\ud800', '🚀'.repeat(50), '((((', '****', ',,,;', '%E0%A4%A', 'mailto:%', 'http://[', '2021 – ', '– – – 2021',
    '٢٠٢١ 2021 २०२१', 'O’Neil '.repeat(500), '-'.repeat(LONGEST_TEXT), ' at '.repeat(4000), '('.repeat(LONGEST_TEXT), 'a.'.repeat(9000),
    '1'.repeat(LONGEST_TEXT), '李', 'Doe, Jane, PhD, MBA', '[at] [dot] @', 'https://jane.example/%', '__proto__',
  ]; // prettier-ignore
  test.each(NASTY.map((text, at) => [at, text.slice(0, 20), text]))('%i %j', async (_, __, text) => {
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
    const reading: Reading = await readingOf(answer);
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(await readingOf(answer)).toEqual(reading);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
