/**
 * A list of whole numbers (0 to 2⁵³) in few bytes, each as far above the least of them as it is: four bytes, and as many more
 * as the widest needs. Read where it stands; nothing is unpacked for a search.
 */

/** Words of a column's head: its least number (two words), its length, and its bytes beyond four. */
const HEAD = 4;

const wordsOf = (length: number, extra: number): number => HEAD + length + Math.ceil((length * extra) / 4);

/** What a column of these numbers is going to need. */
function measured(numbers: Float64Array): { least: number; extra: number } {
  let least = numbers[0] ?? 0;
  let most = least;
  for (const number of numbers) {
    if (number < least) least = number;
    else if (number > most) most = number;
  }
  let extra = 0;
  for (let rest = (most - least) / 2 ** 32; rest >= 1; rest /= 256) extra++;
  return { least, extra };
}

/** Makes room for all of the columns, after `before` words, and writes them; answers the bytes. */
export function packColumns(columns: readonly Float64Array[], before: number): ArrayBuffer {
  const plans = columns.map((numbers) => ({ numbers, ...measured(numbers) }));
  const words = plans.reduce((sum, { numbers, extra }) => sum + wordsOf(numbers.length, extra), before);
  const buffer = new ArrayBuffer(words * 4);
  const all = new Uint32Array(buffer);
  let at = before;
  for (const { numbers, least, extra } of plans) {
    const { length } = numbers;
    all[at] = least;
    all[at + 1] = least / 2 ** 32;
    all[at + 2] = length;
    all[at + 3] = extra;
    const low = all.subarray(at + HEAD, at + HEAD + length);
    const high = new Uint8Array(buffer, (at + HEAD + length) * 4, length * extra);
    for (let i = 0; i < length; i++) {
      const above = (numbers[i] as number) - least;
      low[i] = above;
      let rest = above / 2 ** 32;
      for (let place = i; place < high.length; place += length, rest /= 256) high[place] = rest;
    }
    at += wordsOf(length, extra);
  }
  return buffer;
}

export class Column {
  readonly length: number;
  /** The word after it. */
  readonly end: number;
  readonly #least: number;
  readonly #low: Uint32Array;
  readonly #high: Uint8Array;

  /** The column that was written at word `at`. */
  constructor(buffer: ArrayBuffer, at: number) {
    const [low = 0, high = 0, length = 0, extra = 0] = new Uint32Array(buffer, at * 4, HEAD);
    this.#least = low + high * 2 ** 32;
    this.length = length;
    this.#low = new Uint32Array(buffer, (at + HEAD) * 4, length);
    this.#high = new Uint8Array(buffer, (at + HEAD + length) * 4, length * extra);
    this.end = at + wordsOf(length, extra);
  }

  at(index: number): number {
    let rest = 0;
    for (let place = this.#high.length - this.length + index; place >= 0; place -= this.length)
      rest = rest * 256 + (this.#high[place] as number);
    return this.#least + rest * 2 ** 32 + (this.#low[index] as number);
  }

  /** Where in a sorted column the first number stands that is not below `value`. */
  firstFrom(value: number): number {
    let from = 0;
    let to = this.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.at(middle) < value) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
