import { accountOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';

/** Another acting user, or another credential, is another account. */
export const userOf = (connection: Connection | null | undefined): string | undefined =>
  connection?.identity && `${accountOf(connection)} ${connection.identity.actingUser.id}`;
