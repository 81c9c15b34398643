/** The one place that turns an HTTP failure into an `AppError`. Never carries a cause: a request holds the token and personal data. */
import { AppError, type ErrorCode, type ErrorDetail } from '#lib/errors.ts';

import { refusedFields } from './error-body.ts';

export interface Refused {
  status: number;
  body: unknown;
}

export interface Asked {
  /**
   * Whether asking again does no harm: reads, and the token endpoint. A failure of anything else after it was sent has an
   * unknown outcome.
   */
  repeatable: boolean;
  /** The scope that the call needs. */
  scope?: string | undefined;
  /** A host whose refusals mean something of their own; nothing for those that mean the usual. */
  explain?: (refused: Refused) => AppError | undefined;
}

/** What cannot be told of a write; a read, whatever became of it, has changed nothing. */
const untold = ({ repeatable }: Asked, ofRead: ErrorCode, detail?: ErrorDetail): AppError =>
  repeatable ? new AppError(ofRead, detail).as('no') : new AppError('greenhouse/unknown-outcome', detail);

/** An answer that is not 2xx. `until`: when a call like this may be tried again if it was over the limit, epoch milliseconds. */
export function refusal(refused: Refused, asked: Asked, until: number): AppError {
  const { status } = refused;
  if (status === 408 || status >= 500) return untold(asked, 'greenhouse/unreachable', { status });
  if (status < 400) return untold(asked, 'greenhouse/garbled', { status });
  return saidNo(refused, asked, until).as(asked.repeatable ? 'no' : 'refused');
}

function saidNo(refused: Refused, { scope, explain }: Asked, until: number): AppError {
  const { status, body } = refused;
  const detail: ErrorDetail = { status };
  const explained = status === 429 ? undefined : explain?.(refused);
  if (explained) return explained;
  if (status === 401) return new AppError('greenhouse/unauthorized', detail);
  // Also what an acting user without the rights gets, so the scope is what to look at first and no proof.
  if (status === 403) return new AppError('greenhouse/forbidden', scope ? { ...detail, scope } : detail);
  if (status === 404) return new AppError('greenhouse/not-found', detail);
  if (status === 429) return new AppError('greenhouse/limited', { ...detail, until });
  const fields = refusedFields(body);
  return new AppError('greenhouse/invalid', fields.length > 0 ? { ...detail, fields } : detail);
}

/** No answer at all: no network, a dropped connection, a timeout, a redirect. */
export const silence = (asked: Asked): AppError => untold(asked, 'greenhouse/unreachable');

/** A 2xx answer that cannot be read, or does not say what it must: a write was probably done, but nobody can tell what came of it. */
export const unreadable = (asked: Asked): AppError => untold(asked, 'greenhouse/garbled');
