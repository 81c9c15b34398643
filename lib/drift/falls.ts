/**
 * Whether a field that used to be there is gone: a judgement about this machine's own history, because how sparse profiles are
 * depends on whom a recruiter looks for.
 *
 * A field that was found with probability p is missed m times in a row by chance with probability (1 - p)^m. It is called missing when
 * that is below one in a million, when there are at least six profiles in the row, and when the row is more than twice as long as
 * any that came to an end before (sparse profiles come in clusters, and then p alone knows too little). With p = 0.95 that takes 6
 * profiles, with 0.7 12, with 0.5 20. Below 0.3 nothing is said. The p that is used is a careful one: what was found, with two
 * further profiles on which it was not.
 *
 * A redesign that only some of the visits are shown ends each row by chance, and is mostly not noticed. Comparing the rate of the
 * last profiles with that of all before would notice it, and every new search for people with sparser profiles as well: from
 * these counts the two cannot be told apart, and a recruiter changes searches more often than a site its pages.
 */
import { WATCHED, type ReaderCounts, type Watched } from './counts.ts';

const ENOUGH = 20;
const SHORTEST_ROW = 6;
const BY_CHANCE = 1e-6;
const USUAL = 0.3;

export interface Fall {
  /** In the order of the panel; `profile` alone when pages are not even read as profiles. */
  missing: Watched[];
  /** What was usual and still comes. */
  works: Watched[];
  /** The local day, ISO, on which the first of them was missed first. */
  since: string;
}

export function isMissing(counts: ReaderCounts, field: Watched): boolean {
  const row = counts.missed[field]?.row ?? 0;
  if (row < SHORTEST_ROW || row <= 2 * (counts.longest[field] ?? 0)) return false;
  const { of, found } = before(counts, field);
  if (of < ENOUGH) return false;
  const usual = found / (of + 2);
  return usual >= USUAL && (1 - usual) ** row < BY_CHANCE;
}

/** What has changed on a site, or `undefined` while nothing is beyond chance. */
export function fallOf(counts: ReaderCounts | undefined): Fall | undefined {
  if (!counts) return undefined;
  const all = WATCHED.filter((field) => isMissing(counts, field));
  const missing: Watched[] = all.includes('profile') ? ['profile'] : all;
  if (missing.length === 0) return undefined;
  const works = WATCHED.filter((field) => field !== 'profile' && !counts.missed[field] && share(counts, field) >= USUAL);
  const since = missing.map((field) => counts.missed[field]?.since ?? '').toSorted()[0] ?? '';
  return { missing, works: all.includes('profile') ? [] : works, since };
}

/** The same words for the same change: a notice that was put away comes back only when there is more to say. */
export const nameOf = ({ missing }: Fall): string => missing.join(' ');

function before({ days }: ReaderCounts, field: Watched): { of: number; found: number } {
  const sum = (which: 'of' | 'found') => days.reduce((total, day) => total + (day[which][field] ?? 0), 0);
  return { of: sum('of'), found: sum('found') };
}

const share = (counts: ReaderCounts, field: Watched): number => {
  const { of, found } = before(counts, field);
  return of === 0 ? 0 : found / of;
};
