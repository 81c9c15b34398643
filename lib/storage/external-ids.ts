/** What is known of the fields for external ids of one organisation's Greenhouse: kept only to be quick. */
import { database } from './database.ts';

export const externalIdCache = (account: string) => {
  const key = `${account} external-ids`;
  return {
    get: async (): Promise<unknown> => (await database()).get('cache', key),
    put: async (found: unknown): Promise<void> => {
      const db = await database();
      await (found === undefined ? db.delete('cache', key) : db.put('cache', found, key));
    },
  };
};
