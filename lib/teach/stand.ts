/** How a taught rule stands after one more page: it goes on, or it has stopped agreeing with the reader and is dropped. */
import type { Taught } from './taught.ts';
import type { Judged } from './use.ts';

/** Pages in a row: a rule is not dropped for one odd page, nor kept for long when the site or the reader has changed. */
export const AGAINST = 3;
export const MISSED = 5;

export function afterPage(one: Taught, judged: Judged, now: number): Taught {
  if (one.stopped || judged === 'idle') return one;
  if (judged === 'used' || judged === 'agrees') {
    return { ...one, used: one.used + (judged === 'used' ? 1 : 0), against: 0, missed: 0 };
  }
  const next = judged === 'against' ? { ...one, against: one.against + 1, missed: 0 } : { ...one, missed: one.missed + 1 };
  const because = next.against >= AGAINST ? 'disagrees' : next.missed >= MISSED ? 'misses' : undefined;
  return because ? { ...next, stopped: { at: now, because } } : next;
}
