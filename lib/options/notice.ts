/** The one thing that the page interrupts with: what stopped the connection, or else the rights that it lacks. */
import type { Right } from '#lib/greenhouse/schema.ts';
import { counted, language, t } from '#lib/text.ts';

import { adviceFor, type Advice } from './advice.ts';
import type { Problem } from './problem.ts';
import { isPartners } from './purposes.ts';
import { rightRows } from './rights.ts';

export interface Notice {
  advice: Advice;
  /** `warn`: exporting works, though not all of it. */
  tone: 'bad' | 'warn';
}

export function noticeOf(problem: Problem | undefined, rights: readonly Right[]): Notice | undefined {
  const rows = rightRows(rights);
  const missing = rows.filter(({ state }) => state === 'missing');
  // A refusal because of a right is best told by the list of all that is missing: mending one by one takes many visits.
  if (problem && (problem.code !== 'greenhouse/forbidden' || missing.length === 0))
    return { advice: adviceFor(problem), tone: 'bad' };
  if (missing.length === 0) return undefined;
  const stops = missing.some(({ essential }) => essential);
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
