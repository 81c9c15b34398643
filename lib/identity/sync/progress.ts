/**
 * How far the index has been filled. It is written into the index with every page, in one transaction, so that whoever dies at any
 * moment goes on where they were. Times are epoch milliseconds; whatever is asked about goes by Greenhouse's clock, as far as it
 * tells it, since a device that is minutes off would miss changes.
 */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { type IndexScope, indexScopeSchema } from './status.ts';

/** What one page says of how many people there are: so many were created between two moments. */
const sampleSchema = lazyObject(() => ({ people: z.number(), from: z.number(), to: z.number(), more: z.boolean() }));
export type Sample = z.infer<typeof sampleSchema>;

/** Everybody, once: the newest id first. */
const crawlSchema = lazyObject(() => ({
  startedAt: z.number(),
  /** People told so far, and how many there were in the index before. */
  people: z.number(),
  before: z.number(),
  cursor: z.optional(z.string()),
  /** The lowest candidate id told, and when that person was created: where to go on when the cursor is refused. */
  lowest: z.optional(z.number()),
  createdTo: z.optional(z.number()),
  /** Where the cursor was last refused, by people told, or by month: if it happens twice at one place, something else is wrong. */
  refusedAt: z.optional(z.number()),
  /** How many had been told when there was no next page: the end, if nobody else is told when it is asked once more. */
  endedAt: z.optional(z.number()),
  /** Only those who changed in so many months: one month after the other, back from this moment. */
  month: z.optional(z.object({ from: z.number(), to: z.number(), oldest: z.number() })),
  /** Whoever has an id between two people of a crawl, and is not told, is gone. Not while it is the first, or has a gap. */
  sweeps: z.boolean(),
  /** Over an index of which parts were damaged. */
  mends: z.optional(z.boolean()),
  /** Nothing is left to be told. */
  done: z.optional(z.boolean()),
}));
export type Crawl = z.infer<typeof crawlSchema>;

/** Whoever changed in a time. Both ends are closed: a list that goes by id loses people who change while it is read. */
const changesSchema = lazyObject(() => ({
  from: z.number(),
  to: z.number(),
  /** The end of the whole time, where it is asked by parts. */
  until: z.optional(z.number()),
  cursor: z.optional(z.string()),
  refused: z.optional(z.boolean()),
}));
export type Changes = z.infer<typeof changesSchema>;

const progressSchema = lazyObject(() => ({
  version: z.literal(1),
  scope: indexScopeSchema,
  crawl: z.optional(crawlSchema),
  changes: z.optional(changesSchema),
  /** What changed until then is in it, once a crawl has come to its end. Absent until Greenhouse has answered. */
  changedTo: z.optional(z.number()),
  /** When to ask for changes again, by our own clock; so are the two below. */
  askAt: z.optional(z.number()),
  /** How many times longer than usual to wait for that: many browsers share the rate limit. */
  crowd: z.number(),
  /** When everybody was last in it, and when to tell everybody again, for those who were deleted. */
  completeAt: z.optional(z.number()),
  againAt: z.optional(z.number()),
  people: z.number(),
  /** While it is found out about how many there are, and then that. */
  samples: z.array(sampleSchema),
  of: z.optional(z.number()),
  /** A next page has been told: what says so comes through. */
  linked: z.optional(z.boolean()),
  /** Ids of those whose rows could not be read. */
  unreadable: z.optional(z.array(z.number())),
  /** By how much Greenhouse's clock is ahead of ours. */
  ahead: z.number(),
}));
export type Progress = z.infer<typeof progressSchema>;

/** What an older version of us wrote, or damage, is no progress: it begins anew. */
export const parseProgress = (raw: unknown): Progress | undefined => progressSchema.safeParse(raw).data;

const DAY_MS = 24 * 3_600_000;
const MONTH_MS = 30.44 * DAY_MS;

function crawlOf(scope: IndexScope, startedAt: number, before = 0): Crawl {
  const crawl: Crawl = { startedAt, people: 0, before, sweeps: false };
  if (scope.kind !== 'months') return crawl;
  // Our clock may be late: the newest month ends tomorrow.
  const to = startedAt + DAY_MS;
  return { ...crawl, month: { from: to - MONTH_MS, to, oldest: startedAt - scope.months * MONTH_MS } };
}

/** The month before, unless that was the last. */
export function monthBefore({ from, oldest }: NonNullable<Crawl['month']>): Crawl['month'] {
  return from <= oldest ? undefined : { from: Math.max(oldest, from - MONTH_MS), to: from, oldest };
}

/** The part of all months that has been told, 0 to 1. */
export const monthsTold = ({ startedAt, month }: Crawl): number =>
  month ? Math.max(0, (startedAt - month.to) / (startedAt - month.oldest)) : 0;

/** Of an index that is empty. */
export const begun = (scope: IndexScope, now: number): Progress => ({
  version: 1,
  scope,
  crawl: crawlOf(scope, now),
  crowd: 1,
  people: 0,
  samples: [],
  ahead: 0,
});

/** Everybody once more, over what is there; it goes on answering meanwhile. */
export const begunAgain = (progress: Progress, scope: IndexScope, now: number, mends = false): Progress => ({
  ...progress,
  scope,
  crawl: { ...crawlOf(scope, now, progress.people), sweeps: scope.kind === 'everybody', ...(mends && { mends }) },
});

/** A wider scope keeps what is there; it is complete only when the rest has been told as well. */
export function widened({ completeAt: _complete, ...progress }: Progress, scope: IndexScope, now: number): Progress {
  return begunAgain(progress, scope, now);
}
