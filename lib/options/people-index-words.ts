/** How the index stands, in a recruiter's words. Pure: the settings show it, and the check-up tells it in short. */
import type { IndexScope, IndexStatus } from '#lib/identity/sync/status.ts';
import { counted, language, t } from '#lib/text.ts';

/** `09:14` of the same day, else with its date. */
export function momentOf(epochMs: number, now: number): string {
  const day = (ms: number): string => new Date(ms).toDateString();
  const date = day(epochMs) === day(now) ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(language(), { ...date, timeStyle: 'short' }).format(epochMs);
}

/** Whom it holds: `Everybody`, `People changed in the last 12 months`, `Nobody`. */
export function scopeText(scope: IndexScope): string {
  if (scope.kind === 'months') return counted('index_scope_months', scope.months);
  return t(scope.kind === 'off' ? 'index_scope_off' : 'index_scope_everybody');
}

/** One sentence for where it is in its life; how far it has come is `progressOf`. */
export function stateText({ state, upTo, scope, damaged }: IndexStatus, now: number): string {
  const since = upTo === undefined || damaged > 0 ? undefined : momentOf(upTo, now);
  const texts: Record<IndexStatus['state'], () => string> = {
    off: () => t('index_is_off'),
    asks: () => t('index_is_asking'),
    filling: () => t(since === undefined ? 'index_is_filling' : 'index_is_following'),
    fresh: () => t(scope.kind === 'months' ? 'index_is_fresh_months' : 'index_is_fresh', since ?? momentOf(now, now)),
    paused: () => (since === undefined ? t('index_is_paused') : t('index_is_paused_since', since)),
    failing: () => t('index_is_failing'),
  };
  return texts[state]();
}

export interface Progress {
  /** Of `max`; neither is there while nobody knows how many people there are. */
  value?: number;
  max?: number;
  text: string;
}

/** Never "100 %" before it is done: the number of all is an estimate. */
export function progressOf({ people, of, upTo, damaged }: IndexStatus): Progress {
  if ((upTo !== undefined && damaged === 0) || of === undefined || of === 0) return { text: counted('index_people', people) };
  const share = Math.min(0.99, people / of);
  const percent = new Intl.NumberFormat(language(), { style: 'percent', roundingMode: 'floor' });
  return { value: share, max: 1, text: t('index_progress', percent.format(share), people, Math.max(of, people)) };
}
