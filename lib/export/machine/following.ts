/**
 * What follows a create, one written step each. What may be repeated is sent until it arrives. What would stand there twice is looked for
 * when its answer was lost, and never sent again by itself. What fails in passing is waited for, behind the others; a refusal stops
 * nothing else.
 */
import type { WireError } from '#lib/errors.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { Linked } from '#lib/greenhouse/port.ts';

import { withCareer } from '../career.ts';
import { hurried, isSame, UNKNOWN, UNREACHABLE, whichOf, withEach, withFollowUp } from '../follow-ups.ts';
import { dueAfterwards, going, isClockBack, type Row } from '../row.ts';
import type { FollowUp } from '../schema.ts';
import { isLeftOut, mayRepeat } from '../steps.ts';
import { passes, stop, tryAgain } from './failed.ts';
import { askedUntil, isAsked, refused } from './left-behind.ts';
import { isPatienceOver, nextLook, nextTry, waits } from './patience.ts';
import { GO_ON, isHere, rest, type Event, type Moment, type Next } from './types.ts';

/** Goes on, or begins again after a death. */
export function following(row: Row, at: Moment): Next {
  if (waits(row, at.now)) return rest(row, dueAfterwards(row));
  const known = withEach(isClockBack(row, at.now) ? hurried(row) : row, afterDeath);
  const next = known.view.followUps.find((one) => (isOpen(one) || isSought(one) ? (one.retryAt ?? 0) <= at.now : false));
  if (!next) return resting(known, at);
  const which = whichOf(next);
  if (next.step === 'note' && at.can.notes === 'withPerson') return on(known, { ...which, ...NEVER });
  if (next.state !== 'waiting')
    return { row: next.state === 'lost' ? going(known, 'attaching') : known, act: { do: 'look-for', which } };
  const sent = { at: at.now, ...(at.theirs === undefined ? {} : { theirs: at.theirs }) };
  return { row: withFollowUp(going(known, 'attaching'), { ...which, state: 'sending', sent }), act: { do: 'follow', which } };
}

/** A note goes with a new person there, or not at all: told, since it cannot be sent, and never asked of Greenhouse. */
const NEVER = { state: 'failed', error: { code: 'greenhouse/not-offered' } } as const;

/** Something is still done for it. */
const isOpen = ({ state }: FollowUp): boolean => state === 'waiting' || state === 'lost';

/** What turns up after all is told without anybody asking. */
const isSought = ({ state, retryAt }: FollowUp): boolean => state === 'unknown' && retryAt !== undefined;

/** Found as `sending` by a run that did not send it. */
const afterDeath = (one: FollowUp): FollowUp =>
  one.state === 'sending' ? { ...one, state: mayRepeat(one.step) ? 'waiting' : 'lost' } : one;

/** Nothing is to be done at this moment: until the next try, until somebody answers, or for good. */
function resting(row: Row, { now }: Moment): Next {
  const { followUps } = row.view;
  const open = followUps.filter(isOpen);
  const asked = followUps.filter((one) => isAsked(one, now));
  if (open.length + asked.length === 0) return rest(going(row, 'done'));
  const retryAt = Math.min(...(open.length > 0 ? open : asked).map((one) => one.retryAt ?? askedUntil(one)));
  const error = open.find(({ state, error: why }) => state === 'waiting' && why)?.error;
  const rests =
    open.length > 0
      ? going(row, 'attaching', { retryAt, ...(error ? { error } : {}) })
      : going(row, 'needs-you', { retryAt, question: 'follow-up' });
  return rest(rests, dueAfterwards(rests));
}

export function followed(row: Row, event: Extract<Event, { is: 'followed' }>, at: Moment): Next {
  const { which, linked, tagged, planned } = event;
  if (planned) return { row: withCareer(row, planned), act: GO_ON };
  if (linked) return { row: withLinked(row, linked, at), act: GO_ON };
  const done = withFollowUp(row, { ...which, state: 'done' });
  if (!tagged?.length) return { row: done, act: GO_ON };
  const added = done.view.added ? { added: [...done.view.added, 'tag' as const] } : {};
  return { row: { ...done, tags: tagged, view: { ...done.view, ...added } }, act: GO_ON };
}

/** Once the profile is tied to them, or as much of it as could be; of an id for which there is no room somebody has to hear. */
export const withLinked = (row: Row, { leftOut, unlinked }: Linked, { now }: Moment): Row =>
  withFollowUp(row, {
    step: 'identity',
    ...(unlinked ? { state: 'waiting', error: UNREACHABLE, retryAt: nextTry(row.view.startedAt, now) } : { state: 'done' }),
    ...(leftOut.length > 0 ? { full: true } : {}),
  });

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
    row: isLeftOut(one.step, error.code) ? leftOut(row, one, error) : withFollowUp(row, refused(one, error)),
    act: GO_ON,
  };
}

/** With all of its kind that would be refused likewise. */
const leftOut = (row: Row, { step }: FollowUp, error: WireError): Row =>
  withEach(row, (one) =>
    one.step === step && (one.state === 'sending' || one.state === 'waiting')
      ? { ...whichOf(one), state: 'skipped', error: one.lostBefore ? UNKNOWN : error }
      : one,
  );

/** Whom we made a moment ago no list need show yet. */
const isTooEarly = ({ sends }: Row, { error }: Failed, { now }: Moment): boolean =>
  error.code === 'greenhouse/not-found' && sends.some(({ closed, at }) => closed === 'found' && now - at < LAG_MS);

export function lookedFor(row: Row, { which, there }: Extract<Event, { is: 'looked-for' }>, at: Moment): Next {
  const one = lostOf(row, which);
  if (!one) return rest(row);
  if (there) return on(row, { ...whichOf(one), state: 'done' });
  if (one.again) return on(row, onceMore(one));
  if (there === undefined) return on(row, untold(one));
  const looks = (one.looks ?? 0) + 1;
  const sought = { ...one, looks, retryAt: nextLook(looks, at.now) };
  return on(row, isPatienceOver(one.sent, looks, at) ? { ...sought, state: 'unknown' } : sought);
}

export function failedToLookFor(row: Row, { which, error }: Failed, at: Moment): Next {
  const one = lostOf(row, which);
  if (!one || !isHere(at)) return rest(row);
  if (error.code === 'settings/passphrase') return stop(row, error, at);
  if (passes(error)) return on(row, { ...one, retryAt: error.detail?.until ?? nextTry(row.view.startedAt, at.now) });
  return on(row, one.again ? onceMore(one) : untold(one));
}

/** By the recruiter's word. */
const onceMore = (one: FollowUp): FollowUp => ({ ...whichOf(one), state: 'waiting', lostBefore: true });

const lostOf = ({ view }: Row, which: Failed['which']): FollowUp | undefined =>
  view.followUps.find((one) => (one.state === 'lost' || one.state === 'unknown') && which && isSame(one, which));

/** Where nobody may look there is nothing to wait for. */
const untold = ({ retryAt: _none, ...one }: FollowUp): FollowUp => ({ ...one, state: 'unknown', error: UNKNOWN });

const on = (row: Row, changed: FollowUp): Next => ({ row: withFollowUp(row, changed), act: GO_ON });
