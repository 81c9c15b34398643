/** What the panel says when a site has changed. */
import type { Watched } from '#lib/drift/counts.ts';
import type { Fall } from '#lib/drift/falls.ts';
import { language, t, type TextKey } from '#lib/text.ts';

export interface DriftNotice extends Fall {
  reader: string;
  /** What people call the site. */
  label: string;
  /** Local date, ISO. */
  today: string;
}

export interface DriftReport {
  html: string;
  replaced: { texts: number; attributes: number; leftOut: number };
}

export interface DriftPorts {
  /** What to say beside the page of a tab; `undefined` when nothing is beyond chance, or it was put away. */
  notice(tabId: number): Promise<DriftNotice | undefined>;
  /** Puts the notice away until there is more to say. */
  dismiss(notice: DriftNotice): Promise<void>;
  /** The page of the tab without anybody on it. Rejects with an `AppError` of the `page/` family. */
  report(tabId: number, names: readonly string[], notice: DriftNotice): Promise<DriftReport>;
  watch(changed: () => void): () => void;
}

const CALLED: Record<Exclude<Watched, 'profile'>, TextKey> = {
  name: 'drift_names',
  headline: 'drift_headlines',
  title: 'drift_titles',
  company: 'drift_companies',
  location: 'drift_locations',
  positions: 'drift_positions',
  education: 'drift_education',
  photo: 'drift_photos',
};

const list = (fields: readonly Watched[]): string =>
  new Intl.ListFormat(language()).format(fields.flatMap((field) => (field === 'profile' ? [] : t(CALLED[field]))));

const DAY = 24 * 60 * 60 * 1000;

/** "Tuesday" within the last days, "14 March" before. */
function sinceWhen({ since, today }: DriftNotice): string {
  const moment = Date.parse(`${since}T00:00:00Z`);
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - moment) / DAY);
  if (days <= 0) return t('drift_today');
  const how: Intl.DateTimeFormatOptions = days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(language(), { ...how, timeZone: 'UTC' }).format(moment);
}

/** "LinkedIn changed: titles are missing since Tuesday." and "Names and companies still work." */
export function sentencesOf(notice: DriftNotice): string[] {
  const { missing, works, label } = notice;
  if (missing.includes('profile')) return [t('drift_unread', label, sinceWhen(notice))];
  const said = t('drift_missing', label, list(missing), sinceWhen(notice));
  const rest = works.length > 0 ? t('drift_works', list(works)) : '';
  return rest ? [said, rest[0]!.toLocaleUpperCase(language()) + rest.slice(1)] : [said];
}
