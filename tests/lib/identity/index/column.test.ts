/** A column against the plain list that it was made of, for lists of every length, width and order. */
import { describe, expect, test } from 'vitest';

import { Column, packColumns } from '#lib/identity/index/column.ts';

import { diceOf } from '../../../sites/promises/mutate.ts';

const SEED = 20_261_122;
const below = diceOf(SEED);

/** A list of a random length whose numbers lie in a span of so many bits, above some least number. */
function listOf(bits: number): Float64Array {
  const span = 2 ** bits;
  const least = bits === 53 ? 0 : below(2 ** 31) * 2 ** below(21);
  const fewest = Math.min(least, 2 ** 53 - span);
  return Float64Array.from({ length: below(below(8) === 0 ? 3000 : 80) }, () => {
    const number = below(2 ** 31) + below(2 ** 22) * 2 ** 31;
    return fewest + (number % span);
  });
}
const rising = (list: Float64Array): Float64Array => list.toSorted();

function written(lists: readonly Float64Array[]): Column[] {
  const words = new Uint32Array(packColumns(lists, 1));
  const columns: Column[] = [];
  for (const _ of lists) columns.push(new Column(words, columns.at(-1)?.end ?? 1));
  expect(columns.at(-1)?.end).toBe(words.length);
  return columns;
}

describe.each(Array.from({ length: 54 }, (_, bits) => bits))(`numbers of %i bits, seed ${SEED}`, (bits) => {
  const lists = Array.from({ length: 6 }, () => listOf(bits)).flatMap((list) => [list, rising(list)]);
  const columns = written(lists);

  test('come out as they went in, one by one and together', () => {
    for (const [i, list] of lists.entries()) {
      const column = columns[i] as Column;
      expect(column.length).toBe(list.length);
      expect(Array.from(list, (_, at) => column.at(at))).toEqual([...list]);
      expect(column.part()).toEqual(list);
      const from = below(list.length + 1);
      const to = from + below(list.length - from + 1);
      expect(column.part(from, to)).toEqual(list.slice(from, to));
    }
  });

  test('are found where a look at each of them finds them', () => {
    for (const [i, list] of lists.entries()) {
      if (i % 2 === 0) continue;
      const near = Array.from(list.slice(0, 40), (number) => [number - 1, number, number + 1]).flat();
      for (const value of [0, 2 ** 53, ...near]) {
        const first = list.findIndex((number) => number >= value);
        expect((columns[i] as Column).firstFrom(value)).toBe(first < 0 ? list.length : first);
      }
    }
  });
});

test('numbers that stand far apart, and many that are the same', () => {
  const lists = [
    Float64Array.of(0, 0, 0, 2 ** 53 - 1),
    Float64Array.of(1, 2 ** 53 - 1, 2 ** 53 - 1),
    new Float64Array(500).fill(7),
    Float64Array.of(...new Float64Array(300), ...new Float64Array(300).fill(2 ** 52)),
  ];
  expect(written(lists).map((column) => column.part())).toEqual(lists);
});

test('what a block holds takes about seven bytes a key', () => {
  const keys = 600;
  const fingerprints = rising(Float64Array.from({ length: keys }, () => below(2 ** 20) * 2 ** 19 + below(2 ** 19)));
  const owners = Float64Array.from({ length: keys }, () => 10_000_000_000 + 2 * below(2 ** 23));
  expect(packColumns([fingerprints, owners], 0).byteLength / keys).toBeLessThan(7.2);
});
