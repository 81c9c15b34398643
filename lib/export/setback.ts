/** What an error does to a row: wait and go on by itself, or stop and ask. Nothing is ever dropped. */
import type { AppError, ErrorCode } from '#lib/errors.ts';

import type { Row } from './rows.ts';
import { going } from './step.ts';

/** The world's fault, and passing: tried again without anyone doing anything. */
const PASSES: ReadonlySet<ErrorCode> = new Set(['greenhouse/unreachable', 'greenhouse/limited', 'greenhouse/garbled']);

const SHORTEST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/** `looking`: the step that failed was a look for a lost create, so one may have been sent; else nothing had happened yet. */
export function setback(row: Row, error: AppError, now: number, looking: boolean): Row {
  const wire = error.toWire();
  if (error.code === 'greenhouse/unknown-outcome') {
    // `creating` stays as it is written: from here on the person is looked for, and nothing is sent.
    return going(row, 'creating', { error: wire, retryAt: now + SHORTEST_WAIT_MS });
  }
  const unsent = looking ? row : withoutSending(row);
  if (!PASSES.has(error.code)) return going(unsent, 'needs-you', { error: wire });
  const retryAt = error.detail.until ?? now + wait(now - row.view.startedAt);
  return going(unsent, row.view.state === 'creating' && !looking ? 'matching' : row.view.state, { error: wire, retryAt });
}

/** A create that Greenhouse refused did not happen: the row is as if it had never been sent. */
function withoutSending(row: Row): Row {
  const { sentAt: _unsent, ...rest } = row;
  return rest;
}

/** The longer it has been going on, the longer the wait. */
const wait = (elapsedMs: number): number => Math.min(Math.max(elapsedMs / 2, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
