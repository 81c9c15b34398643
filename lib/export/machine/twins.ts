/**
 * Two recruiters, or a browser that sends a request again by itself, can make two records of one person at the same moment, and nothing
 * in Greenhouse prevents it. So whoever made one looks for another afterwards, also when the export is over. Of twins the lowest id
 * stays: every browser says the same of them without asking the other. Nothing is merged or taken away by itself.
 */
import type { WireError } from '#lib/errors.ts';

import { going, isClockBack, type Row } from '../row.ts';
import { isOver } from '../schema.ts';
import { passes } from './failed.ts';
import { following } from './following.ts';
import { nextTry } from './patience.ts';
import { isHere, rest, type Event, type Moment, type Next } from './types.ts';

type Failed = Extract<Event, { is: 'failed' }>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** At once, and then as late as Greenhouse's lists may be: after 20 s, 2 min, 6 min and an hour. */
const GAPS_MS = [20 * SECOND, 100 * SECOND, 4 * MINUTE, 54 * MINUTE];

/** For somebody who was just made. */
export const watched = (row: Row, { now, can }: Moment): Row =>
  can.linksPeople ? { ...row, watch: { next: now, looks: 0 } } : row;

/** The look that is due; it comes before what follows the create, so that a later twin gets none of it. */
export function lookForTwins(row: Row, at: Moment): Next | undefined {
  if (!row.watch || !isHere(at) || !at.can.linksPeople) return undefined;
  return row.watch.next <= at.now || isClockBack(row, at.now) ? { row, act: { do: 'look', whom: 'twins' } } : undefined;
}

export function lookedForTwins(row: Row, { twins }: Extract<Event, { whom: 'twins' }>, at: Moment): Next {
  const mine = row.view.candidateId;
  const others = twins.filter((id) => id !== mine && !row.before.includes(id)).toSorted((a, b) => a - b);
  const [first] = others;
  const on = later(row, at);
  if (mine === undefined || first === undefined) return goOn(on, at);
  // The other browser steps back; here it is only told. But what was found by looking may be a colleague's, and the later one ours.
  if (mine < first && row.looks === 0) return goOn({ ...on, view: { ...on.view, twins: others } }, at);
  const { watch: _over, ...asked } = row;
  return askTwice({ ...asked, view: { ...asked.view, twins: others } });
}

/** @param error what the last answer ran into. */
export const askTwice = (row: Row, error?: WireError): Next =>
  rest(going(row, 'needs-you', { question: 'twice', candidateIds: row.view.twins, ...(error ? { error } : {}) }));

/** While Greenhouse is away it is looked again soon, and the look does not count; whoever may not look makes up for it by the next. */
export const failedToWatch = (row: Row, { error }: Failed, at: Moment): Next =>
  goOn(
    row.watch && passes(error) ? { ...row, watch: { ...row.watch, next: nextTry(row.view.startedAt, at.now) } } : later(row, at),
    at,
  );

function later({ watch, ...row }: Row, { now }: Moment): Row {
  const gap = watch && GAPS_MS[watch.looks];
  return watch && gap !== undefined ? { ...row, watch: { next: now + gap, looks: watch.looks + 1 } } : row;
}

const goOn = (row: Row, at: Moment): Next => (isOver(row.view.state) ? rest(row, row.watch?.next) : following(row, at));
