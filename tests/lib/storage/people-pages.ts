/** Pages of made-up people for the index: who is on which, and what has become of them by then. */
import type { Entry } from '#lib/identity/index/people-index.ts';
import type { Key } from '#lib/identity/keys.ts';

/** A merge every few pages, in several steps. */
export const LIMITS = { full: { pages: 8, keys: 100_000 }, settle: { pages: 1, keys: 1 }, inABlock: 16 };

const NEW_ON_A_PAGE = 40;
const idOf = (i: number): number => 6_000_000_000 + i * 7919;
const mailOf = (i: number): Key => `email person.${i}@example.org`;
/** Goes from one person to the next with each page. */
export const WANDERING: Key = 'phone 442079460000';

/** New people; of the page before some get another address, some are deleted, and one key goes over to somebody new. */
export function entriesOf(page: number): Entry[] {
  const first = page * NEW_ON_A_PAGE;
  const before = first - NEW_ON_A_PAGE;
  const made = Array.from({ length: NEW_ON_A_PAGE }, (_, j): Entry => {
    const keys: Key[] = [mailOf(first + j), `id github:person-${first + j}`];
    return { candidateId: idOf(first + j), keys: j === 0 ? [...keys, WANDERING] : keys, names: [] };
  });
  if (page === 0) return made;
  const changed = [0, 1, 2].map((j): Entry => ({
    candidateId: idOf(before + j),
    keys: [`url new.example/${before + j}`],
    names: [],
  }));
  const deleted = [3, 4].map((j): Entry => ({ candidateId: idOf(before + j), keys: [], names: [] }));
  return [...changed, ...deleted, ...made];
}

/** Every key that there ever was on the pages up to this one, and whose it is after that page: nobody's, or one person's. */
export function expected(page: number): Map<Key, number | undefined> {
  const whose = new Map<Key, number | undefined>();
  const had = new Map<number, Key[]>();
  for (let p = 0; p <= page; p++) {
    for (const { candidateId, keys } of entriesOf(p)) {
      for (const key of had.get(candidateId) ?? []) if (whose.get(key) === candidateId) whose.set(key, undefined);
      for (const key of keys) whose.set(key, candidateId);
      had.set(candidateId, keys);
    }
  }
  return whose;
}
