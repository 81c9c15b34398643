/** One step of a merge: a stretch of the base with what the log says about it taken in. Computed; nothing is read or written here. */
import { fingerprintAt, positionOf, widthOf } from './blocks.ts';
import type { Column } from './column.ts';
import type { Counts } from './head.ts';
import type { LastWords } from './last-words.ts';
import { idOf, isFirst, type LogPage } from './page.ts';
import { joined, type Pairs, type Room, sortedPairs } from './pairs.ts';
import { columnsOf, sheetOf } from './sheet.ts';
import { sievePlace, sieveSheet, sieveWidth } from './sieves.ts';

export interface Slice {
  /** Positions. */
  from: number;
  to: number;
  /** Of the blocks that come out. */
  bits: number;
  /** Pages that are taken in. */
  pages: readonly LogPage[];
  words: LastWords;
  /** What one step after the other works in. */
  rooms: readonly [Room, Room];
}

/** What the pages say of this stretch, each candidate by the last that speaks of them. */
function fromLog({ from, to, pages, words }: Slice): Pairs {
  const fingerprints: number[] = [];
  const owners: number[] = [];
  for (const [i, page] of pages.entries()) {
    const first = page.fingerprints.firstFrom(fingerprintAt(from));
    const end = page.fingerprints.firstFrom(fingerprintAt(to));
    const isOvertaken = words.isOvertaken(i);
    const found = page.fingerprints.part(first, end);
    for (const [at, owner] of page.owners.part(first, end).entries()) {
      if (isOvertaken && words.lastPage(idOf(owner)) !== i) continue;
      fingerprints.push(found[at] as number);
      owners.push(owner);
    }
  }
  return sortedPairs(fingerprints, owners);
}

/** What the blocks, of which each begins where the one before it ends, say of those of whom no page speaks. */
function fromBlocks(blocks: readonly (readonly [Column, Column])[], words: LastWords, room: Room): Pairs {
  room.make(blocks.reduce((sum, [{ length }]) => sum + length, 0));
  let count = 0;
  for (const [column, owned] of blocks) {
    const fingerprints = column.part(0, column.length, room.fingerprints.subarray(count));
    const owners = owned.part(0, column.length, room.owners.subarray(count));
    for (let at = 0; at < column.length; at++) {
      const owner = owners[at] as number;
      if (words.lastPage(idOf(owner)) >= 0) continue;
      // Never behind what is still to be looked at.
      room.fingerprints[count] = fingerprints[at] as number;
      room.owners[count++] = owner;
    }
  }
  return room.first(count);
}

export interface Merged {
  /** All blocks of the stretch, by where they begin, and its sieves. */
  made: [start: number, block: ArrayBuffer][];
  /** Of all in the stretch. */
  sum: Counts;
  /** Where a block should have been, and was none that can be read. */
  lost: number[];
}

/** @param stored the blocks of this stretch, in order. */
export function mergeSlice(slice: Slice, stored: ReadonlyMap<number, unknown>): Merged {
  const { from, to, bits, words, rooms } = slice;
  const blocks: [Column, Column][] = [];
  const lost: number[] = [];
  for (const [start, block] of stored) {
    const [column, owners] = columnsOf(block, start) ?? [];
    if (column && owners) blocks.push([column, owners]);
    else lost.push(start);
  }
  const { fingerprints, owners } = joined(fromBlocks(blocks, words, rooms[0]), fromLog(slice), rooms[1]);
  const made: Merged['made'] = [];
  const sum: Counts = { keys: owners.length, people: owners.reduce((n, owner) => n + (isFirst(owner) ? 1 : 0), 0), bytes: 0 };
  const { length } = owners;
  const stretch = (width: number, write: (start: number, at: number, end: number) => [number, ArrayBuffer]): void => {
    for (let start = from, at = 0, end = 0; start < to; start += width, at = end) {
      while (end < length && positionOf(fingerprints[end] as number) < start + width) end++;
      made.push(write(start, at, end));
    }
  };
  stretch(widthOf(bits), (start, at, end) => [start, sheetOf([fingerprints.subarray(at, end), owners.subarray(at, end)], start)]);
  stretch(sieveWidth(bits), (start, at, end) => {
    const place = sievePlace(start);
    return [place, sieveSheet(fingerprints.subarray(at, end), place)];
  });
  for (const [, { byteLength }] of made) sum.bytes += byteLength;
  return { made, sum, lost };
}
