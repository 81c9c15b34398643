/**
 * What did not follow whoever was made. Refused, or lost and not to be found, it is asked about when all else is through; each step is
 * answered by itself, and nothing of it goes away without a word.
 */
import type { WireError } from '#lib/errors.ts';

import { isNotThere, UNKNOWN, whichOf, withEach } from '../follow-ups.ts';
import { going, type Row } from '../row.ts';
import type { FollowUp } from '../schema.ts';
import { GO_ON, type Next } from './types.ts';

/** Nobody who has not answered for so long will: it stays behind, and is told as that. */
const ASKED_FOR_MS = 7 * 24 * 60 * 60_000;

/** Until when it is asked about. */
export const askedUntil = ({ sent }: FollowUp): number => (sent?.at ?? 0) + ASKED_FOR_MS;

/** What this credential can never do is told, and not asked about. */
export const isAsked = (one: FollowUp, now: number): boolean =>
  (one.state === 'failed' || one.state === 'unknown') && one.error?.code !== 'greenhouse/not-offered' && now < askedUntil(one);

/** By the recruiter's word it goes out again; what may be there only after one more look. */
export const sentAgain = (row: Row, step: FollowUp['step']): Next =>
  answered(row, step, (one) =>
    one.state === 'failed' ? { ...whichOf(one), state: 'waiting' } : { ...one, state: 'lost', again: true, retryAt: 0 },
  );

export const skipped = (row: Row, step: FollowUp['step']): Next => answered(row, step, letBe);

const answered = (row: Row, step: FollowUp['step'], change: (one: FollowUp) => FollowUp): Next => ({
  row: withEach(going(row, 'attaching'), (one) =>
    one.step === step && (one.state === 'failed' || one.state === 'unknown') ? change(one) : one,
  ),
  act: GO_ON,
});

/** Nothing more is done for it, by somebody's word. */
export function letBe(one: FollowUp): FollowUp {
  if (one.state === 'done' || one.state === 'skipped') return one;
  return { ...whichOf(one), state: 'skipped', ...(isNotThere(one) ? {} : { error: UNKNOWN }) };
}

/** It cannot follow any more, and nobody said that it need not. */
export function notAdded(one: FollowUp): FollowUp {
  if (one.state !== 'waiting') return one;
  const { error: _passing, retryAt: _never, ...bare } = one;
  return refused(bare);
}

/** A refusal of what was sent once more says nothing about the first. */
export const refused = (one: FollowUp, error?: WireError): FollowUp =>
  one.lostBefore ? { ...one, state: 'unknown', error: UNKNOWN } : { ...one, state: 'failed', ...(error ? { error } : {}) };
