import { beforeEach, describe, expect, test } from 'vitest';

import { AppError, ERROR_CODES } from '#lib/errors.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { ACTION_TEXT, ACTIONS, adviceKey } from '#lib/panel/advice-table.ts';
import { choiceLine } from '#lib/panel/choice-line.ts';
import { shortcutOf, takesLetters } from '#lib/panel/keys.ts';
import { addressOf, knownLine } from '#lib/panel/known-line.ts';
import { linkNames, shortAddress, shownLink, wholeLink } from '#lib/panel/links.ts';
import { missingSentences } from '#lib/panel/missing.ts';
import { ago } from '#lib/panel/when.ts';

import { english, speakEnglish } from '../../components/english.ts';
import { choices, matchOf, NOW, readingOf } from './people.ts';

beforeEach(speakEnglish);

describe('advice', () => {
  test.each(ERROR_CODES)('%s has what, why and what next, and an action with a text', (code) => {
    for (const part of ['what', 'why', 'next'] as const) expect(english(adviceKey(code, part)), part).toMatch(/\w/);
    const action = ACTIONS[code];
    if (action !== 'none') expect(english(ACTION_TEXT[action])).toMatch(/\w/);
  });

  test('names the fields that Greenhouse refused and the scope that is missing', () => {
    const error = new AppError('greenhouse/invalid', { fields: ['email is invalid'], scope: 'harvest:candidates:create' });
    expect(adviceFor(error).details).toEqual(['email is invalid', 'Needed scope: harvest:candidates:create']);
  });

  test('says when it can be tried again, if Greenhouse said so', () => {
    expect(adviceFor(new AppError('greenhouse/limited', { until: NOW })).next).toMatch(/at \d{1,2}:00/);
  });

  test('says that the draft is kept beside a draft alone, and not where nothing can be written down', () => {
    for (const code of ERROR_CODES) expect(adviceFor(new AppError(code)).next, code).not.toContain('draft is kept');
    expect(adviceFor(new AppError('bug'), true).next).toBe('Try again. Your draft is kept.');
    expect(adviceFor(new AppError('storage/full'), true).next).not.toContain('draft');
  });
});

describe('keys', () => {
  const bare = { ctrlKey: false, metaKey: false, altKey: false, typing: false };

  test.each([
    ['/', 'job'],
    ['p', 'kind'],
    ['N', 'note'],
    ['t', 'tags'],
    ['z', 'undo'],
  ])('%s means %s', (key, shortcut) => {
    expect(shortcutOf({ ...bare, key })).toBe(shortcut);
  });

  test('a letter that is typed is a letter', () => {
    expect(shortcutOf({ ...bare, key: 'p', typing: true })).toBeUndefined();
    expect(shortcutOf({ ...bare, key: 'z', ctrlKey: true })).toBeUndefined();
  });

  test('Ctrl+Enter sends, also while typing; Enter alone does not', () => {
    expect(shortcutOf({ ...bare, key: 'Enter', ctrlKey: true, typing: true })).toBe('send');
    expect(shortcutOf({ ...bare, key: 'Enter', typing: true })).toBeUndefined();
  });

  test('a radio button takes no letters, a text box does', () => {
    expect(takesLetters({ tagName: 'INPUT', type: 'radio' })).toBe(false);
    expect(takesLetters({ tagName: 'input', type: 'text' })).toBe(true);
    expect(takesLetters({ tagName: 'TEXTAREA' })).toBe(true);
  });
});

describe('lines', () => {
  test('the fold says stage, source, credit, tags and note', () => {
    const choice = { kind: 'candidate', jobId: 1, sourceId: 77, referrerId: 5, tags: ['a', 'b'] } as const;
    expect(choiceLine({ ...choice, tags: [...choice.tags] }, 'x', choices, [{ id: 1, name: 'Application Review' }])).toBe(
      'Application Review · LinkedIn (Prospecting) · Credit to me · 2 tags · Note',
    );
  });

  test('nothing chosen is said, not hidden', () => {
    expect(choiceLine({ kind: 'prospect', tags: [] }, '', choices, undefined)).toBe('No pool · No source · No credit');
  });

  test('a known person’s line says where they stand, who recruits, and the last touch', () => {
    expect(knownLine(matchOf(550).person, NOW)).toEqual([
      'Platform Engineer: Phone Screen',
      'Recruiter Ana Duarte',
      'Last touched 2 months ago',
    ]);
  });

  test('whom Greenhouse does not list yet is not told as deleted', () => {
    const person = { ...matchOf(550).person, applications: [], unread: true };
    expect(knownLine({ ...person, fresh: true }, NOW)[0]).toMatch(/within the last hour/);
    expect(knownLine(person, NOW)[0]).toMatch(/merged or deleted/);
  });

  test('a rejection says when; a live application counts more than a later one that is over', () => {
    const { person } = matchOf(550);
    const [active] = person.applications;
    if (!active) throw new Error('no application');
    const rejected = {
      ...active,
      id: 32,
      jobName: 'Data Engineer',
      status: 'rejected',
      rejectedAt: '2026-03-14T12:00:00Z',
    } as const;
    const line = (applications: (typeof active)[]) => knownLine({ ...person, applications }, NOW);
    expect(line([rejected])[0]).toBe('Data Engineer: rejected on March 14, 2026');
    expect(line([rejected, active]).slice(0, 2)).toEqual(['Platform Engineer: Phone Screen', '1 other application']);
  });

  test('missing parts become sentences, each once', () => {
    const { candidate } = readingOf('mira-okafor-fixture');
    if (!candidate) throw new Error('nobody');
    expect(missingSentences(['positions 3 of 5', 'firstName', 'name', 'certificates'], candidate)).toEqual([
      '3 of 5 positions are on this page: open all of them, then read again.',
      'The page shows no name. Type it in.',
      'Not on this page: certificates.',
    ]);
  });

  test('a list of which some is there is not said to be missing', () => {
    const { candidate } = readingOf('mira-okafor-fixture', { skills: ['Kafka'] });
    if (!candidate) throw new Error('nobody');
    expect(missingSentences(['skills', 'experience'], candidate)).toEqual([
      'More skills may be on the page’s “Show all” list: open it, then read again.',
      'Experience is not on this page yet: scroll down to it, then read again.',
    ]);
  });

  test('moments are said as people say them', () => {
    expect(ago(NOW - 30_000, NOW)).toBe('just now');
    expect(ago(NOW - 5 * 60_000, NOW)).toBe('5 minutes ago');
    expect(ago(NOW + 60_000, NOW)).toBe('just now');
  });

  test('a person’s address in Greenhouse points at the application when there is one', () => {
    expect(addressOf(550, 77)).toBe('https://app.greenhouse.io/people/550?application_id=77');
    expect(addressOf(550)).toBe('https://app.greenhouse.io/people/550');
  });

  test('a link is shown without its scheme, and whole again when it was edited; another scheme stays in view', () => {
    expect(shownLink('https://github.com/x')).toBe('github.com/x');
    expect(wholeLink('github.com/x')).toBe('https://github.com/x');
    expect(wholeLink(shownLink('javascript:alert(1)'))).toBe('javascript:alert(1)');
  });

  test('a link is shown in the letters of its language, and has them escaped again when it was edited', () => {
    const url = 'https://www.linkedin.com/in/%D9%84%D9%8A%D9%84%D9%89-fixture/';
    expect(shownLink(url)).toBe('www.linkedin.com/in/ليلى-fixture/');
    expect(shortAddress(url)).toBe('linkedin.com/in/ليلى-fixture');
    expect(wholeLink(shownLink(url))).toBe(url);
  });

  test.each(['%E2%80%AEgro.example', 'a%2Fb', '50%25', '%FF%FE', 'half%D9'])('%s stays as it is written', (path) => {
    expect(shownLink(`https://x.example/${path}`)).toBe(`x.example/${path}`);
    expect(wholeLink(shownLink(`https://x.example/${path}`))).toBe(`https://x.example/${path}`);
  });

  test('links are named by their site, else by their host, each once', () => {
    expect(
      linkNames([
        { url: 'https://www.mira.example/work', kind: 'website' },
        { url: 'https://www.linkedin.com/in/mira-okafor-fixture', kind: 'linkedin' },
        { url: 'https://mira.example/talks', kind: 'website' },
      ]),
    ).toBe('LinkedIn, mira.example');
  });
});
