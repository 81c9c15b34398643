/**
 * What follows a create, one written step each. What may be repeated is sent until it arrives. What would stand there twice is looked for
 * when its answer was lost, and never sent again by itself. What fails in passing is waited for, behind the others; a refusal stops
 * nothing else.
 */
import type { WireError } from '#lib/errors.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { withCareer } from '../career.ts';
import { hurried, isSame, linked, UNREACHABLE, whichOf, withEach, withFollowUp } from '../follow-ups.ts';
import { going, isClockBack, type Row } from '../row.ts';
import type { FollowUp } from '../schema.ts';
import { isLeftOut, mayRepeat } from '../steps.ts';
import { passes, stop, tryAgain } from './failed.ts';
import { isPatienceOver, nextLook, nextTry, waits } from './patience.ts';
import { GO_ON, isHere, rest, type Event, type Moment, type Next } from './types.ts';

const UNKNOWN: WireError = { code: 'greenhouse/unknown-outcome' };

/** Goes on, or begins again after a death. */
export function following(row: Row, at: Moment): Next {
  if (waits(row, at.now)) return rest(row, row.view.retryAt);
  const known = withEach(isClockBack(row, at.now) ? hurried(row) : row, afterDeath);
  const next = known.view.followUps.find((one) => isOpen(one) && (one.retryAt ?? 0) <= at.now);
  if (!next) return resting(known);
  const which = whichOf(next);
  if (next.state === 'lost') return { row: known, act: { do: 'look-for', which } };
  const sent = { at: at.now, ...(at.theirs === undefined ? {} : { theirs: at.theirs }) };
  return { row: withFollowUp(going(known, 'attaching'), { ...which, state: 'sending', sent }), act: { do: 'follow', which } };
}

/** Something is still done for it. */
const isOpen = ({ state }: FollowUp): boolean => state === 'waiting' || state === 'lost';

/** Found as `sending` by a run that did not send it. */
const afterDeath = (one: FollowUp): FollowUp =>
  one.state === 'sending' ? { ...one, state: mayRepeat(one.step) ? 'waiting' : 'lost' } : one;

/** Nothing is to be done at this moment: until the next try, or for good. */
function resting(row: Row): Next {
  const open = row.view.followUps.filter(isOpen);
  if (open.length === 0) return rest(going(row, 'done'));
  const retryAt = Math.min(...open.map((one) => one.retryAt ?? 0));
  const error = open.find((one) => one.error)?.error;
  return rest(going(row, 'attaching', { retryAt, ...(error ? { error } : {}) }), retryAt);
}

export function followed(row: Row, { which, linked: link, tagged, planned }: Extract<Event, { is: 'followed' }>): Next {
  if (planned) return { row: withCareer(row, planned), act: GO_ON };
  const done = link ? linked(row, link) : withFollowUp(row, { ...which, state: 'done' });
  if (!tagged?.length) return { row: done, act: GO_ON };
  const added = done.view.added ? { added: [...done.view.added, 'tag' as const] } : {};
  return { row: { ...done, tags: tagged, view: { ...done.view, ...added } }, act: GO_ON };
}

type Failed = Extract<Event, { is: 'failed' }>;

export function failedToFollow(row: Row, event: Failed, at: Moment): Next {
  const one = row.view.followUps.find(({ state }) => state === 'sending');
  if (!one) return rest(row);
  const { error, sent } = event;
  const again: FollowUp = { ...whichOf(one), state: 'waiting' };
  // Whoever goes on with it finds it as it is.
  if (!isHere(at)) return rest(sent === 'unknown' ? row : withFollowUp(row, again));
  if (sent === 'unknown' && !mayRepeat(one.step))
    return on(row, { ...one, state: 'lost', error: UNKNOWN, retryAt: nextLook(0, at.now) });
  if (error.code === 'settings/passphrase') return stop(withFollowUp(row, again), error, at);
  if (error.code === 'greenhouse/limited') return tryAgain(withFollowUp(row, again), 'attaching', error, at);
  if (sent === 'unknown' || passes(error) || isTooEarly(row, event, at))
    return on(row, { ...again, error: UNREACHABLE, retryAt: nextTry(row.view.startedAt, at.now) });
  return {
    row: isLeftOut(one.step, error.code) ? leftOut(row, one, error) : withFollowUp(row, { ...one, state: 'failed', error }),
    act: GO_ON,
  };
}

/** With all of its kind that would be refused likewise. */
const leftOut = (row: Row, { step }: FollowUp, error: WireError): Row =>
  withEach(row, (one) =>
    one.step === step && (one.state === 'sending' || one.state === 'waiting')
      ? { ...whichOf(one), state: 'skipped', error }
      : one,
  );

/** Whom we made a moment ago no list need show yet. */
const isTooEarly = ({ sends }: Row, { error }: Failed, { now }: Moment): boolean =>
  error.code === 'greenhouse/not-found' && sends.some(({ closed, at }) => closed === 'found' && now - at < LAG_MS);

export function lookedFor(row: Row, { which, there }: Extract<Event, { is: 'looked-for' }>, at: Moment): Next {
  const one = lostOf(row, which);
  if (!one) return rest(row);
  if (there) return on(row, { ...whichOf(one), state: 'done' });
  const looks = (one.looks ?? 0) + 1;
  const isOver = there === undefined || isPatienceOver(one.sent, looks, at);
  return on(row, isOver ? untold(one) : { ...one, looks, retryAt: nextLook(looks, at.now) });
}

export function failedToLookFor(row: Row, { which, error }: Failed, at: Moment): Next {
  const one = lostOf(row, which);
  if (!one || !isHere(at)) return rest(row);
  if (error.code === 'settings/passphrase') return stop(row, error, at);
  return on(row, passes(error) ? { ...one, retryAt: error.detail?.until ?? nextTry(row.view.startedAt, at.now) } : untold(one));
}

const lostOf = ({ view }: Row, which: Failed['which']): FollowUp | undefined =>
  view.followUps.find((one) => one.state === 'lost' && which && isSame(one, which));

const untold = (one: FollowUp): FollowUp => ({ ...whichOf(one), state: 'unknown', error: UNKNOWN });

const on = (row: Row, changed: FollowUp): Next => ({ row: withFollowUp(row, changed), act: GO_ON });
