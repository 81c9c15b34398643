/** Tells of most numbers that are not among many that they are not, in a few looks. Never wrong about one that is. */
const LOOKS = 3;

/** With as many bits as this for each number, it is wrong about one in sixteen that is not among them. */
const BITS_EACH = 6;
export const wordsFor = (numbers: number): number => Math.ceil((numbers * BITS_EACH) / 32) + 1;

export class Sieve {
  readonly #words: Uint32Array;

  /** @param words zeros, or those of a sieve that was filled before. */
  constructor(words: Uint32Array) {
    this.#words = words;
  }

  add(number: number): void {
    this.#look(number, true);
  }

  mayHave(number: number): boolean {
    return this.#look(number, false);
  }

  /** Whether all of the number's bits are set; or sets them. */
  #look(number: number, sets: boolean): boolean {
    const words = this.#words;
    const bits = words.length * 32;
    let hash = Math.imul(number ^ Math.imul(number / 2 ** 32, 0x85ebca6b), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    const step = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) | 1;
    for (let look = 0; look < LOOKS; look++) {
      const bit = (hash >>> 0) % bits;
      const word = words[bit >>> 5] as number;
      if (sets) words[bit >>> 5] = word | (1 << (bit & 31));
      else if ((word & (1 << (bit & 31))) === 0) return false;
      hash += step;
    }
    return true;
  }
}
