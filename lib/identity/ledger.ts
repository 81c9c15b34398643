/** What this browser exported: external id → candidate id, per account. The first and cheapest step of the ladder. */
import type { Accounts } from '#lib/storage/account.ts';
import { database, type LedgerEntry } from '#lib/storage/database.ts';

const newestFirst = (a: LedgerEntry, b: LedgerEntry): number => b.exportedAt - a.exportedAt;

export function ledgerOf(accounts: Accounts) {
  const keysOf = (externalIds: readonly string[]) =>
    externalIds.flatMap((externalId) => accounts.map((account): [string, string] => [account, externalId]));
  /** Of each person, the newest first; one transaction for all. */
  const entriesOf = async (people: readonly (readonly string[])[]): Promise<LedgerEntry[][]> => {
    const { store } = (await database()).transaction('ledger');
    return Promise.all(
      people.map(async (externalIds) => {
        const entries = await Promise.all(keysOf(externalIds).map((key) => store.get(key)));
        return entries.filter((entry) => entry !== undefined).sort(newestFirst);
      }),
    );
  };
  return {
    /** The candidate that any of a person's external ids was last exported as, for each person. */
    async of(people: readonly (readonly string[])[]): Promise<(number | undefined)[]> {
      return (await entriesOf(people)).map(([newest]) => newest?.candidateId);
    },

    /** What of this person was exported after a moment (epoch milliseconds). */
    async since(externalIds: readonly string[], after: number): Promise<LedgerEntry[]> {
      const [entries = []] = await entriesOf([externalIds]);
      return entries.filter(({ exportedAt }) => exportedAt > after);
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
