/** What can be wrong with a connection, from a slip while typing to a refusal by Greenhouse. Words are in `advice.ts`. */
import { AppError, type ErrorCode, type ErrorDetail } from '#lib/errors.ts';

export type Field = 'clientId' | 'secret' | 'actingEmail';

/** Slips that are seen before anything is saved or sent. */
export type Slip =
  | 'typed/no-client-id'
  | 'typed/no-secret'
  | 'typed/no-email'
  | 'typed/not-an-email'
  | 'typed/id-without-suffix'
  | 'typed/v1-key'
  | 'typed/secret-of-other-id';

export interface Problem {
  code: Slip | ErrorCode | 'browser/refused';
  detail: ErrorDetail;
  /** The field to mend, where it is one. */
  field?: Field | undefined;
  /** The site that it is about. */
  about?: string | undefined;
}

export const slip = (code: Slip, field: Field): Problem => ({ code, detail: {}, field });

const FIELD_OF: Partial<Record<ErrorCode, Field>> = {
  'greenhouse/unauthorized': 'secret',
  'greenhouse/acting-user': 'actingEmail',
  'settings/not-allowed': 'actingEmail',
  'settings/locked': 'secret',
};

/** Anything thrown or stored, as a problem. */
export function problemOf(thrown: unknown): Problem {
  const { code, detail } = AppError.from(thrown);
  return { code, detail, field: FIELD_OF[code] };
}
