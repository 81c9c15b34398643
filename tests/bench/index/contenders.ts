/** The stores under one handle: what each is asked, and how many of its answers were wrong. */
import { fingerprints } from '#lib/identity/index/fingerprint.ts';
import { openPeopleIndex } from '#lib/identity/index/open.ts';
import type { Entry } from '#lib/identity/index/people-index.ts';

import { openNaive } from './naive.ts';
import type { Asked } from './people.ts';

export interface Contender {
  /** Writes a page, and does the tidying that falls due with it. */
  put(entries: Entry[], progress: unknown): Promise<void>;
  /** After the last page. */
  settle(): Promise<void>;
  /** How many of them were not answered as they should be: by the first key, or a stranger by any key but the name. */
  wrong(asked: Asked): Promise<number>;
}

const isRight = (byKey: readonly (readonly number[] | undefined)[], expected: number | undefined): boolean =>
  expected === undefined ? byKey.every((ids = []) => ids.length === 0) : byKey[0]?.includes(expected) === true;

async function ours(): Promise<Contender> {
  const index = await openPeopleIndex('bench');
  const tidy = async (settle: boolean): Promise<void> => {
    while (await index.tidy(settle));
  };
  return {
    async put(entries, progress) {
      await index.put(entries, progress);
      await tidy(false);
    },
    settle: () => tidy(true),
    async wrong({ people, expected }) {
      const found = await index.lookup(people);
      return found.filter(({ byKey }, at) => !isRight(people[at]?.keys.map((key) => byKey.get(key)) ?? [], expected[at])).length;
    },
  };
}

async function naive(): Promise<Contender> {
  const hash = fingerprints([1, 2, 3, 4]);
  const store = await openNaive(({ keys, names }) => [...keys.map(hash.of), ...names.map(hash.ofNameKey)]);
  return {
    put: (entries, progress) => store.put(entries, progress),
    settle: async () => undefined,
    async wrong({ people, expected }) {
      const found = await store.lookup(people);
      return found.filter((byKey, at) => !isRight(byKey.slice(0, people[at]?.keys.length), expected[at])).length;
    },
  };
}

export const CONTENDERS = { ours, naive };
