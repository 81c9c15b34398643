/** Whole numbers one behind the other in words of 32 bits, each as wide as the caller says: 1 to 53 bits. */

const LOW = 32;

/** The number that begins at bit `at`. */
export function readBits(words: Uint32Array, at: number, width: number): number {
  if (width > LOW) return readBits(words, at, LOW) + readBits(words, at + LOW, width - LOW) * 2 ** LOW;
  const word = at >>> 5;
  const shift = at & 31;
  let value = (words[word] as number) >>> shift;
  if (shift + width > LOW) value |= (words[word + 1] as number) << (LOW - shift);
  return (value & (-1 >>> (LOW - width))) >>> 0;
}

/** Writes the lowest bits of a number where there are zeros. */
export function writeBits(words: Uint32Array, at: number, width: number, number: number): void {
  if (width > LOW) {
    writeBits(words, at, LOW, number);
    return writeBits(words, at + LOW, width - LOW, Math.floor(number / 2 ** LOW));
  }
  const word = at >>> 5;
  const shift = at & 31;
  const value = number & (-1 >>> (LOW - width));
  words[word] = (words[word] as number) | (value << shift);
  if (shift + width > LOW) words[word + 1] = (words[word + 1] as number) | (value >>> (LOW - shift));
}

export function countOnes(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where the lowest one of a word stands that is not zero. */
export const lowestOne = (word: number): number => 31 - Math.clz32(word & -word);
