/** What this browser exported: external id → candidate id, per account. The first and cheapest step of the ladder. */
import { database } from '#lib/storage/database.ts';

export const ledger = {
  /** The candidate that any of these external ids was exported as. */
  async find(account: string, externalIds: string[]): Promise<number | undefined> {
    const db = await database();
    for (const externalId of externalIds) {
      const entry = await db.get('ledger', [account, externalId]);
      if (entry) return entry.candidateId;
    }
    return undefined;
  },

  /** For a candidate that is no more in Greenhouse under this id: merged or deleted. */
  async forget(account: string, externalIds: string[]): Promise<void> {
    const write = (await database()).transaction('ledger', 'readwrite');
    for (const externalId of externalIds) await write.store.delete([account, externalId]);
    await write.done;
  },
};
export type Ledger = typeof ledger;
