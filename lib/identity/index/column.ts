/**
 * A list of whole numbers (0 to 2⁵³) in few bytes, each as far above the least of them as it is: four bytes, and as many more
 * as the widest needs. Read where it stands; nothing is unpacked for a search.
 */
export interface Column {
  readonly length: number;
  at(index: number): number;
}

/** Words of a column's head: its least number (two words), its length, and its bytes beyond four. */
const HEAD = 4;

const wordsOf = (length: number, extra: number): number => HEAD + length + Math.ceil((length * extra) / 4);

/** What a column of these numbers is going to need. */
export function measured(numbers: Float64Array): { least: number; extra: number; words: number } {
  let least = numbers[0] ?? 0;
  let most = least;
  for (const number of numbers) {
    if (number < least) least = number;
    else if (number > most) most = number;
  }
  let extra = 0;
  for (let rest = (most - least) / 2 ** 32; rest >= 1; rest /= 256) extra++;
  return { least, extra, words: wordsOf(numbers.length, extra) };
}

/** Writes a column at word `at`; answers the word after it. */
export function packColumn(numbers: Float64Array, buffer: ArrayBuffer, at: number): number {
  const { least, extra, words } = measured(numbers);
  const { length } = numbers;
  const all = new Uint32Array(buffer);
  all[at] = least;
  all[at + 1] = least / 2 ** 32;
  all[at + 2] = length;
  all[at + 3] = extra;
  const low = all.subarray(at + HEAD);
  const high = new Uint8Array(buffer, (at + HEAD + length) * 4);
  for (let i = 0; i < length; i++) {
    const above = (numbers[i] as number) - least;
    low[i] = above;
    let rest = Math.floor(above / 2 ** 32);
    for (let place = i; rest > 0; place += length) {
      high[place] = rest;
      rest = Math.floor(rest / 256);
    }
  }
  return at + words;
}

/** The column that `packColumn` wrote at word `at`, and the word after it. */
export function columnAt(buffer: ArrayBuffer, at: number): { column: Column; end: number } {
  const all = new Uint32Array(buffer);
  const least = (all[at] as number) + (all[at + 1] as number) * 2 ** 32;
  const length = all[at + 2] as number;
  const extra = all[at + 3] as number;
  const low = all.subarray(at + HEAD, at + HEAD + length);
  const high = new Uint8Array(buffer, (at + HEAD + length) * 4, length * extra);
  const column = {
    length,
    at(index: number): number {
      let rest = 0;
      for (let place = (extra - 1) * length + index; place >= 0; place -= length) rest = rest * 256 + (high[place] as number);
      return least + rest * 2 ** 32 + (low[index] as number);
    },
  };
  return { column, end: at + wordsOf(length, extra) };
}

/** Where in a sorted column the first number stands that is not below `value`. */
export function firstFrom(column: Column, value: number): number {
  let from = 0;
  let to = column.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (column.at(middle) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
