/**
 * Takes the log into the base, one step of at most 64 blocks after the other. The log stays until the last step, and what it says
 * takes the place of what the base says: so an index in the middle of a merge answers as before, and a step that is done twice does
 * no harm.
 */
import type { Shelf } from '#lib/storage/people-shelf.ts';

import { bitsFor, POSITIONS, widthOf } from './blocks.ts';
import { damaged, damagedEverywhere } from './damage.ts';
import { isSame, readHead, writeHead, type Base, type Head } from './head.ts';
import { lastWords, type LastWords } from './last-words.ts';
import type { ReadLog } from './log.ts';
import type { LogPage } from './page.ts';
import { mergeSlice } from './slice.ts';

const BLOCKS_AT_ONCE = 64;

/** From how much of the log on a merge is worth it: it costs as much as the base is big, and a long log is slow to read. */
export interface MergeLimits {
  full: { pages: number; keys: number };
  /** When the filling has come to its end. */
  settle: { pages: number; keys: number };
  /** The most that a block of the base should hold, about 9 bytes each. */
  inABlock: number;
}
const MERGE_LIMITS: MergeLimits = {
  full: { pages: 128, keys: 400_000 },
  settle: { pages: 16, keys: 20_000 },
  inABlock: 1536,
};

type Merge = NonNullable<Head['merge']>;

/** The merge that is under way, or the one to begin; undefined when the log can wait. */
function nextMerge({ base, log, merge }: Head, limits: MergeLimits, settle: boolean): Merge | undefined {
  if (merge) return merge;
  const { first, next, ...counts } = log;
  const limit = settle ? limits.settle : limits.full;
  if (next - first < limit.pages && log.keys < limit.keys) return undefined;
  const bits = bitsFor(base.keys + log.keys, limits.inABlock, base.bits);
  return { upTo: next, at: 0, log: counts, base: { bits, keys: 0, people: 0, bytes: 0 } };
}

/** Where a step ends: whole blocks of before, and of after. */
const stepEnd = (merge: Merge, bits: number): number =>
  Math.min(POSITIONS, merge.at + Math.max(BLOCKS_AT_ONCE * widthOf(merge.base.bits), bits > 0 ? widthOf(bits) : 0));

const plus = (one: Base, other: Base): Base => ({
  bits: one.bits,
  keys: one.keys + other.keys,
  people: one.people + other.people,
  bytes: one.bytes + other.bytes,
});

/** After a step; after the last one the log is no more. */
function stepped(head: Head, merge: Merge, to: number, sum: Base): Head {
  const base = plus(merge.base, sum);
  if (to < POSITIONS) return { ...head, merge: { ...merge, at: to, base } };
  const { merge: _done, ...rest } = head;
  const { log } = head;
  return {
    ...rest,
    base,
    log: {
      first: merge.upTo,
      next: log.next,
      keys: log.keys - merge.log.keys,
      people: log.people - merge.log.people,
      bytes: log.bytes - merge.log.bytes,
    },
  };
}

/** One step at each call; answers whether there is another to make. */
export function merger(shelf: Shelf, readLog: ReadLog, limits: MergeLimits = MERGE_LIMITS) {
  let known: { head: Head; upTo: number; words: LastWords } | undefined;

  function wordsIn(head: Head, upTo: number, pages: readonly LogPage[]): LastWords {
    if (known?.upTo !== upTo || !isSame(known.head, head)) known = { head, upTo, words: lastWords(pages) };
    return known.words;
  }

  return async (settle: boolean): Promise<boolean> => {
    const step = await shelf.read(async (reading) => {
      const head = await readHead(reading);
      const merge = head && nextMerge(head, limits, settle);
      if (!merge) return undefined;
      const { pages, unreadable } = await readLog(reading, head);
      const to = stepEnd(merge, head.base.bits);
      const stored = await reading.range('base', merge.at, to);
      const taken = pages.slice(0, merge.upTo - head.log.first);
      return { head, merge, to, stored, taken, lostPage: unreadable.some((number) => number < merge.upTo) };
    });
    if (!step) return false;
    const { head, merge, to, stored, taken, lostPage } = step;
    const width = head.base.bits > 0 ? widthOf(head.base.bits) : 0;
    const words = wordsIn(head, merge.upTo, taken);
    const { made, sum, lost } = mergeSlice({ from: merge.at, to, bits: merge.base.bits, pages: taken, words }, stored, width);
    if (to === POSITIONS) known = undefined;

    return shelf.write(async (writing) => {
      const now = await readHead(writing);
      // Somebody else made this step, or began the index anew: this one was for nothing.
      if (!now || !isSame(now, head) || now.log.first !== head.log.first || now.merge?.at !== head.merge?.at) return true;
      for (const [start, block] of made) writing.put('base', start, block);
      if (to === POSITIONS) writing.remove('log', head.log.first, merge.upTo);
      let next = stepped(now, merge, to, sum);
      if (lostPage) next = damagedEverywhere(next);
      for (const start of lost) next = damaged(next, start, start + width);
      writeHead(writing, next);
      return nextMerge(next, limits, settle) !== undefined;
    });
  };
}
