/** How a call to the model's Greenhouse fails: refused, lost on the way there or back, or done after nobody waits any more. */
import type { ErrorCode, Sent } from '#lib/errors.ts';

/** What the dice do to a call. */
export interface Fault {
  code: ErrorCode;
  sent: Sent;
  /** When it is done all the same, in ms after it arrived. */
  commitsAfter?: number;
}

export const LOST = 'greenhouse/unknown-outcome';
export type Faults = readonly [Fault, ...Fault[]];

export const WRITE_FAULTS = (late: number): Faults => [
  { code: LOST, sent: 'unknown', commitsAfter: 0 },
  { code: LOST, sent: 'unknown' },
  { code: LOST, sent: 'unknown', commitsAfter: late },
  { code: 'bug', sent: 'unknown', commitsAfter: 0 },
  { code: 'bug', sent: 'unknown' },
  { code: 'greenhouse/limited', sent: 'refused' },
  { code: 'greenhouse/forbidden', sent: 'refused' },
  { code: 'greenhouse/unreachable', sent: 'no' },
];
export const READ_FAULTS: Faults = [
  { code: 'greenhouse/unreachable', sent: 'unknown' },
  { code: 'greenhouse/limited', sent: 'refused' },
  { code: 'greenhouse/garbled', sent: 'unknown' },
  { code: 'greenhouse/forbidden', sent: 'refused' },
];
/** Without a right to read external ids they are not looked at, which is another matter. */
export const PASSING: Faults = [
  { code: 'greenhouse/unreachable', sent: 'unknown' },
  { code: 'greenhouse/limited', sent: 'refused' },
];
