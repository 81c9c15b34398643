/** Whose data something is. Ledger, lists and recent jobs of two organisations are kept apart by this. */
import type { Identity } from '#lib/greenhouse/schema.ts';

import type { Connection } from './schema.ts';

/**
 * A partner key does not tell its organisation, but a user's number belongs to one organisation only, and stays when the key
 * is changed.
 */
export function accountOf(kept: Connection): string {
  const identity = identityOf(kept);
  if (kept.kind === 'partner') return `partner ${identity?.actingUser.id ?? ''}`.trim();
  return identity?.organisation?.id ?? kept.clientId;
}

/** Who it is, or was when a test last succeeded. */
export const identityOf = ({ identity, was }: Connection): Identity | undefined => identity ?? was;

/** The account, once a test has told whose it is; '' before that, and with no connection. */
export const knownAccountOf = (kept: Connection | null): string => (kept && identityOf(kept) ? accountOf(kept) : '');

/** Whether both are one and the same saved connection; a partner key tells nothing by which to know it from another. */
export const isSame = (one: Connection | null, other: Connection): boolean =>
  one !== null && ownerOf(one) === ownerOf(other) && one.savedAt === other.savedAt;

/** Whether both are of one credential, whoever acts: one secret is good for both. */
export const sharesSecret = (one: Connection, other: Connection): boolean =>
  one.kind === 'harvest' ? other.kind === 'harvest' && one.clientId === other.clientId : other.kind === 'partner';

/** The account by every name it had: before Greenhouse told the organisation, its data went under the credential's own. */
export const accountsOf = (kept: Connection): Accounts => [accountOf(kept), ...(kept.kind === 'harvest' ? [kept.clientId] : [])];
/** Today's name first. */
export type Accounts = readonly [string, ...string[]];

/** The organisation's name, where Greenhouse told it. */
export const organisationOf = (kept: Connection): string | undefined => identityOf(kept)?.organisation?.name;

/** Who asks with what: two connections that differ in this may know nothing of each other's tokens and answers. */
export const ownerOf = (kept: Connection): string => `${kept.kind === 'harvest' ? kept.clientId : kept.kind} ${kept.actingEmail}`;
