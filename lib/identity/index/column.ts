/**
 * A list of whole numbers (0 to 2⁵³) in few bits, each as far above the least of them as it is. Read where it stands; nothing is
 * unpacked for a search.
 *
 * In any order, each takes as many bits as the widest. If they are sorted, only the low bits of each are written so; what is above
 * them grows from number to number, by one or two on the average, and is told by the place of one bit (Elias and Fano): the number
 * at `i` whose high part is `h` has bit `h + i`. So a number takes two or three bits more than what is between it and the next.
 */
import { countOnes, lowestOne, readBits, writeBits } from './bits.ts';

/** Words of a column's head: its least number (two words), its length, and the width of its low parts with the words of its high ones. */
const HEAD = 4;
const WIDTHS = 64;

/** How a list is written. */
interface Plan {
  numbers: Float64Array;
  least: number;
  /** Bits of each low part. */
  width: number;
  /** Words for the high parts; none if they are not sorted. */
  highs: number;
}

const lowsOf = (length: number, width: number): number => Math.ceil((length * width) / 32);
const wordsOf = ({ numbers: { length }, width, highs }: Plan): number => HEAD + lowsOf(length, width) + highs;

function planOf(numbers: Float64Array): Plan {
  const { length } = numbers;
  let least = numbers[0] ?? 0;
  let most = least;
  let isSorted = length > 0;
  for (const number of numbers) {
    if (number < most) isSorted = false;
    if (number < least) least = number;
    else if (number > most) most = number;
  }
  const span = most - least;
  let width = 1;
  while (2 ** width * (isSorted ? 2 * length : 1) <= span) width++;
  return { numbers, least, width, highs: isSorted ? Math.ceil((length + Math.floor(span / 2 ** width)) / 32) : 0 };
}

/** Makes room for all of the columns, after `before` words, and writes them; answers the bytes. */
export function packColumns(columns: readonly Float64Array[], before: number): ArrayBuffer {
  const plans = columns.map(planOf);
  const all = new Uint32Array(plans.reduce((sum, plan) => sum + wordsOf(plan), before));
  let at = before;
  for (const plan of plans) {
    const { numbers, least, width, highs } = plan;
    all[at] = least;
    all[at + 1] = least / 2 ** 32;
    all[at + 2] = numbers.length;
    all[at + 3] = width + highs * WIDTHS;
    const low = (at + HEAD) * 32;
    const high = (at + HEAD + lowsOf(numbers.length, width)) * 32;
    for (let i = 0; i < numbers.length; i++) {
      const above = (numbers[i] as number) - least;
      writeBits(all, low + i * width, width, above);
      if (highs > 0) writeBits(all, high + i + Math.floor(above / 2 ** width), 1, 1);
    }
    at += wordsOf(plan);
  }
  return all.buffer;
}

export class Column {
  readonly length: number;
  /** The word after it. */
  readonly end: number;
  readonly #words: Uint32Array;
  readonly #least: number;
  readonly #width: number;
  /** The bit where the low parts begin. */
  readonly #low: number;
  /** The word where the high parts begin; the end if there are none. */
  readonly #high: number;

  /** The column that was written at word `at`. */
  constructor(words: Uint32Array, at: number) {
    const [low = 0, high = 0, length = 0, plan = 0] = words.subarray(at, at + HEAD);
    this.#words = words;
    this.#least = low + high * 2 ** 32;
    this.length = length;
    this.#width = plan % WIDTHS;
    this.#low = (at + HEAD) * 32;
    this.#high = at + HEAD + lowsOf(length, this.#width);
    this.end = this.#high + Math.floor(plan / WIDTHS);
  }

  #lowAt(index: number): number {
    return this.#least + readBits(this.#words, this.#low + index * this.#width, this.#width);
  }

  /** The bit, counted from where the high parts begin, that stands for the number. */
  #bitOf(index: number): number {
    let rest = index;
    let word = this.#high;
    for (; word < this.end; word++) {
      const ones = countOnes(this.#words[word] as number);
      if (rest < ones) break;
      rest -= ones;
    }
    let ones = this.#words[word] as number;
    for (; rest > 0; rest--) ones &= ones - 1;
    return (word - this.#high) * 32 + lowestOne(ones);
  }

  at(index: number): number {
    const above = this.#high < this.end ? (this.#bitOf(index) - index) * 2 ** this.#width : 0;
    return above + this.#lowAt(index);
  }

  /** The numbers from one place up to another, unpacked into a list: quicker than one by one. */
  part(from = 0, to = this.length, numbers = new Float64Array(to - from)): Float64Array {
    for (let i = from; i < to; i++) numbers[i - from] = this.#lowAt(i);
    if (this.#high === this.end || from === to) return numbers;
    const scale = 2 ** this.#width;
    const first = this.#bitOf(from);
    let word = this.#high + (first >>> 5);
    let ones = (this.#words[word] as number) & (-1 << (first & 31));
    for (let i = from; i < to; i++) {
      while (ones === 0 && word < this.end) ones = this.#words[++word] as number;
      numbers[i - from] = (numbers[i - from] as number) + ((word - this.#high) * 32 + lowestOne(ones) - i) * scale;
      ones &= ones - 1;
    }
    return numbers;
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
