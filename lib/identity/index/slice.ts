/** One step of a merge: a stretch of the base with what the log says about it taken in. Computed; nothing is read or written here. */
import { fingerprintAt, positionOf, widthOf } from './blocks.ts';
import type { Column } from './column.ts';
import type { Base } from './head.ts';
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
function kept(fingerprints: Column, owners: Column, from: number, to: number, keep: (id: number) => boolean): Pairs {
  const pairs = { fingerprints: new Float64Array(to - from), owners: new Float64Array(to - from) };
  let count = 0;
  for (let i = from; i < to; i++) {
    const owner = owners.at(i);
    if (!keep(idOf(owner))) continue;
    pairs.fingerprints[count] = fingerprints.at(i);
    pairs.owners[count++] = owner;
  }
  return { fingerprints: pairs.fingerprints.subarray(0, count), owners: pairs.owners.subarray(0, count) };
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

const areSame = (one: ArrayBuffer, other: unknown): boolean => {
  if (!(other instanceof ArrayBuffer) || one.byteLength !== other.byteLength) return false;
  const words = new Uint32Array(other);
  return new Uint32Array(one).every((word, i) => word === words[i]);
};

export interface Merged {
  /** The blocks that are not as they were, by where they begin. */
  made: [start: number, block: ArrayBuffer][];
  /** Of all in the stretch. */
  sum: Base;
  /** Where a block should have been, and was none that can be read. */
  lost: number[];
}

/**
 * @param stored the blocks that there are in this stretch, by where they begin.
 * @param width of each, in positions; 0 where there is no base yet.
 */
export function mergeSlice(slice: Slice, stored: ReadonlyMap<number, unknown>, width: number): Merged {
  const { from, to, bits, words } = slice;
  const blocks: [Column, Column][] = [];
  const lost: number[] = [];
  for (let start = width > 0 ? from : to; start < to; start += width) {
    const [column, owners] = columnsOf(stored.get(start), start) ?? [];
    if (column && owners) blocks.push([column, owners]);
    else lost.push(start);
  }
  const { fingerprints, owners } = joined(fromBlocks(blocks, words), fromLog(slice));
  const made: Merged['made'] = [];
  const sum: Base = { bits, keys: owners.length, people: owners.reduce((n, owner) => n + (isFirst(owner) ? 1 : 0), 0), bytes: 0 };
  let at = 0;
  for (let start = from; start < to; start += widthOf(bits)) {
    let end = at;
    while (end < owners.length && positionOf(fingerprints[end] as number) < start + widthOf(bits)) end++;
    const block = sheetOf([fingerprints.subarray(at, end), owners.subarray(at, end)], start);
    at = end;
    sum.bytes += block.byteLength;
    // Most blocks stay as they are where little has changed.
    if (!areSame(block, stored.get(start))) made.push([start, block]);
  }
  return { made, sum, lost };
}
