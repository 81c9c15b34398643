/** Whose data something is. Ledger, lists and recent jobs of two organisations are kept apart by this. */
import type { Connection } from './schema.ts';

/**
 * A partner key does not tell its organisation, but a user's number belongs to one organisation only, and stays when the key
 * is changed.
 */
export function accountOf(kept: Connection): string {
  if (kept.kind === 'partner') return `partner ${kept.identity?.actingUser.id ?? ''}`.trim();
  return kept.identity?.organisation?.id ?? kept.clientId;
}

/** Who asks with what: two connections that differ in this may know nothing of each other's tokens and answers. */
export const ownerOf = (kept: Connection): string => `${kept.kind === 'harvest' ? kept.clientId : kept.kind} ${kept.actingEmail}`;
