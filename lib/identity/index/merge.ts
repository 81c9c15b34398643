/**
 * Takes the log into the base: writes it anew into another volume, one step of at most 64 blocks after the other. The log stays
 * until the last step, and what it says takes the place of what the base says: so an index in the middle of a merge answers as
 * before, and a step that is done twice does no harm, since it writes what the other one wrote.
 */
import type { Shelf, ShelfWriting } from '#lib/storage/people-shelf.ts';

import { bitsFor, POSITIONS, readBlocks, widthOf } from './blocks.ts';
import { damaged, damagedEverywhere } from './damage.ts';
import { hasSameBlocks, readHead, sweep, writeHead, type Base, type Counts, type Head } from './head.ts';
import { lastWords, type LastWords } from './last-words.ts';
import type { ReadLog } from './log.ts';
import type { LogPage } from './page.ts';
import { Room } from './pairs.ts';
import { mergeSlice } from './slice.ts';

const BLOCKS_AT_ONCE = 64;

/** From how much of the log on a merge is worth it: it costs as much as the base is big, and a long log is slow to read. */
export interface MergeLimits {
  full: { pages: number; keys: number };
  /** When the filling has come to its end. */
  settle: { pages: number; keys: number };
  /** The most that a block of the base should hold, about 7 bytes each. */
  inABlock: number;
}
const MERGE_LIMITS: MergeLimits = {
  full: { pages: 96, keys: 300_000 },
  settle: { pages: 16, keys: 20_000 },
  inABlock: 768,
};

type Merge = NonNullable<Head['merge']>;

/** The merge that is under way, or the one to begin; undefined when the log can wait. */
function nextMerge({ base, log, merge }: Head, limits: MergeLimits, settle: boolean): Merge | undefined {
  if (merge) return merge;
  const { first, next, ...counts } = log;
  const limit = settle ? limits.settle : limits.full;
  if (next - first < limit.pages && log.keys < limit.keys) return undefined;
  const bits = bitsFor(base.keys + log.keys, limits.inABlock, base.bits);
  return { upTo: next, at: 0, log: counts, base: { bits, volume: base.volume + 1, keys: 0, people: 0, bytes: 0 } };
}

/** Where a step ends: whole blocks of before, and of after. */
const stepEnd = (merge: Merge, bits: number): number =>
  Math.min(POSITIONS, merge.at + Math.max(BLOCKS_AT_ONCE * widthOf(merge.base.bits), bits > 0 ? widthOf(bits) : 0));

const plus = (one: Base, other: Counts): Base => ({
  ...one,
  keys: one.keys + other.keys,
  people: one.people + other.people,
  bytes: one.bytes + other.bytes,
});

/** After a step; after the last one the log is no more. */
function stepped(head: Head, merge: Merge, to: number, sum: Counts): Head {
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

/** One step at each call, of which the first only says that there is a merge; answers whether there is another to make. */
export function merger(shelf: Shelf, readLog: ReadLog, limits: MergeLimits = MERGE_LIMITS) {
  /** What all steps of a merge have in common. */
  let known: { volume: number; words: LastWords; rooms: readonly [Room, Room] } | undefined;

  function commonTo(volume: number, pages: readonly LogPage[]) {
    if (known?.volume !== volume) known = { volume, words: lastWords(pages), rooms: [new Room(), new Room()] };
    return known;
  }

  /** Written down before the volume is: what is in no head is over. */
  async function begin(settle: boolean): Promise<boolean> {
    const isBegun = await shelf.write(async (writing) => {
      const head = await readHead(writing);
      const merge = head && nextMerge(head, limits, settle);
      if (merge && !head.merge) writeHead(writing, { ...head, merge });
      return merge !== undefined;
    });
    if (isBegun) await sweep(shelf);
    return isBegun;
  }

  async function step(head: Head, merge: Merge, pages: readonly LogPage[], lostPage: boolean, settle: boolean): Promise<boolean> {
    const { volume, bits } = merge.base;
    const to = stepEnd(merge, head.base.bits);
    const width = widthOf(head.base.bits);
    const starts = Array.from({ length: head.base.bits > 0 ? (to - merge.at) / width : 0 }, (_, i) => merge.at + i * width);
    const stored = await readBlocks(shelf.volumes, head, starts);
    const { words, rooms } = commonTo(volume, pages);
    const { made, sum, lost } = mergeSlice({ from: merge.at, to, bits, pages, words, rooms }, stored);
    if (to === POSITIONS) known = undefined;
    /** Nothing, and undefined, where somebody else has made this step or begun the index anew. */
    const change = (how: (now: Head, writing: ShelfWriting) => Head): Promise<Head | undefined> =>
      shelf.write(async (writing) => {
        const now = await readHead(writing);
        if (!now || !hasSameBlocks(now, head)) return undefined;
        const next = how(now, writing);
        writeHead(writing, next);
        return next;
      });
    // What is lost is remembered before blocks are written that are without it.
    if (lostPage && !(await change(damagedEverywhere))) return true;
    const withLosses = (now: Head): Head => lost.reduce((sofar, start) => damaged(sofar, start, start + width), now);
    if (lost.length > 0 && !(await change(withLosses))) return true;
    await shelf.volumes.put(volume, made);
    const next = await change((now, writing) => {
      if (to === POSITIONS) writing.remove('log', now.log.first, merge.upTo);
      return stepped(now, merge, to, sum);
    });
    if (!next) return true;
    if (!next.merge) await sweep(shelf);
    return nextMerge(next, limits, settle) !== undefined;
  }

  return async (settle: boolean): Promise<boolean> => {
    const seen = await shelf.read(async (reading) => {
      const head = await readHead(reading);
      if (!head?.merge) return head && nextMerge(head, limits, settle) ? 'due' : undefined;
      const { pages, unreadable } = await readLog(reading, head);
      const { merge, log } = head;
      const taken = pages.slice(0, merge.upTo - log.first);
      return { head, merge, taken, lostPage: unreadable.some((number) => number < merge.upTo) };
    });
    if (!seen) return false;
    if (seen === 'due') return begin(settle);
    return step(seen.head, seen.merge, seen.taken, seen.lostPage, settle);
  };
}
