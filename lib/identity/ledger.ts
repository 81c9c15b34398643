/** What this browser exported: external id → candidate id, per account. The first and cheapest step of the ladder. */
import type { Accounts } from '#lib/storage/account.ts';
import { database } from '#lib/storage/database.ts';

export function ledgerOf(accounts: Accounts) {
  const keysOf = (externalIds: readonly string[]) =>
    externalIds.flatMap((externalId) => accounts.map((account): [string, string] => [account, externalId]));
  return {
    /** The candidate that any of a person's external ids was exported as, for each person; one transaction for all. */
    async of(people: readonly (readonly string[])[]): Promise<(number | undefined)[]> {
      const { store } = (await database()).transaction('ledger');
      return Promise.all(
        people.map(async (externalIds) => {
          const entries = await Promise.all(keysOf(externalIds).map((key) => store.get(key)));
          return entries.find((entry) => entry !== undefined)?.candidateId;
        }),
      );
    },

    /** For a candidate that is no more in Greenhouse under this id: merged or deleted. */
    async forget(externalIds: readonly string[]): Promise<void> {
      const write = (await database()).transaction('ledger', 'readwrite');
      for (const key of keysOf(externalIds)) await write.store.delete(key);
      await write.done;
    },
  };
}
export type Ledger = ReturnType<typeof ledgerOf>;
