/**
 * How often each watched field was found on the profiles of one reader, on this machine: numbers and days, and nothing of anybody.
 * What was missed in a row is kept apart from what came before, so that a page that has changed does not become the habit
 * that it is measured against.
 */
import * as z from 'zod/mini';

import type { Reading } from '#lib/candidate/reading.ts';

/** What a recruiter would miss; `profile` is whether a profile's address was read as one at all. */
export const WATCHED = [
  'profile',
  'name',
  'headline',
  'title',
  'company',
  'location',
  'positions',
  'education',
  'photo',
] as const;
export type Watched = (typeof WATCHED)[number];

const tally = z.catchall(z.object({}), z.number());

const daySchema = z.object({
  /** Local date, ISO. */
  day: z.string(),
  /** How many pages counted for each field. */
  of: tally,
  found: tally,
});

export const readerCountsSchema = z.object({
  /** The extension's version that counted last: another one may read again what this one did not. */
  version: z.string(),
  /** Oldest first, at most `DAYS`. */
  days: z.array(daySchema),
  /** For each field: how many were missed in a row up to now, and since which day. */
  missed: z.catchall(z.object({}), z.object({ row: z.number(), since: z.string() })),
  /** The longest such row that came to an end. */
  longest: tally,
  /** What the notice that was put away had said. */
  dismissed: z.optional(z.string()),
});
export type ReaderCounts = z.infer<typeof readerCountsSchema>;

/** By reader. */
export const countsSchema = z.catchall(z.object({}), readerCountsSchema);
export type Counts = z.infer<typeof countsSchema>;

/** Habits change; what is older says nothing about today. */
const DAYS = 60;

export type Sighting = Partial<Record<Watched, boolean>>;

/**
 * What one reading saw. `undefined` when it says nothing about the layout: a sign-in wall, a list, a page that moved on, and any
 * page of a site that nobody has looked at before.
 */
export function sightingOf({ site, status, externalId, candidate, evidence }: Reading): Sighting | undefined {
  if (site === 'web' || !externalId) return undefined;
  if (status === 'not-ready' || status === 'not-a-profile') return { profile: false };
  if ((status !== 'complete' && status !== 'partial') || !candidate) return undefined;
  const { fullName, headline, title, company, location, positions, education, photoUrl } = candidate;
  const seen: Record<Watched, boolean> = {
    profile: true,
    name: Boolean(fullName),
    headline: Boolean(headline),
    title: Boolean(title),
    company: Boolean(company),
    location: Boolean(location),
    positions: positions.length > 0,
    education: education.length > 0,
    photo: Boolean(photoUrl),
  };
  // What the recruiter has taught says nothing about the reader: it is neither found by it nor missed by anybody.
  return Object.fromEntries(
    Object.entries(seen).filter(([field]) => evidence[field === 'name' ? 'fullName' : field]?.from !== 'taught'),
  );
}

const EMPTY: Omit<ReaderCounts, 'version'> = { days: [], missed: {}, longest: {} };

/** With one more profile. @param today local date, ISO. */
export function counted(before: ReaderCounts | undefined, sighting: Sighting, today: string, version: string): ReaderCounts {
  // A new version begins its rows anew: what it misses is its own, and what it finds is mended.
  const known = before?.version === version ? before : { ...EMPTY, ...before, missed: {}, version };
  const days = known.days.map((day) => ({ ...day, of: { ...day.of }, found: { ...day.found } }));
  const missed = { ...known.missed };
  const longest = { ...known.longest };
  let last = days.at(-1);
  if (!last || last.day !== today) days.push((last = { day: today, of: {}, found: {} }));
  for (const field of WATCHED) {
    const found = sighting[field];
    if (found === undefined) continue;
    const row = missed[field];
    if (!found) {
      missed[field] = { row: (row?.row ?? 0) + 1, since: row?.since ?? today };
      continue;
    }
    // The row has ended: it was chance, and belongs to what is usual here.
    last.of[field] = (last.of[field] ?? 0) + 1 + (row?.row ?? 0);
    last.found[field] = (last.found[field] ?? 0) + 1;
    if (row) longest[field] = Math.max(longest[field] ?? 0, row.row);
    delete missed[field];
  }
  const { dismissed, ...rest } = known;
  const next = { ...rest, days: days.slice(-DAYS), missed, longest };
  return dismissed === undefined ? next : { ...next, dismissed };
}
