/** Whom exports made, by what is written in clear: nobody's data is opened for it. */
import type { Accounts } from '#lib/storage/account.ts';
import { database } from '#lib/storage/database.ts';

import { exportViewSchema } from './schema.ts';
import { bareSchema } from './stored-row.ts';

/** @param since epoch milliseconds: what was sent later. @returns each with what they are known by, as a row keeps it. */
export async function madeSince(accounts: Accounts, since: number): Promise<{ candidateId: number; keys: readonly string[] }[]> {
  const stored = await (await database()).getAll('exports');
  return stored.flatMap(({ view, ...row }) => {
    // A damaged one is nobody's, here; it is told for itself.
    const { account = '', sends = [], writtenAt = 0, keys = [] } = bareSchema.safeParse(row).data ?? {};
    if (!accounts.includes(account) || (sends.at(-1)?.at ?? writtenAt) <= since) return [];
    const { candidateId, outcome } = exportViewSchema.safeParse(view).data ?? {};
    // Whoever was there before is listed.
    return candidateId === undefined || outcome !== 'created' ? [] : { candidateId, keys };
  });
}
