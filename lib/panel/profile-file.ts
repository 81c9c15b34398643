/**
 * The profile as a text file: what the panel shows of it at the moment of the press, and where each part came from. For people, and for
 * the day when the page says something else.
 */
import type { Candidate } from '#lib/candidate/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

import type { Draft } from './draft.ts';
import { readyCandidate } from './ready.ts';
import { pageName } from './site-name.ts';
import { sourceOf } from './source-of.ts';
import { span } from './span.ts';
import { day } from './when.ts';

type Text = string | null | undefined;

const FIELDS = [
  ['headline', 'panel_headline'],
  ['title', 'panel_job_title'],
  ['company', 'panel_company'],
  ['location', 'panel_location'],
] as const satisfies [keyof Candidate, TextKey][];

/** @param now epoch milliseconds. @returns the file's name without its ending, and what is in it. */
export function profileFile(draft: Draft, now: number): { title: string; text: string } {
  const candidate = readyCandidate(draft.candidate);
  const { positions, education, emails, phones, links } = candidate;
  const { reading, pages = [reading] } = draft;
  const addresses = pages.flatMap(({ url }) => url ?? []);
  const from = (field: keyof Candidate, value?: string): string => {
    const source = sourceOf(draft, field, value);
    return source ? ` (${source.uncertain ? t('panel_uncertain', source.text) : source.text})` : '';
  };
  const listed = (heading: string, field: keyof Candidate, entries: readonly string[]): string[] =>
    entries.length > 0 ? ['', heading + from(field), ...entries.map((entry) => `- ${entry}`)] : [];
  const title = t('file_title', pageName(reading.url ?? reading.site), day(new Date(now).toISOString()) ?? '');
  const lines = [
    title,
    ...addresses,
    t('file_about'),
    '',
    [candidate.firstName, candidate.lastName].filter(Boolean).join(' ') + from('firstName'),
    ...FIELDS.flatMap(([field, label]) => (candidate[field] ? `${t(label)}: ${candidate[field]}${from(field)}` : [])),
    ...listed(
      t('panel_emails'),
      'emails',
      emails.map(({ value }) => value + from('emails', value)),
    ),
    ...listed(
      t('panel_phones'),
      'phones',
      phones.map(({ value }) => value + from('phones', value)),
    ),
    ...listed(
      t('file_positions'),
      'positions',
      positions.map(({ title: job, company, start, end, current, location, description }) =>
        entryOf([job, company], span(start, end, current), location, description),
      ),
    ),
    ...listed(
      t('file_education'),
      'education',
      education.map(({ school, degree, field, start, end }) => entryOf([school, degree, field], span(start, end))),
    ),
    ...listed(t('file_skills'), 'skills', candidate.skills),
    ...listed(t('file_languages'), 'languages', candidate.languages),
    ...listed(
      t('panel_links'),
      'links',
      links.map(({ url }) => url + from('links', url)),
    ),
  ];
  // A slash in a file's name would be a folder.
  return { title: title.replace(/[/\\]/g, '-'), text: `${lines.join('\n')}\n` };
}

/** What, when and where in one line; what was said of it below, set in. */
const entryOf = (what: readonly Text[], when: string, ...more: readonly Text[]): string =>
  [
    [what.filter(Boolean).join(', '), when].filter(Boolean).join(', '),
    ...more.flatMap((text) => text?.trim().split('\n') ?? []),
  ].join('\n  ');
