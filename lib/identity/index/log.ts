/**
 * The pages that are not in the base yet, kept in memory while the worker lives. A candidate's last page takes the place of all
 * that is older about them: so updates, keys that move and deletions need no list of who had which key.
 */
import type { Reading } from '#lib/storage/people-shelf.ts';

import { firstFrom, type Column } from './column.ts';
import { isSame, type Head } from './head.ts';
import { columnsOf } from './sheet.ts';

export interface LogPage {
  fingerprints: Column;
  owners: Column;
  speaksFor: Column;
}

export interface Log {
  /** Oldest first. */
  pages: readonly LogPage[];
  /** Pages that could not be read, by their numbers. */
  unreadable: readonly number[];
}

const NONE: Column = { length: 0, at: () => 0 };
const EMPTY: LogPage = { fingerprints: NONE, owners: NONE, speaksFor: NONE };

export type ReadLog = (shelf: Reading, head: Head) => Promise<Log>;

/** What a reader knows of the log, brought up to date within the reader's own transaction. */
export function logReader(): ReadLog {
  let known: { head: Head; pages: LogPage[] } | undefined;

  return async (shelf, head) => {
    const { first, next } = head.log;
    const before = known && isSame(known.head, head) && known.head.log.first <= first ? known : undefined;
    const pages = before ? before.pages.slice(first - before.head.log.first, next - before.head.log.first) : [];
    const unreadable: number[] = [];
    const from = first + pages.length;
    const stored = from < next ? await shelf.range('log', from, next) : new Map<number, unknown>();
    for (let number = from; number < next; number++) {
      const [fingerprints, owners, speaksFor] = columnsOf(stored.get(number), number) ?? [];
      if (!speaksFor) unreadable.push(number);
      pages.push(fingerprints && owners && speaksFor ? { fingerprints, owners, speaksFor } : EMPTY);
    }
    // What could not be read is looked at again, since somebody empties it.
    known = unreadable.length > 0 ? undefined : { head, pages };
    return { pages, unreadable };
  };
}

const has = (sorted: Column, value: number): boolean => {
  const at = firstFrom(sorted, value);
  return at < sorted.length && sorted.at(at) === value;
};

/** Whether a later page than this one (-1: any) speaks for the candidate. */
export function isSuperseded(pages: readonly LogPage[], page: number, id: number): boolean {
  for (let later = pages.length - 1; later > page; later--) {
    if (has((pages[later] as LogPage).speaksFor, id)) return true;
  }
  return false;
}
