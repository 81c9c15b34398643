/** Which of many pages is the last to speak for a candidate; made once for a merge, which asks it of everybody in the base. */
import { isWithin, type LogPage } from './page.ts';
import { Sieve, wordsFor } from './sieve.ts';

export interface LastWords {
  /** The page's place among the pages, or -1 where none speaks for the candidate. */
  lastPage(id: number): number;
  /** Whether a later page speaks for anybody of whom this one does. */
  isOvertaken(page: number): boolean;
}

/** Where in a sorted list the last number stands that is not above `value`; -1 where all are. */
function lastUpTo(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The last page that tells everybody of a range with this id in it, or -1. While everybody is told once more, each page does. */
function lastRanges(pages: readonly LogPage[]): (id: number) => number {
  const bounds = pages.flatMap(({ whole }) => (whole.length > 0 ? [whole.at(0), whole.at(1) + 1] : []));
  const starts = Float64Array.from(new Set(bounds)).sort();
  const last = Array.from(starts, (start) => pages.findLastIndex((page) => isWithin(page, start)));
  return (id) => last[lastUpTo(starts, id)] ?? -1;
}

export function lastWords(pages: readonly LogPage[]): LastWords {
  const total = pages.reduce((sum, { speaksFor }) => sum + speaksFor.length, 0);
  const spoken = new Float64Array(total);
  const by = new Uint32Array(total);
  const sieve = new Sieve(new Uint32Array(wordsFor(total)));
  let count = 0;
  for (const [page, { speaksFor }] of pages.entries()) {
    for (const id of speaksFor.part()) {
      sieve.add(id);
      spoken[count] = id;
      by[count++] = page;
    }
  }
  const order = Uint32Array.from(spoken.keys()).sort((a, b) => (spoken[a] as number) - (spoken[b] as number) || a - b);
  const ids = Float64Array.from(order, (i) => spoken[i] as number);
  const overtaken = new Set<number>();
  for (let i = 1; i < total; i++) if (ids[i] === ids[i - 1]) overtaken.add(by[order[i - 1] as number] as number);

  const ranges = lastRanges(pages);
  const lastTelling = pages.findLastIndex(({ whole }) => whole.length > 0);

  return {
    lastPage(id) {
      const within = ranges(id);
      if (!sieve.mayHave(id)) return within;
      const at = lastUpTo(ids, id);
      return at >= 0 && ids[at] === id ? Math.max(by[order[at] as number] as number, within) : within;
    },
    isOvertaken: (page) => page < lastTelling || overtaken.has(page),
  };
}
