/** How long it takes until everybody is fetched, in words, for as many browsers as a credential may have. */
import { secondsToFill } from '#lib/identity/sync/how-long.ts';
import { language } from '#lib/text.ts';

const BROWSERS = [1, 20, 500] as const;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `27 minutes`, `9 hours`, `9 days`: a reckoning is told without its last digits. */
export function durationText(seconds: number): string {
  if (seconds < 2 * HOUR) return inWords(seconds / MINUTE, 'minute');
  return seconds < 2 * DAY ? inWords(seconds / HOUR, 'hour') : inWords(seconds / DAY, 'day');
}

const inWords = (number: number, unit: string): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(Math.max(1, Math.round(number)));

/** @param limit calls in a window, as Greenhouse told it last */
export const timesFor = (people: number, limit?: number): { browsers: number; time: string }[] =>
  BROWSERS.map((browsers) => ({ browsers, time: durationText(secondsToFill(people, browsers, limit)) }));
