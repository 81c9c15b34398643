/**
 * What follows a create, one written step each. A note stands there twice if it is sent twice; tags and the profile may be repeated. A
 * failure that passes is waited for; one that does not is told, and stops nothing else.
 */
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { afterDeath, begunAnew, heldUp, linked, nextFollowUp, UNREACHABLE, withFollowUp } from '../follow-ups.ts';
import { going, type Row } from '../row.ts';
import { passes, stop, tryAgain } from './failed.ts';
import { waits } from './patience.ts';
import { GO_ON, isHere, rest, type Event, type Moment, type Next } from './types.ts';

/** Goes on, or begins again after a death: what was `sending` then may have arrived. */
export function following(row: Row, at: Moment): Next {
  if (waits(row, at.now)) return rest(row, row.view.retryAt);
  const known = afterDeath(row);
  const next = nextFollowUp(known);
  const why = heldUp(known);
  if (!next && why) return tryAgain(begunAnew(known), 'attaching', why, at);
  if (!next) return rest(going(known, 'done'));
  return {
    row: withFollowUp(going(known, 'attaching'), { step: next.step, state: 'sending' }),
    act: { do: 'follow', step: next.step },
  };
}

export function followed(row: Row, event: Extract<Event, { is: 'followed' }>): Next {
  const { step } = event;
  const done = event.linked ? linked(row, event.linked) : withFollowUp(row, { step, state: 'done' });
  const added = event.tagged && done.view.added ? { added: [...done.view.added, 'tag' as const] } : {};
  return { row: { ...done, view: { ...done.view, ...added } }, act: GO_ON };
}

export function failedToFollow(row: Row, event: Extract<Event, { is: 'failed' }>, at: Moment): Next {
  const sending = row.view.followUps.find(({ state }) => state === 'sending');
  if (!sending) return rest(row);
  const { error } = event;
  const { step } = sending;
  const again = withFollowUp(row, { step, state: 'waiting' });
  if (!isHere(at)) return rest(event.sent === 'unknown' ? row : again);
  if (error.code === 'settings/passphrase') return stop(again, error, at);
  if (error.code === 'greenhouse/limited') return tryAgain(again, 'attaching', error, at);
  const isUnknown = event.sent === 'unknown';
  const mayRepeat = isUnknown ? step !== 'note' : passes(error) || isTooEarly(row, event, at);
  // Behind the others, which need not wait for it.
  if (mayRepeat) return { row: withFollowUp(row, { step, state: 'waiting', error: UNREACHABLE }), act: GO_ON };
  return { row: withFollowUp(row, { step, state: isUnknown ? 'unknown' : 'failed', error }), act: GO_ON };
}

/** Whom we made a moment ago no list need show yet. */
const isTooEarly = ({ sends }: Row, { error }: Extract<Event, { is: 'failed' }>, { now }: Moment): boolean =>
  error.code === 'greenhouse/not-found' && sends.some(({ closed, at }) => closed === 'found' && now - at < LAG_MS);
