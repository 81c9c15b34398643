/**
 * Every way in which something can go wrong, as a closed list. Thrown inside as `AppError`, sent between contexts in its
 * wire form, and shown as what, why and what next by the one table in `lib/panel/advice-table.ts`.
 */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

export const ERROR_CODES = [
  'page/unsupported', // a browser page or a file: nothing can read it
  'page/no-access', // the recruiter has not let us read this site
  'page/not-allowed', // the organisation's policy leaves this site out
  'page/not-ready',
  'page/not-a-profile',
  'page/blocked', // sign-in wall, not found
  'page/moved', // someone else's page by now
  'page/failed', // the reader could not be run, or answered nonsense
  'settings/incomplete', // no credential yet
  'settings/not-allowed', // the organisation's policy leaves this acting user out
  'settings/locked', // the credential cannot be decrypted on this device
  'settings/passphrase', // the credential is locked until the passphrase is given
  'settings/newer', // the credential was saved by a newer version of us
  'greenhouse/unauthorized', // the credential was refused
  'greenhouse/acting-user', // the acting user is unknown, deactivated or not allowed
  'greenhouse/forbidden', // a scope or a right is missing
  'greenhouse/not-found',
  'greenhouse/job-closed', // nobody can be put onto it any more
  'greenhouse/invalid', // Greenhouse refused the content
  'greenhouse/limited', // over the rate limit until a moment
  'greenhouse/unreachable', // no network, no answer, 5xx: nothing was done
  'greenhouse/not-offered', // the API of this credential has no call for it
  'greenhouse/garbled', // an answer that is not what the reference says
  'greenhouse/unknown-outcome', // a write may or may not have happened
  'export/no-name',
  'export/no-job',
  'export/gone', // it was forgotten on this device, or asks nothing any more
  'search/unclear', // a text by which nobody can be searched
  'search/needs-index', // only the index could tell, and there is none
  'message/refused',
  'message/lost', // the worker died before it answered
  'message/outdated', // this page is older than an update of the extension: nothing was done
  'storage/corrupt',
  'storage/full',
  'bug',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const detailSchema = lazyObject(() => ({
  /** Fields that Greenhouse named, with its reasons. */
  fields: z.optional(z.array(z.string())),
  /** When to try again, epoch milliseconds. */
  until: z.optional(z.number()),
  /** The scope that the refused call needs. */
  scope: z.optional(z.string()),
  status: z.optional(z.number()),
}));
export type ErrorDetail = z.infer<typeof detailSchema>;

export const wireErrorSchema = z.object({ code: z.enum(ERROR_CODES), detail: z.optional(detailSchema) });
export type WireError = z.infer<typeof wireErrorSchema>;

/** What is known of a call that failed: that it never left us, that Greenhouse said no to it, or nothing. */
export type Sent = 'no' | 'refused' | 'unknown';

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
  /**
   * Whether what was asked for may have been done all the same; that it was not takes proof, so whoever throws says so. Not on the
   * wire: it speaks of the one call that failed, and to whoever made it.
   */
  sent: Sent = 'unknown';

  /** `cause` stays in this context: it may hold a page's or a person's data. */
  constructor(code: ErrorCode, detail: ErrorDetail = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.detail = detail;
  }

  as(sent: Sent): this {
    this.sent = sent;
    return this;
  }

  toWire(): WireError {
    return Object.keys(this.detail).length > 0 ? { code: this.code, detail: this.detail } : { code: this.code };
  }

  static fromWire(wire: WireError): AppError {
    return new AppError(wire.code, wire.detail ?? {});
  }

  /** Anything thrown, as one of ours: what we did not foresee is a bug, once and at the edge. */
  static from(thrown: unknown): AppError {
    return thrown instanceof AppError ? thrown : new AppError('bug', {}, thrown);
  }
}
