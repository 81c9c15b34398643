/** The one thing that the page interrupts with: what stopped the connection, or else the rights that it lacks. */
import type { Right } from '#lib/greenhouse/schema.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { counted, language, t } from '#lib/text.ts';

import { adviceFor, type Advice } from './advice.ts';
import { isExplained } from './explained.ts';
import type { Problem } from './problem.ts';
import { isPartners } from './purposes.ts';
import { rightRows } from './rights.ts';

export interface Notice {
  advice: Advice;
  /** `warn`: exporting works, though not all of it. */
  tone: 'bad' | 'warn';
}

export function noticeOf(problem: Problem | undefined, kept: Connection | null | undefined): Notice | undefined {
  const rows = rightRows(kept?.rights ?? []);
  const missing = rows.filter(({ state }) => state === 'missing');
  // A problem may also be of a credential on trial, which nothing that is known of this one explains.
  const explained = kept?.error !== undefined && kept.error.code === problem?.code && isExplained(kept);
  if (problem && !explained) return { advice: adviceFor(problem), tone: 'bad' };
  // First of all, since with it no list is shown whatever is ticked.
  if (kept?.health?.readerIsAdmin === false) {
    const advice = { what: t('doctor_reader'), why: t('doctor_reader_why'), next: t('doctor_do_admin') };
    return { advice, tone: 'bad' };
  }
  if (missing.length === 0) return undefined;
  const stops = missing.some(({ essential }) => essential);
  // All of them at once: mending one by one takes many visits.
  const advice = {
    what: counted('options_missing', missing.length, rows.length),
    why: t(stops ? 'options_missing_why_main' : 'options_missing_why_some'),
    next: missing.some(({ scope }) => isPartners(scope)) ? t('options_mend_user') : t('options_mend_scopes', toTick(missing)),
  };
  return { advice, tone: stops ? 'bad' : 'warn' };
}

/** More than this many are easier to tick from the table. */
const NAMED_AT_MOST = 4;

const toTick = (missing: readonly Right[]): string =>
  missing.length > NAMED_AT_MOST
    ? t('options_mend_what')
    : new Intl.ListFormat(language()).format(missing.map(({ scope }) => scope));
