/** How the fields for external ids stand, and what making them ran into, in an administrator's words. */
import type { AppError } from '#lib/errors.ts';
import { BUCKETS } from '#lib/greenhouse/bucket.ts';
import type { ExternalIdFields } from '#lib/greenhouse/external-ids.ts';
import { language, t } from '#lib/text.ts';

import { adviceFor, type Advice } from './advice.ts';
import { standOf } from './external-ids.ts';
import { problemOf } from './problem.ts';

const number = (count: number): string => new Intl.NumberFormat(language()).format(count);
const list = (names: string[]): string => new Intl.ListFormat(language()).format(names.map((name) => t('ids_quoted', name)));

export function standText(found: ExternalIdFields): string {
  const named = (...states: string[]): string =>
    list([found.id, found.bucket].filter(({ state }) => states.includes(state)).map(({ name }) => name));
  switch (standOf(found)) {
    case 'whole':
      return t('ids_whole', named('there'));
    case 'partly':
      return t('ids_partly', found.bucket.name, number(found.buckets), number(BUCKETS));
    case 'missing':
      return t('ids_missing', named('missing'));
    case 'in-the-way':
      return t('ids_in_the_way', named('other-kind', 'off'));
    default:
      return t('ids_unknown', found.refused ?? '');
  }
}

export function makingAdvice(error: AppError): Advice {
  if (error.code === 'greenhouse/forbidden')
    return { what: t('ids_forbidden'), why: t('ids_forbidden_why', error.detail.scope ?? ''), next: t('ids_forbidden_next') };
  if (error.code === 'greenhouse/invalid')
    return { what: t('ids_refused'), why: (error.detail.fields ?? []).join(' · '), next: t('ids_refused_next') };
  if (error.code === 'greenhouse/unknown-outcome') return { what: t('ids_unsure'), why: '', next: t('ids_unsure_next') };
  return adviceFor(problemOf(error));
}
