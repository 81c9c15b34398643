/** Which of many pages is the last to speak for a candidate; made once for a merge, which asks it of everybody in the base. */
import type { LogPage } from './log.ts';

/** Candidates' ids come close to each other: their last bits tell most of the strangers apart without a search. */
const SIEVE_BITS = 2 ** 20;

/** Answers the page's place among `pages`, or -1 where none speaks for the candidate. */
export function latestOf(pages: readonly LogPage[]): (id: number) => number {
  const total = pages.reduce((sum, { speaksFor }) => sum + speaksFor.length, 0);
  const all = new Float64Array(total);
  const pageOf = new Uint32Array(total);
  const sieve = new Uint8Array(SIEVE_BITS / 8);
  let count = 0;
  for (const [page, { speaksFor }] of pages.entries()) {
    for (let i = 0; i < speaksFor.length; i++) {
      const id = speaksFor.at(i);
      all[count] = id;
      pageOf[count++] = page;
      const bit = id % SIEVE_BITS;
      sieve[bit >> 3] = (sieve[bit >> 3] as number) | (1 << (bit & 7));
    }
  }
  const order = Uint32Array.from(all.keys()).sort((a, b) => (all[a] as number) - (all[b] as number) || a - b);
  const ids = Float64Array.from(order, (i) => all[i] as number);

  return (id) => {
    const bit = id % SIEVE_BITS;
    if (((sieve[bit >> 3] as number) & (1 << (bit & 7))) === 0) return -1;
    // The last of those that are not above it.
    let from = 0;
    let to = total;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((ids[middle] as number) <= id) from = middle + 1;
      else to = middle;
    }
    return from > 0 && ids[from - 1] === id ? (pageOf[order[from - 1] as number] as number) : -1;
  };
}
