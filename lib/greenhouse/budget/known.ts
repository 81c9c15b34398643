/**
 * What is known of one rate limit, and what follows from it: pure, so that every rule can be tried with numbers. Greenhouse
 * counts in fixed windows and says on every answer what is left (harvest-api reference, section 5). Other browsers spend from
 * the same allowance and cannot be asked, so their part is seen only in what is missing.
 */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { readLimit } from './headers.ts';

/** Who waits for a call: a person whose export is under way, a person who looks at a list, or nobody. */
export type Urgency = 'export' | 'recruiter' | 'background';

/** Kept between the lives of a worker. Times are epoch milliseconds by this device's clock. */
export const knownSchema = lazyObject(() => ({
  limit: z.number(),
  remaining: z.number(),
  /** The end of the window. */
  resetAt: z.number(),
  /** When Greenhouse last answered; 0 when never. */
  toldAt: z.number(),
  /** Calls of this browser that were answered in the window. */
  own: z.number(),
  /** Windows that were found used up, less those that were not. */
  misses: z.number(),
  /** Where in the crowd this browser comes back, 0 to 1: drawn anew for each window. */
  turn: z.number(),
  /** How many times slower than alone the background goes. */
  crowd: z.number(),
  /** When the background may go on. */
  backgroundAt: z.number(),
}));
export type Known = z.infer<typeof knownSchema>;

/** Calls that were sent and not answered yet. */
export type UnderWay = Readonly<Record<Urgency, number>>;

/** Before Greenhouse has said anything, and if it never does: fewer than the 75 that its guide shows as an example. */
export const NOTHING_KNOWN: Known = {
  limit: 50,
  remaining: 50,
  resetAt: 0,
  toldAt: 0,
  own: 0,
  misses: 0,
  turn: 0,
  crowd: 1,
  backgroundAt: 0,
};

/** The part of a window that is left for those who are more urgent. */
const RESERVE: Record<Urgency, number> = { export: 0, recruiter: 0.15, background: 0.6 };
/** How much later, in shares of the spread, the less urgent come back. */
const AFTER: Record<Urgency, number> = { export: 0, recruiter: 0.6, background: 1 };

/** How far apart browsers come back after the first miss; each miss doubles it, up to half a window. */
const FIRST_SPREAD_MS = 4000;
/** From then on they are dealt out over several windows, up to this many. */
const MOST_WINDOWS = 8;
/** While answers of our own are awaited. */
const LOOK_AGAIN_MS = 1000;
const MOST_CROWDED = 512;
/** With less than this in the hands of others, it was ourselves. */
const A_CROWD = 0.25;

const reserve = ({ limit }: Pick<Known, 'limit'>, urgency: Urgency): number => Math.floor(limit * RESERVE[urgency]);

/** The calls of a window that all browsers together spend on what is no more urgent than this. */
export const shareOf = (limit: number, urgency: Urgency): number => Math.max(1, limit - reserve({ limit }, urgency));

/** Over, or told by a clock that was ahead of what it is now. */
const isOver = ({ resetAt, toldAt }: Known, now: number): boolean => now >= resetAt || now < toldAt;

/** The part of what was used that others have used, 0 to 1. */
const othersOf = ({ limit, remaining, own }: Known): number =>
  remaining < limit ? Math.max(0, 1 - own / (limit - remaining)) : 0;

const isCrowded = (known: Known): boolean => known.remaining <= reserve(known, 'background') && othersOf(known) > A_CROWD;

/**
 * How long after a window that was used up this browser comes back. Alone it comes at once. In a crowd each comes at a moment
 * of its own, exports before the rest; the more windows were missed, the wider apart, in the end over several windows.
 */
function comeBackAfter(known: Known, urgency: Urgency, windowMs: number): number {
  const { misses, turn } = known;
  const windows = Math.min(MOST_WINDOWS, 2 ** (misses - 3)) / (urgency === 'export' ? 2 : 1);
  const place = turn * Math.max(1, windows);
  const skipped = Math.floor(place);
  const spread = Math.min(windowMs / 2, FIRST_SPREAD_MS * 2 ** (misses - 1)) * othersOf(known);
  return skipped * windowMs + spread * (place - skipped + AFTER[urgency]);
}

/**
 * The earliest moment at which a call may go: now, or later. While only answers are awaited, a moment to look again.
 * `windowMs` is the length of this limit's window.
 */
export function opensAt(known: Known, underWay: UnderWay, urgency: Urgency, now: number, windowMs: number): number {
  const sent = underWay.export + underWay.recruiter + underWay.background;
  // The clock was put back: what was to be waited for is anybody's guess.
  const over = isOver(known, now);
  const turnedBack = now < known.toldAt;
  const free = (over ? known.limit : known.remaining) - sent - reserve(known, urgency);
  // After a miss one call finds out whether there is room in the new window, before others follow.
  const awaited = (over && sent > 0 && (free <= 0 || known.misses > 0)) || (urgency === 'background' && underWay.background > 0);
  const from = [awaited ? now + LOOK_AGAIN_MS : now];
  if (!turnedBack && (over || free <= 0)) from.push(known.resetAt + comeBackAfter(known, urgency, windowMs));
  if (!turnedBack && urgency === 'background') from.push(known.backgroundAt);
  return Math.max(...from);
}

export interface Told {
  status: number;
  headers: Headers;
}

export interface Circumstances {
  urgency: Urgency;
  windowMs: number;
  now: number;
  /** 0 to 1. */
  random: () => number;
}

/** What is known after an answer. */
export function told(before: Known, { status, headers }: Told, { urgency, windowMs, now, random }: Circumstances): Known {
  const refused = status === 429;
  const { limit = before.limit, remaining, endsIn } = readLimit(headers, refused, windowMs, now);
  const resetAt = now + (endsIn ?? windowMs);
  const going = !isOver(before, now);
  const apart = endsIn === undefined ? 0 : resetAt - before.resetAt;
  // An answer from the window before, that took its time.
  if (going && !refused && apart < -windowMs / 2) return before;
  // Another limit is another account of what is left.
  const same = going && limit === before.limit && apart < windowMs / 2;
  const left = refused ? 0 : Math.max(0, remaining ?? (same ? before.remaining : limit) - 1);
  const known: Known = {
    ...before,
    limit,
    // Answers overtake each other.
    remaining: same ? Math.min(left, before.remaining) : left,
    // Each is late by the way of its answer, so the earliest is the truest.
    resetAt: same && !refused ? Math.min(before.resetAt, endsIn === undefined ? before.resetAt : resetAt) : resetAt,
    toldAt: now,
    own: (same ? before.own : 0) + (refused ? 0 : 1),
    turn: same ? before.turn : random(),
    // By a clock that was put back since, it could be hours away.
    backgroundAt: now < before.toldAt ? 0 : before.backgroundAt,
  };
  // What was used up by ourselves is no miss: nobody is in the way.
  const missed = known.remaining === 0 && othersOf(known) > A_CROWD;
  if (missed && !(same && before.remaining === 0)) known.misses += 1;
  else if (!missed && !same) known.misses = Math.max(0, known.misses - 1);
  const crowded = isCrowded(known);
  if (crowded && !(same && isCrowded(before))) known.crowd = Math.min(MOST_CROWDED, known.crowd * (refused ? 4 : 2));
  else if (!crowded && !same) known.crowd = Math.max(1, known.crowd * 0.7);
  if (urgency === 'background') {
    const alone = windowMs / shareOf(limit, 'background');
    known.backgroundAt = now + alone * known.crowd * (0.5 + random());
  }
  return known;
}

/** What the rate limit was when Greenhouse last spoke of it. */
export interface RateReading {
  limit: number;
  remaining: number;
  /** Epoch milliseconds. */
  resetAt: number;
}
