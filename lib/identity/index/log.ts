/**
 * The pages that are not in the base yet, kept in memory while the worker lives. A candidate's last page takes the place of all
 * that is older about them: so updates, keys that move and deletions need no list of who had which key.
 */
import type { ShelfReading } from '#lib/storage/people-shelf.ts';

import { Column } from './column.ts';
import { beginningOf } from './fingerprint.ts';
import { isSame, type Head } from './head.ts';
import { isWithin, readPage, type LogPage } from './page.ts';
import { Sieve } from './sieve.ts';

export interface Log {
  /** Oldest first. */
  pages: readonly LogPage[];
  /** Pages that could not be read, by their numbers. */
  unreadable: readonly number[];
  /** Whether any page may have a fingerprint that begins as this one does. */
  mayHave(fingerprint: number): boolean;
  /** Whether a later page than this one (-1: any) speaks for the candidate. */
  isSuperseded(page: number, id: number): boolean;
}

/** For as much as a log holds before it is merged. */
const WORDS = 2 ** 16;

const none = new Column(new Uint32Array(4), 0);
const EMPTY: LogPage = { fingerprints: none, owners: none, speaksFor: none, whole: none };

const has = (sorted: Column, value: number): boolean => {
  const at = sorted.firstFrom(value);
  return at < sorted.length && sorted.at(at) === value;
};

/** Only ever grows: what a reader has taken out of it stays as it was. */
function memoryOf(head: Head) {
  const pages: LogPage[] = [];
  const unreadable: number[] = [];
  const beginnings = new Sieve(new Uint32Array(WORDS));
  const ids = new Sieve(new Uint32Array(WORDS));
  const { first } = head.log;
  return {
    head,
    first,
    unreadable,
    pages,
    add(page: LogPage | undefined): void {
      if (!page) unreadable.push(first + pages.length);
      const { fingerprints, speaksFor } = page ?? EMPTY;
      for (const fingerprint of fingerprints.part()) beginnings.add(beginningOf(fingerprint));
      for (const id of speaksFor.part()) ids.add(id);
      pages.push(page ?? EMPTY);
    },
    upTo(next: number): Log {
      const own = pages.slice(0, next - first);
      return {
        pages: own,
        unreadable: unreadable.filter((number) => number < next),
        mayHave: (fingerprint) => beginnings.mayHave(beginningOf(fingerprint)),
        isSuperseded: (page, id) =>
          (ids.mayHave(id) || own.some((one) => isWithin(one, id))) &&
          own.findLastIndex((one) => has(one.speaksFor, id) || isWithin(one, id)) > page,
      };
    },
  };
}

export type ReadLog = (shelf: ShelfReading, head: Head) => Promise<Log>;

/** What a reader knows of the log, brought up to date within the reader's own transaction. */
export function logReader(): ReadLog {
  let known: ReturnType<typeof memoryOf> | undefined;

  return async (shelf, head) => {
    const { first, next } = head.log;
    // What could not be read is looked at again, since somebody empties it.
    const before = known && isSame(known.head, head) && known.first <= first && known.unreadable.length === 0 ? known : undefined;
    const memory = before?.first === first ? before : memoryOf(head);
    // Taken into the base meanwhile: the others are still good.
    if (memory !== before) for (const page of before?.pages.slice(first - before.first) ?? []) memory.add(page);
    known = memory;
    const from = first + memory.pages.length;
    if (from < next) {
      const stored = await shelf.get(
        'log',
        Array.from({ length: next - from }, (_, i) => from + i),
      );
      // Another reader may have come first.
      for (let number = first + memory.pages.length; number < next; number++) memory.add(readPage(stored[number - from], number));
    }
    return memory.upTo(next);
  };
}
