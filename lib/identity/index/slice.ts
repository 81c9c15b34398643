/** One step of a merge: a stretch of the base with what the log says about it taken in. Computed; nothing is read or written here. */
import { fingerprintAt, positionOf, widthOf } from './blocks.ts';
import { firstFrom, type Column } from './column.ts';
import type { Base } from './head.ts';
import type { LogPage } from './log.ts';
import { idOf, isFirst } from './page.ts';
import { columnsOf, sheetOf } from './sheet.ts';

export interface Slice {
  /** Positions. */
  from: number;
  to: number;
  /** Of the blocks that come out. */
  bits: number;
  /** Pages that are taken in, and which of them is the last word about a candidate. */
  pages: readonly LogPage[];
  latest: (id: number) => number;
}

interface Pairs {
  fingerprints: Float64Array;
  owners: Float64Array;
}

/** What the pages say of this stretch, each candidate by their last page, sorted. */
function fromLog({ from, to, pages, latest }: Slice): Pairs {
  const found: number[] = [];
  const whose: number[] = [];
  for (const [i, { fingerprints, owners }] of pages.entries()) {
    const end = firstFrom(fingerprints, fingerprintAt(to));
    for (let at = firstFrom(fingerprints, fingerprintAt(from)); at < end; at++) {
      const owner = owners.at(at);
      if (latest(idOf(owner)) !== i) continue;
      found.push(fingerprints.at(at));
      whose.push(owner);
    }
  }
  const order = Uint32Array.from(found.keys()).sort(
    (a, b) => (found[a] as number) - (found[b] as number) || (whose[a] as number) - (whose[b] as number),
  );
  return {
    fingerprints: Float64Array.from(order, (i) => found[i] as number),
    owners: Float64Array.from(order, (i) => whose[i] as number),
  };
}

/** Blocks and pairs, both sorted, as one; of the blocks only those whom no page speaks for. */
function joined(blocks: readonly (readonly [Column, Column])[], log: Pairs, latest: Slice['latest']): Pairs {
  const most = blocks.reduce((sum, [column]) => sum + column.length, log.owners.length);
  const fingerprints = new Float64Array(most);
  const owners = new Float64Array(most);
  let count = 0;
  let taken = 0;
  const takeBelow = (fingerprint: number, owner: number): void => {
    while (taken < log.owners.length) {
      const next = log.fingerprints[taken] as number;
      if (next > fingerprint || (next === fingerprint && (log.owners[taken] as number) > owner)) return;
      fingerprints[count] = next;
      owners[count++] = log.owners[taken++] as number;
    }
  };
  for (const [column, whose] of blocks) {
    for (let i = 0; i < column.length; i++) {
      const owner = whose.at(i);
      if (latest(idOf(owner)) >= 0) continue;
      const fingerprint = column.at(i);
      takeBelow(fingerprint, owner);
      fingerprints[count] = fingerprint;
      owners[count++] = owner;
    }
  }
  takeBelow(Infinity, Infinity);
  return { fingerprints: fingerprints.subarray(0, count), owners: owners.subarray(0, count) };
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
  const { from, to, bits, latest } = slice;
  const blocks: [Column, Column][] = [];
  const lost: number[] = [];
  for (let start = width > 0 ? from : to; start < to; start += width) {
    const [column, owners] = columnsOf(stored.get(start), start) ?? [];
    if (column && owners) blocks.push([column, owners]);
    else lost.push(start);
  }
  const { fingerprints, owners } = joined(blocks, fromLog(slice), latest);
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
