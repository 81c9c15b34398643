/** One step of a merge: a stretch of the base with what the log says about it taken in. Computed; nothing is read or written here. */
import { fingerprintAt, positionOf, widthOf } from './blocks.ts';
import type { Column } from './column.ts';
import type { Counts } from './head.ts';
import type { LastWords } from './last-words.ts';
import { idOf, isFirst, type LogPage } from './page.ts';
import { inARow, joined, joinedAll, type Pairs } from './pairs.ts';
import { columnsOf, sheetOf } from './sheet.ts';

export interface Slice {
  /** Positions. */
  from: number;
  to: number;
  /** Of the blocks that come out. */
  bits: number;
  /** Pages that are taken in. */
  pages: readonly LogPage[];
  words: LastWords;
}

/** Those of a sorted list, from one place up to another, whose owner is to be kept. */
function kept(column: Column, owned: Column, from: number, to: number, keep: (id: number) => boolean): Pairs {
  const fingerprints = column.part(from, to);
  const owners = owned.part(from, to);
  let count = 0;
  for (const [i, owner] of owners.entries()) {
    if (!keep(idOf(owner))) continue;
    fingerprints[count] = fingerprints[i] as number;
    owners[count++] = owner;
  }
  return { fingerprints: fingerprints.subarray(0, count), owners: owners.subarray(0, count) };
}

/** What the pages say of this stretch, each candidate by the last that speaks of them. */
function fromLog({ from, to, pages, words }: Slice): Pairs {
  const [least, end] = [fingerprintAt(from), fingerprintAt(to)];
  const parts = pages.map(({ fingerprints, owners }, i) => {
    const keep = words.isOvertaken(i) ? (id: number) => words.lastPage(id) === i : () => true;
    return kept(fingerprints, owners, fingerprints.firstFrom(least), fingerprints.firstFrom(end), keep);
  });
  return joinedAll(parts);
}

/** What the blocks say of those of whom no page speaks. */
function fromBlocks(blocks: readonly (readonly [Column, Column])[], words: LastWords): Pairs {
  return inARow(blocks.map(([column, owners]) => kept(column, owners, 0, owners.length, (id) => words.lastPage(id) < 0)));
}

export interface Merged {
  /** All blocks of the stretch, by where they begin. */
  made: [start: number, block: ArrayBuffer][];
  /** Of all in the stretch. */
  sum: Counts;
  /** Where a block should have been, and was none that can be read. */
  lost: number[];
}

/** @param stored the blocks of this stretch, in order. */
export function mergeSlice(slice: Slice, stored: ReadonlyMap<number, unknown>): Merged {
  const { from, to, bits, words } = slice;
  const blocks: [Column, Column][] = [];
  const lost: number[] = [];
  for (const [start, block] of stored) {
    const [column, owners] = columnsOf(block, start) ?? [];
    if (column && owners) blocks.push([column, owners]);
    else lost.push(start);
  }
  const { fingerprints, owners } = joined(fromBlocks(blocks, words), fromLog(slice));
  const made: Merged['made'] = [];
  const sum: Counts = { keys: owners.length, people: owners.reduce((n, owner) => n + (isFirst(owner) ? 1 : 0), 0), bytes: 0 };
  let at = 0;
  for (let start = from; start < to; start += widthOf(bits)) {
    let end = at;
    while (end < owners.length && positionOf(fingerprints[end] as number) < start + widthOf(bits)) end++;
    const block = sheetOf([fingerprints.subarray(at, end), owners.subarray(at, end)], start);
    at = end;
    sum.bytes += block.byteLength;
    made.push([start, block]);
  }
  return { made, sum, lost };
}
