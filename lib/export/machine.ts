/**
 * The outbox as a pure function: what comes next, given a row as it is written, something that happened, and the moment. It asks and
 * does nothing itself, so that a test can drive it through every order of deaths, faults and clocks.
 *
 * The frightening part is `creating`: Greenhouse has no idempotency key and refuses no duplicate. A create leaves only as the act of
 * the step that wrote `creating` together with a new sending; found in that state later it is looked for, and never sent.
 */
import { dropped, said } from './machine/answers.ts';
import { arrived } from './machine/arrived.ts';
import { decided, held, lookBefore } from './machine/before.ts';
import { failedBefore, failedToFind, failedToMake, lookedAtJob } from './machine/failed.ts';
import { failedToFollow, failedToLookFor, followed, following, lookedFor, withLinked } from './machine/following.ts';
import { lookedForLost, lookForLost } from './machine/lost.ts';
import { waits } from './machine/patience.ts';
import { takeBack, takingBack } from './machine/take-back.ts';
import { merging } from './machine/merging.ts';
import { failedToWatch, lookedForTwins, lookForTwins } from './machine/twins.ts';
import { GO_ON, isHere, rest, type Event, type Moment, type Next } from './machine/types.ts';
import { withThoseOfTheKnown } from './follow-ups.ts';
import { going, isOpen, stateToGoOn, type Row } from './row.ts';
import { isOver } from './schema.ts';

export type { Act, Event, Moment, Next } from './machine/types.ts';

/** Never throws; what does not belong to a row's state leaves it as it is. */
export function step(row: Row, event: Event, at: Moment): Next {
  const { state } = row.view;
  if (isOver(state)) return event.is === 'take-back' ? takeBack(row, event, at) : afterwards(row, event, at);
  const next =
    state === 'taking-back'
      ? takingBack(row, event, at)
      : state === 'merging' || isOfTwo(row, event)
        ? merging(row, event, at)
        : happened(row, event, at);
  if (!isOver(next.row.view.state)) return next;
  // What is over keeps nothing of the person.
  const { request: _gone, entries: _too, ...bare } = next.row;
  return rest({ ...bare, overAt: bare.overAt ?? at.theirs ?? at.now }, bare.watch?.next);
}

/** What was looked for before both were to be kept. */
const isOfTwo = ({ view }: Row, event: Event): boolean => view.question === 'twice' && 'whom' in event && event.whom === 'pair';

function happened(row: Row, event: Event, at: Moment): Next {
  const { state } = row.view;
  switch (event.is) {
    case 'woken':
      return woken(row, at);
    case 'said':
      return said(row, event, at);
    case 'undo':
      // Nothing has been sent of a held export, so undoing it is exact. Later there is nothing to undo, and the row says so.
      return rest(state === 'held' ? dropped(row) : row, row.view.retryAt);
    case 'send-now':
      return state === 'held' && isHere(at) ? lookBefore(going(row, 'matching')) : rest(row, row.view.retryAt);
    case 'take-back':
    case 'took-back':
    case 'merged':
      return rest(row, row.view.retryAt);
    default:
      return row.request ? answered(row, row.request, event, at) : rest(row);
  }
}

/** Of what is over only its twins are looked for, and whether it is still told of is the recruiter's. */
function afterwards(row: Row, event: Event, at: Moment): Next {
  const same = rest(row, row.watch?.next);
  if (event.is === 'said' && event.answer.do === 'dismiss')
    return rest({ ...row, view: { ...row.view, dismissed: true } }, row.watch?.next);
  if (!row.watch) return same;
  if (event.is === 'woken') return lookForTwins(row, at) ?? same;
  if (event.is === 'looked' && event.whom === 'twins') return lookedForTwins(row, event, at);
  return event.is === 'failed' && event.whom === 'twins' ? failedToWatch(row, event, at) : same;
}

/** Whatever it was doing before, the row goes on from what is written; nothing is ever made by that. */
function woken(row: Row, at: Moment): Next {
  const { state, retryAt } = row.view;
  // It stays as it is written, and is gone on with when its account is connected again.
  if (!isHere(at) || !row.request) return rest(row);
  if (state === 'held') return held(row, at);
  if (state === 'needs-you') return needingSomebody(row, at);
  if (state === 'creating') return lookForLost(row, at);
  if (state === 'created' || state === 'attaching') return lookForTwins(row, at) ?? following(row, at);
  return waits(row, at.now) ? rest(row, retryAt) : lookBefore(row);
}

/** What only waits for the passphrase goes on by itself; what was lost is looked for on; whatever else needs somebody waits for them. */
function needingSomebody(row: Row, at: Moment): Next {
  const { error, question, retryAt } = row.view;
  if (question === 'follow-up') return lookForTwins(row, at) ?? following(row, at);
  if (error?.code === 'settings/passphrase')
    return at.here === 'locked' ? rest(row) : { row: going(row, stateToGoOn(row)), act: GO_ON };
  return retryAt !== undefined && isOpen(row) && at.can.findsPeople ? lookForLost(row, at) : rest(row);
}

/** What an act came to. */
function answered(
  row: Row,
  request: NonNullable<Row['request']>,
  event: Exclude<Event, { is: 'woken' | 'said' | 'undo' | 'send-now' | 'take-back' | 'took-back' | 'merged' }>,
  at: Moment,
): Next {
  const { state } = row.view;
  const isFollowing = state === 'attaching' || row.view.question === 'follow-up';
  const isLost = (state === 'creating' || state === 'needs-you') && isOpen(row);
  switch (event.is) {
    case 'looked':
      if (event.whom === 'twins') return row.watch ? lookedForTwins(row, event, at) : rest(row);
      if (event.whom === 'job') return state === 'matching' ? lookedAtJob(row, event.closed, at) : rest(row);
      if (event.whom === 'lost') return isLost ? lookedForLost(row, request, event, at) : rest(row);
      return event.whom === 'before' && state === 'matching' && isHere(at) ? decided(row, request, event, at) : rest(row);
    case 'made':
      return state === 'creating' ? arrived(row, event.created, request, at) : rest(row);
    case 'updated': {
      if (state !== 'matching') return rest(row);
      const tied = withLinked(withThoseOfTheKnown(row, request, at), event.linked, at);
      const view = { candidateId: event.candidateId, outcome: 'updated', added: event.linked.added } as const;
      return { row: going(tied, 'created', view), act: GO_ON };
    }
    case 'followed':
      return state === 'attaching' ? followed(row, event, at) : rest(row);
    case 'looked-for':
      return isFollowing ? lookedFor(row, event, at) : rest(row);
    default:
      if (event.whom === 'twins') return failedToWatch(row, event, at);
      if (event.whom === 'job') return state === 'matching' ? lookedAtJob(row, false, at) : rest(row);
      if (!isHere(at) && event.of !== 'make' && event.of !== 'follow') return rest(row);
      if (state === 'matching') return failedBefore(row, event, at);
      if (isFollowing) return (event.of === 'look-for' ? failedToLookFor : failedToFollow)(row, event, at);
      return isLost ? (event.of === 'make' ? failedToMake(row, event, at) : failedToFind(row, event, at)) : rest(row);
  }
}
