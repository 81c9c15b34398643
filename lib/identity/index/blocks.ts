/**
 * Where in the base a fingerprint stands. The fingerprints' whole span has 2¹⁶ positions; a block holds a stretch of them, and is
 * stored under its first. There are as many blocks (2ᵇⁱᵗˢ) as keep each small enough to be read for one key: a base that grows
 * gets more, in the course of a merge.
 */
import type { Volumes } from '#lib/storage/people-volumes.ts';

import type { Base, Head } from './head.ts';

export const POSITIONS = 2 ** 16;
const MOST_BITS = 16;
/** With fewer, the blocks of a base that outgrows them would be too many for one step of a merge. */
const LEAST_BITS = 6;

export const positionOf = (fingerprint: number): number => Math.floor(fingerprint / 2 ** 36);
/** The least fingerprint at a position. */
export const fingerprintAt = (position: number): number => position * 2 ** 36;
export const widthOf = (bits: number): number => 2 ** (MOST_BITS - bits);

/** As many as so many keys need; never fewer than there are, so that no block has to be joined to another. */
export function bitsFor(keys: number, inABlock: number, bits: number): number {
  const wanted = Math.ceil(Math.log2(Math.max(1, keys / inABlock)));
  return Math.max(bits, LEAST_BITS, Math.min(MOST_BITS, wanted));
}

/** What a merge has passed already stands as the merge leaves it. */
export const baseAt = ({ base, merge }: Head, position: number): Base => (merge && position < merge.at ? merge.base : base);

/** The block of a position; undefined while there is none. */
export function blockAt(head: Head, position: number): number | undefined {
  const { bits } = baseAt(head, position);
  return bits === 0 ? undefined : position - (position % widthOf(bits));
}

/** The blocks that begin there, each from the volume in which it is. */
export async function readBlocks(volumes: Volumes, head: Head, starts: readonly number[]): Promise<ReadonlyMap<number, unknown>> {
  const byVolume = Map.groupBy(starts, (start) => baseAt(head, start).volume);
  const read = Array.from(byVolume, async ([volume, those]) => {
    const values = await volumes.get(volume, those);
    return those.map((start, i) => [start, values[i]] as const);
  });
  return new Map((await Promise.all(read)).flat());
}
