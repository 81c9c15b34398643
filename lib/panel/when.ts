/** Moments as people say them. Epoch milliseconds or ISO date-times in; never a clock of its own. */
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import { language, t } from '#lib/text.ts';

const MINUTE = 60_000;
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** "5 minutes ago"; below a minute "just now". A moment in the future (a clock that is off) is "just now" too. */
export function ago(moment: number, now: number): string {
  const passed = now - moment;
  for (const [unit, length] of STEPS) {
    if (passed >= length) return new Intl.RelativeTimeFormat(language()).format(-Math.floor(passed / length), unit);
  }
  return t('panel_just_now');
}

/** Whether Greenhouse's lists may not show yet what was made then. */
export const mayBeUnlisted = (moment: number, now: number): boolean => now - moment <= LAG_MS;

/** "2:05 PM", for something within the day. */
export const clockTime = (moment: number): string =>
  new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' }).format(moment);

/** "14 March 2026" from an ISO date-time; `undefined` when it is none. */
export function day(iso: string | null | undefined): string | undefined {
  const moment = iso ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(moment) ? undefined : new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(moment);
}
