/**
 * Which blocks need not be read: for every 64 blocks a merge writes a sieve of what is in them into the same volume, behind the
 * blocks. Most of those who are asked about on a results page are nobody's, and a block costs more to fetch than to search.
 */
import type { Volumes } from '#lib/storage/people-volumes.ts';

import { POSITIONS, positionOf, widthOf } from './blocks.ts';
import { beginningOf } from './fingerprint.ts';
import type { Head } from './head.ts';
import { opened, sealed } from './sheet.ts';
import { Sieve, wordsFor } from './sieve.ts';

const IN_A_SIEVE = 64;

/** Positions of which a sieve tells. */
export const sieveWidth = (bits: number): number => IN_A_SIEVE * widthOf(bits);
/** Where the sieve of the blocks from `start` on is stored. */
export const sievePlace = (start: number): number => POSITIONS + start;

/** The first word is the checksum's. */
export function sieveSheet(fingerprints: Float64Array, place: number): ArrayBuffer {
  const words = new Uint32Array(1 + wordsFor(fingerprints.length));
  const sieve = new Sieve(words.subarray(1));
  for (const fingerprint of fingerprints) sieve.add(beginningOf(fingerprint));
  return sealed(words.buffer, place);
}

/** Undefined where it cannot be read. */
function readSieve(value: unknown, place: number): Sieve | undefined {
  const buffer = opened(value, place);
  return buffer && new Sieve(new Uint32Array(buffer, 4));
}

/** Whether anybody may have a fingerprint, or a name whose least fingerprint it is. */
export type MayHave = (fingerprint: number) => boolean;

export interface Sieves {
  /** @param blocks that would be read without. */
  of(head: Head, blocks: number): Promise<MayHave>;
  /** Lets go of their memory. */
  release(): void;
}

/** Reads them for who would read more blocks than there are sieves, and keeps them until the base is another. */
export function siever(volumes: Volumes): Sieves {
  let known: { volume: number; sieves: readonly (Sieve | undefined)[] } | undefined;

  return {
    async of({ base, merge }: Head, blocks: number): Promise<MayHave> {
      const width = sieveWidth(base.bits);
      const places = Array.from({ length: Math.floor(POSITIONS / width) }, (_, i) => sievePlace(i * width));
      if (merge || known?.volume !== base.volume) known = undefined;
      if (!known && (merge || blocks <= Math.max(IN_A_SIEVE, places.length))) return () => true;
      if (!known) {
        const values = await volumes.get(base.volume, places);
        known = { volume: base.volume, sieves: values.map((value, i) => readSieve(value, places[i] as number)) };
      }
      const { sieves } = known;
      return (fingerprint) => sieves[Math.floor(positionOf(fingerprint) / width)]?.mayHave(beginningOf(fingerprint)) !== false;
    },
    release(): void {
      known = undefined;
    },
  };
}
