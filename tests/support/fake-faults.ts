/** How a call to the tests' Greenhouse fails. */
import type { ErrorCode, Sent } from '#lib/errors.ts';

export interface Fault {
  code: ErrorCode;
  /** Done all the same, at once or when `lateMs` are over. */
  committed?: boolean | 'late';
  lateMs?: number;
  /** As the code means it, unless said. */
  sent?: Sent;
}

const NOT_SENT = new Set<ErrorCode>(['greenhouse/unreachable', 'settings/passphrase']);
const UNTOLD = new Set<ErrorCode>(['greenhouse/unknown-outcome', 'bug']);

export const sentOf = ({ code, committed, sent }: Fault): Sent =>
  sent ?? (committed || UNTOLD.has(code) ? 'unknown' : NOT_SENT.has(code) ? 'no' : 'refused');
