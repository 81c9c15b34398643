/** How long it takes until everybody is in the index: by reckoning, so that it can be said before anything is asked. */
import { shareOf } from '#lib/greenhouse/budget/known.ts';

/** People on a page (harvest-api reference, section 4.2). */
export const PAGE = 500;
/** Calls in 30 s: the only limit that was ever seen (section 5). */
const USUAL_LIMIT = 75;
const WINDOW_S = 30;

/**
 * Seconds until each of these browsers has fetched everybody, all of them beginning at once with one credential. They share the
 * part of the rate limit that is the background's: together they never have more, so that people who wait have the rest.
 */
export function secondsToFill(people: number, browsers = 1, limit = USUAL_LIMIT): number {
  const pages = Math.max(1, Math.ceil(people / PAGE)) * Math.max(1, browsers);
  return Math.ceil((pages * WINDOW_S) / shareOf(limit, 'background'));
}
