/** What can be wrong with a connection, from a slip while typing to a refusal by Greenhouse. Words are in `advice.ts`. */
import { AppError, type ErrorCode, type ErrorDetail } from '#lib/errors.ts';

export type Field = 'clientId' | 'secret' | 'partnerKey' | 'actingEmail';

/** Slips that are seen before anything is saved or sent. */
export type Slip =
  | 'typed/no-client-id'
  | 'typed/no-secret'
  | 'typed/no-email'
  | 'typed/not-an-email'
  | 'typed/id-without-suffix'
  | 'typed/v1-key'
  | 'typed/both'
  | 'typed/secret-of-other-id';

export interface Problem {
  code: Slip | ErrorCode | 'browser/refused' | 'partner/refused';
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

/** Anything thrown or stored, as a problem. `kind`: of the credential that it is about, where it is about one. */
export function problemOf(thrown: unknown, kind?: 'harvest' | 'partner'): Problem {
  const { code, detail } = AppError.from(thrown);
  const field = FIELD_OF[code];
  if (kind !== 'partner' || field !== 'secret') return { code, detail, field };
  return { code: code === 'greenhouse/unauthorized' ? 'partner/refused' : code, detail, field: 'partnerKey' };
}

/** What was taken for a credential is one of the old API, or may be: how to make a new one is said at once. */
export const asksForNewCredential = (problem: Problem | undefined): boolean =>
  problem?.code === 'typed/v1-key' || problem?.code === 'partner/refused' || problem?.code === 'typed/no-client-id';
