/**
 * Taking back what an export made, after it is over. Right before each deletion it is looked once more whether that is still as it was
 * made; deleting may be repeated, so whatever was lost on the way is sent again. First the application, then the person.
 */
import { UNKNOWN } from '../follow-ups.ts';
import { going, type Row } from '../row.ts';
import { undoPartSchema, type Back, type UndoPart } from '../schema.ts';
import { applicationOf, type Seen } from '../touched.ts';
import { undoableOf } from '../undoable.ts';
import { passes } from './failed.ts';

import { nextTry, waits } from './patience.ts';
import { steppedBack } from './stepping-back.ts';
import { isHere, rest, type Event, type Moment, type Next } from './types.ts';

type Of<I extends Event['is']> = Extract<Event, { is: I }>;

/** The recruiter saw what can be taken back, and said what shall be. */
export function takeBack(row: Row, { parts, seen }: Of<'take-back'>, at: Moment): Next {
  const { view } = row;
  const isMade = view.state === 'done' || view.state === 'taken-back';
  if (!isMade || view.candidateId === undefined || parts.length === 0 || seen !== row.writtenAt || !isHere(at))
    return rest(row, row.watch?.next);
  return begun(row, parts, at);
}

export function begun(row: Row, parts: readonly UndoPart[], at: Moment): Next {
  const { view } = row;
  // A person is not deleted over an application that is not looked at.
  const wanted = new Set(parts.includes('person') ? [...parts, 'application'] : parts);
  const { watch: _over, ...unwatched } = row;
  // Sent before, and nobody knows what became of it: if it is gone now, that was the answer.
  const lost = view.back?.find(({ error }) => error?.code === UNKNOWN.code)?.part;
  const back = undoPartSchema.options.flatMap((part): Back | [] => {
    const before = view.back?.find((one) => one.part === part && (one.state === 'done' || part === lost));
    return wanted.has(part) && before?.state !== 'done' ? { part, state: 'waiting' } : (before ?? []);
  });
  return look({ ...unwatched, view: { ...view, back }, back: { since: at.now, ...(lost ? { part: lost } : {}) } });
}

const look = (row: Row): Next => ({ row: going(row, 'taking-back'), act: { do: 'look', whom: 'back' } });

export function takingBack(row: Row, event: Event, at: Moment): Next {
  const same = rest(row, row.view.retryAt);
  switch (event.is) {
    case 'woken':
      return waits(row, at.now) || at.here !== 'ours' ? same : look(row);
    case 'said':
      if (event.answer.do === 'drop') return ended(letGo(row));
      return event.answer.do === 'retry' && at.here === 'ours' ? look(row) : same;
    case 'looked':
      return event.whom === 'back' && at.here === 'ours' ? next(row, event.seen, at) : same;
    case 'took-back':
      return on(tookBack(row, event.part), at);
    case 'failed':
      return failed(row, event, at);
    default:
      return same;
  }
}

const waiting = ({ view }: Row): UndoPart | undefined => view.back?.find(({ state }) => state === 'waiting')?.part;
function on(row: Row, at: Moment): Next {
  if (waiting(row) === undefined) return ended(row);
  return isHere(at) ? look(row) : rest(row);
}

/** The next deletion, written down before it leaves. */
function next(row: Row, seen: Seen, at: Moment): Next {
  const part = waiting(row);
  if (part === undefined) return ended(row);
  // Whom ours steps back for must be there; in doubt nothing is deleted.
  if (row.survivorId !== undefined && !seen.survivor) return ended(withRest(row, { why: 'not-listed' }));
  const { can, cannot } = undoableOf(row, seen, at);
  // What it never made is not its to take back, whoever asks.
  const why = can.includes(part) ? undefined : (cannot.find(({ what }) => what === part)?.why ?? 'not-ours');
  const isGone = why === 'gone' || why === 'not-listed';
  // It was sent, and is not there any more: that was the answer.
  if (isGone && row.back?.part === part) return on(tookBack(row, part), at);
  // An application that is not there keeps nobody from deleting the person.
  if (isGone && part === 'application')
    return on(
      withBack(row, (one) => (one.part === part ? { part, state: 'failed', why } : one)),
      at,
    );
  // What was sent may be done, whatever is seen of it by now.
  if (why) return on(refused(row, part, row.back?.part === part ? { error: UNKNOWN } : { why }), at);
  const id = part === 'application' ? applicationOf(row, seen)?.id : row.view.candidateId;
  if (id === undefined) return on(refused(row, part, { why: 'gone' }), at);
  return {
    row: {
      ...row,
      back: { since: row.back?.since ?? at.now, part, id, sentAt: at.theirs ?? at.now, again: row.back?.part === part },
    },
    act: { do: 'take-back', part, id },
  };
}

/** Of what is gone no number is left where somebody would take it for there; a person takes everything with them. */
function tookBack(row: Row, part: UndoPart): Row {
  const done = withBack(row, (one) => (one.part === part || part === 'person' ? { part: one.part, state: 'done' } : one));
  if (part === 'tags') return done;
  const { target: _where, ...nowhere } = done;
  const { candidateId, applicationId, pageUrl: _page, ...view } = done.view;
  if (part === 'person') return { ...nowhere, removed: { ...row.removed, candidateId }, view };
  const removed = { ...row.removed, applicationId: row.back?.id ?? applicationId };
  return { ...nowhere, removed, view: { ...view, candidateId } };
}

/** Whoever could not be parted from the job is not deleted with it. */
const refused = (row: Row, part: UndoPart, why: Pick<Back, 'why' | 'error'>): Row =>
  withBack(row, (one) =>
    one.part === part || (part === 'application' && one.part === 'person' && one.state === 'waiting')
      ? { part: one.part, state: 'failed', ...why }
      : one,
  );

const withBack = (row: Row, change: (one: Back) => Back): Row => ({
  ...row,
  view: { ...row.view, back: (row.view.back ?? []).map(change) },
});

/** Nobody asks any more what became of what was sent. */
const letGo = ({ view, ...row }: Row): Row => ({
  ...row,
  view: {
    ...view,
    back: (view.back ?? []).flatMap((one): Back | [] =>
      one.state !== 'waiting' ? one : one.part === row.back?.part ? { ...one, state: 'failed', error: UNKNOWN } : [],
    ),
  },
});

/** Of what was sent already nobody knows what became of it, whatever keeps the rest from being sent. */
const withRest = (row: Row, why: Pick<Back, 'why' | 'error'>): Row =>
  withBack(row, (one) =>
    one.state === 'waiting'
      ? { part: one.part, state: 'failed', ...(one.part === row.back?.part ? { error: UNKNOWN } : why) }
      : one,
  );

/** Nothing taken back is an export as it was. */
function ended({ back: _over, ...row }: Row): Next {
  if (row.survivorId !== undefined) return steppedBack(row);
  return rest(going(row, row.view.back?.some(({ state }) => state === 'done') ? 'taken-back' : 'done'));
}

function failed(row: Row, { of, error, sent }: Of<'failed'>, at: Moment): Next {
  // It goes on when they are connected, or unlocked, again.
  if (!isHere(at)) return rest(row);
  if (error.code === 'settings/passphrase') return rest(going(row, 'taking-back', { error }));
  if (passes(error) || sent === 'unknown') {
    const retryAt = error.detail?.until ?? nextTry(row.back?.since ?? at.now, at.now);
    const { part: _unsent, ...back }: NonNullable<Row['back']> = row.back ?? { since: at.now };
    const left = of === 'take-back' && sent !== 'unknown' ? { ...row, back } : row;
    return rest(going(left, 'taking-back', { error, retryAt }), retryAt);
  }
  const part = waiting(row);
  // A refusal of what is sent once more says nothing about the first.
  return of === 'take-back' && part
    ? on(refused(row, part, { error: row.back?.again ? UNKNOWN : error }), at)
    : ended(withRest(row, { error }));
}
