/** "This is them", "Not them": what the recruiter said of candidates, per organisation. Asked before anything else, and never overruled. */
import type { Accounts } from '#lib/storage/account.ts';
import { database, type Word } from '#lib/storage/database.ts';

import type { Decision } from './schema.ts';

/** What was said of one person. */
export interface Said {
  them?: number | undefined;
  notThem: number[];
}

/** A word is short, and nobody says more in years; the oldest go first. */
const MOST = 20_000;

export function wordsOf(accounts: Accounts, now: () => number) {
  const [account] = accounts;

  return {
    /** Of each person, by all of their external ids; one transaction for all. Of several words the latest counts. */
    async of(people: readonly (readonly string[])[]): Promise<Said[]> {
      const byPerson = (await database()).transaction('words').store.index('person');
      return Promise.all(
        people.map(async (externalIds) => {
          const pairs = externalIds.flatMap((id) => accounts.map((one) => byPerson.getAll([one, id])));
          const latest = (await Promise.all(pairs)).flat().toSorted((a, b) => a.saidAt - b.saidAt);
          const words = new Map(latest.map(({ candidateId, is }) => [candidateId, is]));
          const them = latest.findLast(({ candidateId, is }) => is === 'them' && words.get(candidateId) === 'them')?.candidateId;
          return { them, notThem: [...words].filter(([, is]) => is === 'not-them').map(([id]) => id) };
        }),
      );
    },

    /** One record is them at most: whoever else was, is not any more. */
    async say({ externalIds, candidateId, is }: Decision): Promise<void> {
      const write = (await database()).transaction('words', 'readwrite');
      for (const externalId of externalIds) {
        for (const one of accounts) {
          for (const old of await write.store.index('person').getAll([one, externalId]))
            if (old.candidateId === candidateId || (is === 'them' && old.is === 'them')) await write.store.delete(keyOf(old));
        }
        if (is !== 'undecided') await write.store.put({ account, externalId, candidateId, is, saidAt: now() });
      }
      let surplus = (await write.store.count()) - MOST;
      for (let oldest = await write.store.index('said').openCursor(); oldest && surplus > 0; surplus -= 1) {
        await oldest.delete();
        oldest = await oldest.continue();
      }
      await write.done;
    },

    /** For a candidate who is no more in Greenhouse under this id. */
    async forget(externalIds: readonly string[], candidateId: number): Promise<void> {
      const write = (await database()).transaction('words', 'readwrite');
      for (const externalId of externalIds) for (const one of accounts) await write.store.delete([one, externalId, candidateId]);
      await write.done;
    },
  };
}
export type Words = ReturnType<typeof wordsOf>;

const keyOf = ({ account, externalId, candidateId }: Word): [string, string, number] => [account, externalId, candidateId];
