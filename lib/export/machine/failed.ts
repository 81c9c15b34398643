/** What an error does to a row: wait and go on by itself, look for what may have been made, or stop and ask. Nothing is ever dropped. */
import type { ErrorCode, WireError } from '#lib/errors.ts';

import { going, isOpen, withClosed, type Row } from '../row.ts';
import { jobsOf } from '../target.ts';
import { nextLook, nextTry } from './patience.ts';
import { isHere, rest, type Event, type Moment, type Next } from './types.ts';

type Failed = Extract<Event, { is: 'failed' }>;

/** The world's fault, and passing: tried again without anyone doing anything. */
const PASSES: ReadonlySet<ErrorCode> = new Set(['greenhouse/unreachable', 'greenhouse/limited', 'greenhouse/garbled']);
export const passes = ({ code }: WireError): boolean => PASSES.has(code);

/** Of `looked`: a look before anything is sent, or an update, which may be repeated. */
export function failedBefore(row: Row, { error, sent }: Failed, at: Moment): Next {
  const passing = passes(error) || (sent === 'unknown' && error.code === 'greenhouse/unknown-outcome');
  return passing ? tryAgain(row, 'matching', error, at) : stop(row, error, at);
}

/** Of a create: only a proof that nothing was made lets it be sent again. */
export function failedToMake(row: Row, { error, sent }: Failed, at: Moment): Next {
  if (sent === 'unknown')
    return at.can.findsPeople ? lookFor(row, at) : rest(going(row, 'needs-you', { question: 'cannot-look' }));
  const unsent = withClosed(row, 'refused');
  if (!isHere(at)) return rest(going(unsent, 'matching'));
  if (passes(error)) return tryAgain(unsent, 'matching', error, at);
  if (sent !== 'refused' || !MAY_BE_THE_JOB.has(error.code) || jobsOf(row.target).length === 0) return stop(unsent, error, at);
  // The refusal stays with the row: it is told when the job turns out to be open.
  return { row: going(unsent, 'matching', { error }), act: { do: 'look', whom: 'job' } };
}

/** What Greenhouse may say of a job that takes nobody. */
const MAY_BE_THE_JOB: ReadonlySet<ErrorCode> = new Set(['greenhouse/invalid', 'greenhouse/not-found', 'greenhouse/forbidden']);

/** Of a create that was refused: another job is asked for only where it is known that this one was closed. */
export const lookedAtJob = (row: Row, closed: boolean, at: Moment): Next =>
  closed
    ? rest(going(row, 'needs-you', { question: 'job-closed', error: { code: 'greenhouse/job-closed' } }))
    : stop(row, row.view.error ?? { code: 'greenhouse/invalid' }, at);

/** Of a look for a lost create: it stays lost. */
export const failedToFind = (row: Row, { error }: Failed, at: Moment): Next =>
  passes(error) ? tryAgain(row, row.view.state, error, at) : stop(row, error, at);

/** `creating` stays as it is written: from here on the person is looked for, and nothing is sent. */
function lookFor(row: Row, { now }: Moment): Next {
  const retryAt = nextLook(0, now);
  return rest(
    going(row, 'creating', { error: { code: 'greenhouse/unknown-outcome' }, waitsFor: 'answer-lost', retryAt }),
    retryAt,
  );
}

export function tryAgain(row: Row, state: Row['view']['state'], error: WireError, { now }: Moment): Next {
  const { question, candidateIds } = row.view;
  const asked = state === 'needs-you' ? { question, candidateIds } : {};
  const retryAt = error.detail?.until ?? nextTry(row.view.startedAt, now);
  return rest(going(row, state, { ...asked, error, retryAt }), retryAt);
}

/** What may have been made is looked for all the same, in time: nobody may ever answer. */
export function stop(row: Row, error: WireError, { now }: Moment): Next {
  const retryAt = isOpen(row) ? now + LOOK_ANYWAY_MS : undefined;
  return rest(going(row, 'needs-you', { error, retryAt }), retryAt);
}
const LOOK_ANYWAY_MS = 15 * 60_000;
