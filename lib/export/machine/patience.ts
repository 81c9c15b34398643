/**
 * When a create whose answer never came is looked for: often at first, and for ten minutes before somebody is asked, because
 * Greenhouse may commit late and list later. Then seldom, for a day: what turns up after all is told without anybody asking.
 */
import { isClockBack, type Row, type Send } from '../row.ts';
import type { Moment } from './types.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Between one look and the next, after the sending. The first nine make ten minutes. */
const GAPS_MS = [
  ...[5, 10, 15, 30, 60, 60, 120, 120, 180].map((seconds) => seconds * SECOND),
  ...[5, 15, 30, 120, 540, 720].map((minutes) => minutes * MINUTE),
];
/** How long it is looked for before the recruiter is asked. */
export const PATIENCE_MS = 10 * MINUTE;
const LOOKS_IN_PATIENCE = 9;

/** When it is looked for next after so many looks; never again after a day of them. */
export const nextLook = (looks: number, now: number): number | undefined => {
  const gap = GAPS_MS[looks];
  return gap === undefined ? undefined : now + gap;
};

/**
 * Whether it has been looked for long enough to ask. By Greenhouse's clock where it told; a device's may be put forward or back, so by
 * that alone one look is not enough, and looks count where it was put back.
 */
export function isPatienceOver(sent: Pick<Send, 'at' | 'theirs'> | undefined, looks: number, { now, theirs }: Moment): boolean {
  if (looks >= LOOKS_IN_PATIENCE || !sent) return true;
  if (sent.theirs !== undefined && theirs !== undefined) return theirs - sent.theirs >= PATIENCE_MS;
  return looks > 1 && now - sent.at >= PATIENCE_MS;
}

/** Whether a row still waits for its next try. */
export const waits = (row: Row, now: number): boolean => (row.view.retryAt ?? 0) > now && !isClockBack(row, now);

const SHORTEST_WAIT_MS = 15 * SECOND;
const LONGEST_WAIT_MS = 10 * MINUTE;

/** After a failure that passes: the longer it has been going on, the longer the wait. */
export const nextTry = (since: number, now: number): number =>
  now + Math.min(Math.max((now - since) / 2, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
