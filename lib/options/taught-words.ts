/** What is said of files that were taken in, or refused: what, why, and what next. */
import { counted, language, t, type TextKey } from '#lib/text.ts';
import type { Refusal } from '#lib/teach/files.ts';
import type { RuleSet } from '#lib/teach/rule-set.ts';
import { FIELD_TEXT } from '#lib/teach/words.ts';
import { readerEntries } from '#lib/sites/list.ts';

import type { Advice } from './advice.ts';
import type { Said } from './taught.ts';

const WHY: Readonly<Record<Refusal, TextKey>> = {
  'too-long': 'taught_why_too_long',
  'no-json': 'taught_why_no_json',
  'other-file': 'taught_why_other_file',
  newer: 'taught_why_newer',
  wrong: 'taught_why_wrong',
  'unknown-site': 'taught_why_unknown_site',
  'no-higher-version': 'taught_why_no_higher_version',
  'too-many': 'taught_why_too_many',
};

const NEXT: Readonly<Partial<Record<Refusal, TextKey>>> = {
  newer: 'taught_next_newer',
  'unknown-site': 'taught_next_newer',
  'no-higher-version': 'taught_next_no_higher_version',
  'too-many': 'taught_next_too_many',
};

export const refusalAdvice = ({ because, where = '' }: Extract<Said, { is: 'refused' }>): Advice => ({
  what: t('taught_refused'),
  why: t(WHY[because], where),
  next: t(NEXT[because] ?? 'taught_next_file'),
});

export const dayOf = (at: number | string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', ...(typeof at === 'string' ? { timeZone: 'UTC' } : {}) }).format(
    new Date(at),
  );

/** A site as people call it. */
export const placeName = (site: string): string =>
  readerEntries().find(({ id }) => id === site)?.label ?? site.replace(/^https?:\/\//, '');

export const fieldsOf = ({ rules }: RuleSet): string =>
  new Intl.ListFormat(language()).format([...new Set(rules.map(({ field }) => t(FIELD_TEXT[field])))]);

export const takenText = (said: Exclude<Said, { is: 'refused' }>): string =>
  said.is === 'taken' ? counted('taught_taken', said.count) : t('taught_set_taken', placeName(said.set.site), said.set.version);
