/** One person on several pages: what adds up, what contradicts, what the recruiter typed, and a page taken off again. */
import { describe, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';
import { folded, otherWords } from '#lib/panel/contradictions.ts';
import { draftOf, withList, withText, type Draft } from '#lib/panel/draft.ts';
import { joined, withoutPage, withPage, withReading, withWordOf } from '#lib/panel/merge.ts';

import { draws, type Draw } from './draws.ts';
import { readingOf } from './people.ts';

const sure = { from: 'landmark', confidence: 0.95 } as const;

const linkedin = readingOf(
  'mira-okafor-fixture',
  { skills: ['Go'] },
  { missing: ['contact info', 'education'], status: 'partial' },
);
const github = readingOf(
  '',
  {
    fullName: 'Mira Okafor',
    title: null,
    company: '@quayside',
    location: 'Lisbon',
    emails: [
      { value: 'Mira@okafor.example', type: 'other' },
      { value: 'mira@quayside.example', type: 'work' },
    ],
    links: [{ url: 'https://github.com/mira-fixture', kind: 'github' }],
    skills: ['go', 'Rust'],
    education: [{ school: 'Porto' }],
  },
  {
    site: 'github',
    externalId: 'github:mira-fixture',
    aliases: ['github-id:9100000077'],
    url: 'https://github.com/mira-fixture',
    evidence: { company: sure, location: sure, emails: sure, firstName: sure, lastName: sure },
  },
);
const website = readingOf(
  '',
  { firstName: 'Míra', lastName: 'Okafor', title: 'Principal Engineer', company: 'Quayside Inc.', location: 'Porto', emails: [] },
  {
    site: 'web',
    externalId: 'web:mira.example',
    url: 'https://mira.example/',
    evidence: { title: sure, company: sure, location: sure },
  },
);

const begun = () => draftOf(linkedin, linkedin.externalId!, 'id');
const valuesOf = (draft: Draft) => draft.candidate.emails.map(({ value }) => value);

describe('a page that is added', () => {
  const draft = withPage(begun(), github);

  test('adds what it shows, each with its page, and leaves who the person is', () => {
    expect(draft.externalId).toBe(linkedin.externalId);
    expect(draft.reading).toMatchObject({ externalId: linkedin.externalId, site: 'linkedin', url: linkedin.url });
    expect(draft.reading.aliases).toEqual(['github:mira-fixture', 'github-id:9100000077']);
    expect(draft.candidate).toMatchObject({ location: 'Lisbon', skills: ['Go', 'Rust'], education: [{ school: 'Porto' }] });
    expect(draft.reading.evidence['location']).toEqual({ ...sure, page: github.url });
    expect(draft.reading.evidence['emails/mira@quayside.example']).toEqual({ ...sure, page: github.url });
    expect(draft.reading.evidence['skills/Rust']?.page).toBe(github.url);
    expect(draft.candidate.links.map(({ url }) => url)).toEqual(['https://github.com/mira-fixture']);
  });

  test('adds no value twice, and no page of what the first one said', () => {
    expect(valuesOf(draft)).toEqual(['mira@okafor.example', 'mira@quayside.example']);
    expect(draft.reading.evidence).not.toHaveProperty(['emails/mira@okafor.example']);
    expect(draft.reading.evidence['company']?.page).toBeUndefined();
  });

  test('is no longer missed', () => {
    expect(draft.reading.missing).toEqual([]);
    expect(draft.reading.status).toBe('complete');
  });

  test('is the same page when it is read again', () => {
    expect(withPage(draft, github)).toEqual(draft);
    const later = withReading(draft, {
      ...github,
      candidate: { ...github.candidate!, phones: [{ value: '+351 5550 100', type: 'other' }] },
    });
    expect(later.pages).toHaveLength(2);
    expect(later.reading.evidence['phones/+351 5550 100']?.page).toBe(github.url);
  });

  test('does not undo what the recruiter changed', () => {
    const edited = withList(withText(begun(), 'location', 'Remote'), 'emails', []);
    const next = withPage(edited, github);
    expect(next.candidate.location).toBe('Remote');
    expect(valuesOf(next)).toEqual(['mira@quayside.example']);
  });

  test('gives a whole name or none of it', () => {
    const nick = readingOf('mira-okafor-fixture', { firstName: 'mo', lastName: null });
    const next = withPage(draftOf(nick, nick.externalId!, 'id'), website);
    expect(next.candidate).toMatchObject({ firstName: 'Míra', lastName: 'Okafor' });
    const typed = withPage(withText(draftOf(nick, nick.externalId!, 'id'), 'firstName', 'Mo'), website);
    expect(typed.candidate).toMatchObject({ firstName: 'Mo', lastName: 'Okafor' });
  });
});

describe('pages that contradict', () => {
  const draft = withPage(withPage(begun(), github), website);

  test('are shown beside the word in use, with their page; equal words are not', () => {
    expect(otherWords(draft, 'location')).toEqual([{ value: 'Porto', page: 'web:mira.example', url: website.url }]);
    expect(otherWords(draft, 'company')).toEqual([]);
    expect(otherWords(draft, 'name')).toEqual([]);
    // The first page had it from a headline only.
    expect(draft.candidate.title).toBe('Principal Engineer');
    expect(otherWords(draft, 'title').map(({ value }) => value)).toEqual(['Site Reliability Engineer']);
  });

  test('one of them is used, and is in use until another is', () => {
    const chosen = withWordOf(withText(draft, 'location', 'Remote'), 'location', 'web:mira.example');
    expect(chosen.candidate.location).toBe('Porto');
    expect(chosen.edited).toEqual([]);
    expect(chosen.reading.evidence['location']?.page).toBe(website.url);
    expect(otherWords(chosen, 'location').map(({ value }) => value)).toEqual(['Lisbon']);
    expect(withReading(chosen, linkedin).candidate.location).toBe('Porto');
    expect(withoutPage(chosen, 'web:mira.example').candidate.location).toBe('Lisbon');
  });

  test.each([
    ['company', 'Quayside, Inc.', '@quayside', true],
    ['company', 'Łódź Sp. z o.o.', 'LODZ  sp. z o.o.', true],
    ['company', 'Quayside GmbH & Co. KG', 'Quayside', true],
    ['company', 'Quayside', 'Quay Side', false],
    ['name', 'José  Ñuñez', 'Jose Nunez', true],
    ['title', 'C++ Engineer', 'C# Engineer', false],
    ['title', 'Co', 'co', true],
    ['name', 'कि', 'का', false],
  ] as const)('%s: “%s” and “%s” are the same: %s', (unit, one, other, same) => {
    expect(folded(one, unit) === folded(other, unit)).toBe(same);
  });

  test('a place that is less precise says nothing else', () => {
    const [porto, wide] = ['Porto', 'Porto, Portugal'].map((location) => ({
      ...website,
      candidate: { ...website.candidate!, location },
    }));
    const precise = withPage(withText(begun(), 'note' as never, ''), wide!);
    expect(otherWords(withPage(precise, { ...porto!, externalId: 'web:b.example' }), 'location')).toEqual([]);
  });
});

describe('two drafts that are one person', () => {
  test('keep what was typed in either', () => {
    const mine = withText(begun(), 'title', 'Principal SRE');
    const fresh = draftOf(github, github.externalId!, 'other');
    const other = {
      ...withList(withText(withText(fresh, 'title', 'Lead'), 'company', 'Harbour'), 'phones', [{ value: '1', type: 'work' }]),
      note: 'Met in Porto',
    };
    const both = joined(mine, other);
    expect(both.candidate).toMatchObject({ title: 'Principal SRE', company: 'Harbour', phones: [{ value: '1' }] });
    expect(both.note).toBe('Met in Porto');
    expect(both.exportId).toBe('id');
    expect(both.pages).toHaveLength(2);
  });
});

describe('a page that is taken off', () => {
  test('leaves what was typed before it said the same', () => {
    const typed = withList(begun(), 'emails', [{ value: 'mira@quayside.example', type: 'work' }]);
    const off = withoutPage(withPage(typed, github), 'github:mira-fixture');
    expect(valuesOf(off)).toEqual(['mira@quayside.example']);
    expect(off.reading.aliases).toEqual([]);
    expect(off.pages).toBeUndefined();
  });

  test('the page that they were met on stays', () => {
    const draft = withPage(begun(), github);
    expect(withoutPage(draft, linkedin.externalId!).pages?.[0]?.externalId).toBe(linkedin.externalId);
  });
});

describe('whatever pages say', () => {
  const RUNS = 1000;
  const each = (run: (seed: number) => void) => {
    for (let seed = 1; seed <= RUNS; seed += 1) run(seed);
  };

  test('the same page twice changes nothing', () =>
    each((seed) => {
      const draw = draws(seed);
      const draft = withPage(draftOf(page(draw, 0), 'p:0', 'id'), page(draw, 1));
      const again = withPage(draft, draft.pages![1]!);
      expect(again, `seed ${seed}`).toEqual(draft);
      expect(withReading(again, draft.pages![0]!), `seed ${seed}`).toEqual(draft);
    }));

  test('a page that comes and goes leaves what was there', () =>
    each((seed) => {
      const draw = draws(seed);
      const one = withPage(draftOf(page(draw, 0), 'p:0', 'id'), page(draw, 1));
      const before = draw.chance(0.5) ? withText(one, 'title', draw.word()) : one;
      const after = withoutPage(withPage(before, page(draw, 2)), 'p:2');
      expect(after.candidate, `seed ${seed}`).toEqual(before.candidate);
      expect(after.reading, `seed ${seed}`).toEqual(before.reading);
      expect(withoutPage(after, 'p:1').reading, `seed ${seed}`).toEqual(page(draws(seed), 0));
    }));

  test('the order of pages decides only whose word is in use', () =>
    each((seed) => {
      const draw = draws(seed);
      const [own, a, b] = [page(draw, 0), page(draw, 1), page(draw, 2)];
      const [ab, ba] = [
        [a, b],
        [b, a],
      ].map((order) => order.reduce(withPage, draftOf(own, 'p:0', 'id')));
      expect(saidBy(ab!), `seed ${seed}`).toEqual(saidBy(ba!));
    }));
});

/** Everything that a draft says, whichever of two words is in use. */
const saidBy = (draft: Draft) => ({
  ...Object.fromEntries(
    (['emails', 'phones', 'links', 'skills', 'languages'] as const).map((list) => [
      list,
      draft.candidate[list].map((value) => JSON.stringify(value).toLowerCase()).toSorted(),
    ]),
  ),
  ...Object.fromEntries(
    (['name', 'headline', 'title', 'company'] as const).map((unit) => [
      unit,
      [
        ...new Set([
          draft.candidate[unit === 'name' ? 'firstName' : unit] ?? '',
          ...otherWords(draft, unit).map(({ value }) => value),
        ]),
      ]
        .map((word) => folded(word, unit))
        .toSorted(),
    ]),
  ),
  aliases: draft.reading.aliases.toSorted(),
  missing: draft.reading.missing,
});

/** A page of somebody, from a small vocabulary, so that pages agree as often as they differ. */
function page(draw: Draw, n: number): Reading {
  const text = () => (draw.chance(0.3) ? undefined : draw.word());
  const some = <T>(make: () => T): T[] => Array.from({ length: draw.upTo(3) }, make);
  const distinct = (words: string[]) => [...new Set(words)];
  const title = text();
  const company = text();
  const firstName = text();
  const evidence = Object.fromEntries(
    ['title', 'company', 'firstName', 'emails', 'skills'].flatMap((field) =>
      draw.chance(0.8) ? [[field, { from: 'text' as const, confidence: draw.upTo(10) / 10 }]] : [],
    ),
  );
  return readingOf(
    '',
    {
      firstName: firstName ?? null,
      lastName: null,
      title: title ?? null,
      company: company ?? null,
      emails: distinct(some(() => draw.word())).map((word) => ({ value: `${word}@p.example`, type: 'other' })),
      phones: distinct(some(() => String(draw.upTo(5)))).map((value) => ({ value, type: 'other' })),
      links: distinct(some(() => draw.word())).map((word) => ({ url: `https://${word}.example/`, kind: 'website' })),
      skills: distinct(some(() => draw.word())),
      positions: some(() => ({ title: draw.word() })),
    },
    { site: 'p', externalId: `p:${n}`, url: `https://p${n}.example/`, aliases: draw.chance(0.5) ? [`q:${n}`] : [], evidence },
  );
}
