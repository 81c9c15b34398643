/** The Greenhouse of the saved connection: who we are when we call. */
import { AppError } from '#lib/errors.ts';
import { harvest } from '#lib/greenhouse/harvest/harvest.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import { ownerOf } from '#lib/storage/account.ts';
import { connectionItem } from '#lib/storage/items.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { sessionTokens } from '#lib/storage/tokens.ts';
import { vault } from '#lib/storage/vault.ts';

/** Rejects with `settings/incomplete` until a credential was saved. */
export async function connection(): Promise<Connection> {
  const kept = await connectionItem.get();
  if (!kept) throw new AppError('settings/incomplete');
  return kept;
}

export const tokensOf = (kept: Connection) => sessionTokens(ownerOf(kept));

export function greenhouseOf(kept: Connection, now: () => number): Greenhouse {
  if (kept.kind === 'partner') throw new AppError('settings/incomplete');
  return harvest({
    clientId: kept.clientId,
    secret: () => vault.open(),
    actingEmail: kept.actingEmail,
    cache: tokensOf(kept),
    now,
  });
}

/** The acting user; rejects with `settings/incomplete` when no test has told us yet. */
export function actingUserOf(kept: Connection): Identity['actingUser'] {
  if (!kept.identity) throw new AppError('settings/incomplete');
  return kept.identity.actingUser;
}
