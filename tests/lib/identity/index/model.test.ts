/** The index against a Map that does the same by brute force: whatever is written, merged, died in between or written twice. */
import { describe, expect, test, vi } from 'vitest';

import { createPeopleIndex } from '#lib/identity/index/create.ts';
import { begin } from '#lib/identity/index/head.ts';
import type { Entry, IdRange, PeopleIndex } from '#lib/identity/index/people-index.ts';
import type { Key, NameKey } from '#lib/identity/keys.ts';

import { memoryShelf } from '../../../support/memory-shelf.ts';
import { diceOf } from '../../../sites/promises/mutate.ts';

const SEEDS = [20_261_122, 7, 8, 9];
/** Merges often, so that everything happens in the middle of one, and fills blocks quickly, so that there come to be more. */
const LIMITS = { full: { pages: 6, keys: 4000 }, settle: { pages: 1, keys: 1 }, inABlock: 6 };

const KEYS = 900;
const PEOPLE = 400;

function generator(below: (sides: number) => number) {
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  /** Few enough that many are shared, and that they move from one to another. */
  const key = (): Key => `${(['id', 'url', 'email', 'phone'] as const)[below(4)] ?? 'id'} number ${below(KEYS)}`;
  const nameKey = (): NameKey => ({ name: `name ${below(60)}`, company: below(3) === 0 ? '' : `company ${below(5)}` });
  const entry = (): Entry => ({
    candidateId: 5_000_000_000 + below(PEOPLE) * 9_999_991,
    // One in eight is gone.
    ...(below(8) === 0 ? { keys: [], names: [] } : { keys: some(5, key), names: some(2, nameKey) }),
  });
  return { some, key, nameKey, entry };
}

function model() {
  const people = new Map<number, Entry>();
  return {
    people,
    put(entries: Entry[], whole?: IdRange): void {
      if (whole) for (const id of people.keys()) if (id >= whole.from && id <= whole.to) people.delete(id);
      for (const entry of entries) people.set(entry.candidateId, entry);
    },
    withKey: (key: Key) => [...people.values()].filter(({ keys }) => keys.includes(key)).map(({ candidateId }) => candidateId),
    withNameKey: (asked: NameKey) =>
      [...people.values()]
        .filter(({ names }) => names.some(({ name, company }) => name === asked.name && company === asked.company))
        .map(({ candidateId }) => ({ candidateId, sameCompany: true })),
    alike: (asked: NameKey) =>
      [...people.values()].flatMap(({ candidateId, names }) => {
        const same = names.filter(({ name }) => name === asked.name);
        if (same.length === 0) return [];
        return [{ candidateId, sameCompany: asked.company !== '' && same.some(({ company }) => company === asked.company) }];
      }),
  };
}

const byId = <T extends { candidateId: number }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => a.candidateId - b.candidateId);

describe.each(SEEDS)('seed %i', (seed) => {
  test('every key leads to exactly those who have it, at every moment', async () => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((words) => (words as Uint32Array).fill(seed) as never);
    const below = diceOf(seed);
    const { some, key, nameKey, entry } = generator(below);
    const { shelf, failing } = memoryShelf(begin);
    const known = model();
    let index: PeopleIndex = createPeopleIndex(shelf, LIMITS);
    let progress = 0;
    const died: string[] = [];

    const agrees = async (keys: Key[], names: NameKey[]): Promise<void> => {
      const found = await index.lookup([
        ...keys.map((key) => ({ keys: [key], names: [] })),
        ...names.map((name) => ({ keys: [], names: [name] })),
        ...names.map((name) => ({ keys: [], names: [], turned: [name] })),
      ]);
      expect(found.map(({ damaged }) => damaged)).not.toContain(true);
      for (const [i, key] of keys.entries())
        expect(
          [...(found[i]?.byKey.get(key) ?? [])].toSorted((a, b) => a - b),
          key,
        ).toEqual(known.withKey(key).toSorted((a, b) => a - b));
      for (const [i, name] of names.entries())
        expect(byId(found[keys.length + i]?.byName ?? [])).toEqual(byId(known.alike(name)));
      for (const [i, name] of names.entries())
        expect(byId(found[keys.length + names.length + i]?.byName ?? []), 'with the company alone').toEqual(
          byId(known.withNameKey(name)),
        );
    };

    await index.clear(progress);
    for (let round = 0; round < 150; round++) {
      // A death in the middle of a write, whichever it is: nothing of it is there afterwards.
      const dies = below(5) === 0;
      if (dies) failing.push(() => new Error('died'));
      try {
        if (below(3) > 0) {
          const entries = some(60, entry);
          // Now and then a page tells everybody of a range of ids.
          const from = entry().candidateId;
          const whole = below(6) === 0 ? { from, to: from + below(PEOPLE) * 3_333_331 } : undefined;
          await index.put(entries, progress + 1, whole);
          known.put(entries, whole);
          progress++;
        } else {
          for (let steps = below(4); steps >= 0; steps--) await index.tidy(below(2) === 0);
        }
      } catch (thrown) {
        died.push(String(thrown));
        index = createPeopleIndex(shelf, LIMITS);
      }
      failing.length = 0;
      if (below(10) === 0) index = createPeopleIndex(shelf, LIMITS);
      expect(await index.progress()).toBe(progress);
      await agrees(some(12, key), some(4, nameKey));
    }
    expect(died.length).toBeGreaterThan(10);

    const all = Array.from({ length: KEYS }, (_, i) => [`id number ${i}`, `email number ${i}`] as Key[]).flat();
    await agrees(all, []);
    while (await index.tidy(true));
    await agrees(all, []);
    const living = [...known.people.values()].filter(({ keys, names }) => keys.length + names.length > 0);
    expect((await index.stats()).candidates, 'after a merge people are counted exactly').toBe(living.length);
  }, 30_000);
});
