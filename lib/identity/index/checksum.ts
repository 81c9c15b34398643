/**
 * A checksum of 32 bits over words of 32. Each step is one to one, so that a change within a single word is always noticed, and
 * any other but for one in 2³². A byte-wise one (CRC, FNV) would take longer than the search in what it guards.
 */
export function checksum(words: Uint32Array, from: number, seed: number): number {
  let sum = seed ^ words.length;
  for (let i = from; i < words.length; i++) {
    sum = Math.imul(sum ^ (words[i] as number), 0x9e3779b1);
    sum = (sum << 13) | (sum >>> 19);
  }
  return sum >>> 0;
}
