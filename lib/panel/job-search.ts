/**
 * Finding a job among ten thousand while somebody types: every word must occur somewhere in name, requisition id, department
 * or office; case and accents do not matter. The texts are prepared once per list, so a keystroke is one pass of `includes`.
 */
import type { Job } from '#lib/greenhouse/schema.ts';

/** Letters that Unicode does not take apart into a base and a mark. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => PLAIN[letter] ?? letter);

export interface IndexedJob {
  job: Job;
  name: string;
  haystack: string;
}

/** In the order of names, so that no search has to sort. */
export function indexJobs(jobs: readonly Job[]): IndexedJob[] {
  const byName = new Intl.Collator();
  return jobs
    .map((job) => {
      const name = plain(job.name);
      return {
        job,
        name,
        haystack: plain([job.name, job.requisitionId, job.department, ...job.offices].filter(Boolean).join(' ')),
      };
    })
    .sort((a, b) => byName.compare(a.name, b.name));
}

export interface FoundJobs {
  /** The best ones, no more than asked for. */
  jobs: Job[];
  /** How many there are in all. */
  total: number;
}

/** Used lately, then mine, then names that begin with what was typed, then the rest. `recent` holds job ids, latest first. */
export function searchJobs(index: readonly IndexedJob[], query: string, recent: readonly number[], limit: number): FoundJobs {
  const typed = plain(query).trim();
  const words = typed.split(/\s+/).filter(Boolean);
  const place = new Map(recent.map((jobId, position) => [jobId, position]));
  const used: Job[] = [];
  const mine: Job[] = [];
  const beginning: Job[] = [];
  const rest: Job[] = [];
  for (const { job, name, haystack } of index) {
    if (!words.every((word) => haystack.includes(word))) continue;
    if (place.has(job.id)) used.push(job);
    else if (job.mine) mine.push(job);
    else if (typed && name.startsWith(typed)) beginning.push(job);
    else rest.push(job);
  }
  used.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return {
    jobs: [...used, ...mine, ...beginning, ...rest].slice(0, limit),
    total: used.length + mine.length + beginning.length + rest.length,
  };
}
