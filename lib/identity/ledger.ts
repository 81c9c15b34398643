/** What this browser exported: external id → candidate id, per account. The first and cheapest step of the ladder. */
import type { Accounts } from '#lib/storage/account.ts';
import { database } from '#lib/storage/database.ts';

export function ledgerOf(accounts: Accounts) {
  const keysOf = (externalIds: string[]) =>
    externalIds.flatMap((externalId) => accounts.map((account): [string, string] => [account, externalId]));
  return {
    /** The candidate that any of these external ids was exported as. */
    async find(externalIds: string[]): Promise<number | undefined> {
      const db = await database();
      for (const key of keysOf(externalIds)) {
        const entry = await db.get('ledger', key);
        if (entry) return entry.candidateId;
      }
      return undefined;
    },

    /** For a candidate that is no more in Greenhouse under this id: merged or deleted. */
    async forget(externalIds: string[]): Promise<void> {
      const write = (await database()).transaction('ledger', 'readwrite');
      for (const key of keysOf(externalIds)) await write.store.delete(key);
      await write.done;
    },
  };
}
export type Ledger = ReturnType<typeof ledgerOf>;
