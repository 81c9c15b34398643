/** Which of many pages is the last to speak for a candidate; made once for a merge, which asks it of everybody in the base. */
import { isWithin, type LogPage } from './log.ts';
import { Sieve } from './sieve.ts';

export interface LastWords {
  /** The page's place among the pages, or -1 where none speaks for the candidate. */
  lastPage(id: number): number;
  /** Whether a later page speaks for anybody of whom this one does. */
  isOvertaken(page: number): boolean;
}

export function lastWords(pages: readonly LogPage[]): LastWords {
  const total = pages.reduce((sum, { speaksFor }) => sum + speaksFor.length, 0);
  const spoken = new Float64Array(total);
  const by = new Uint32Array(total);
  const sieve = new Sieve();
  let count = 0;
  for (const [page, { speaksFor }] of pages.entries()) {
    for (let i = 0; i < speaksFor.length; i++) {
      const id = speaksFor.at(i);
      sieve.add(id);
      spoken[count] = id;
      by[count++] = page;
    }
  }
  const order = Uint32Array.from(spoken.keys()).sort((a, b) => (spoken[a] as number) - (spoken[b] as number) || a - b);
  const ids = Float64Array.from(order, (i) => spoken[i] as number);
  const overtaken = new Set<number>();
  for (let i = 1; i < total; i++) if (ids[i] === ids[i - 1]) overtaken.add(by[order[i - 1] as number] as number);

  /** The pages that tell everybody of a range; few, or none, but while everybody is told once more. */
  const telling = [...pages.entries()].filter(([, { whole }]) => whole.length > 0);
  const lastTelling = telling.at(-1)?.[0] ?? -1;

  return {
    lastPage(id) {
      const within = telling.findLast(([, page]) => isWithin(page, id))?.[0] ?? -1;
      if (!sieve.mayHave(id)) return within;
      // The last of those that are not above it.
      let from = 0;
      let to = total;
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((ids[middle] as number) <= id) from = middle + 1;
        else to = middle;
      }
      const named = from > 0 && ids[from - 1] === id ? (by[order[from - 1] as number] as number) : -1;
      return Math.max(named, within);
    },
    isOvertaken: (page) => page < lastTelling || overtaken.has(page),
  };
}
