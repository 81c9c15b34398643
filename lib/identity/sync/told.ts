/** What is written down after an answer of Greenhouse, and who is put into the index, or goes from it, with it. Pure. */
import type { EverybodyPage, EverybodyQuery } from '#lib/greenhouse/port.ts';

import type { IdRange } from '../index/people-index.ts';
import { afterLastPage, changesLeft } from './ends.ts';
import { estimate } from './estimate.ts';
import type { Crawl, Progress, Sample } from './progress.ts';
import { changesUntil, type Circumstances, greenhouseTime, MOST_CROWDED, nextChangesAt } from './step.ts';
import { unreadableAfter } from './unreadable.ts';

const DAY_MS = 24 * 3_600_000;
/** Everybody is told again after this, for those who were deleted; or later, where many share the credential and it takes long. */
const AGAIN_AFTER_MS = 30 * DAY_MS;
const AGAIN_AFTER_TIMES = 10;
/** Lists have been seen to be minutes late (harvest-api reference, section 4.3). */
const LISTED_AFTER_MS = 3_600_000;

const createdAt = (person: EverybodyPage['people'][number] | undefined): number | undefined =>
  Date.parse(person?.createdAt ?? '') || undefined;

/** By Greenhouse's clock from its first answer on. */
function clocked(progress: Progress, { writtenAt, cursor }: EverybodyPage, now: number): Progress {
  // Whole seconds are told: it was written before the end of that one.
  const at = writtenAt === undefined ? now + progress.ahead : writtenAt + 999;
  return { ...progress, ahead: at - now, changedTo: progress.changedTo ?? at, ...(cursor !== undefined && { linked: true }) };
}

function sampleOf({ people, cursor, full }: EverybodyPage, to: number | undefined): Sample | undefined {
  const times = people.flatMap((person) => createdAt(person) ?? []);
  const newest = to ?? (times.length > 0 ? Math.max(...times) : undefined);
  if (newest === undefined) return undefined;
  return { people: people.length, from: Math.min(newest, ...times), to: newest, more: full || cursor !== undefined };
}

function withSample(progress: Progress, sample: Sample | undefined, now: number): Progress {
  // Without times of creation nothing can be reckoned.
  if (!sample) return progress;
  const samples = [...progress.samples, sample];
  const of = estimate(samples, greenhouseTime(progress, now));
  return { ...progress, samples, ...(of !== undefined && { of }) };
}

export function afterProbe(progress: Progress, page: EverybodyPage, query: EverybodyQuery, { now }: Circumstances): Progress {
  const before = 'created' in query ? query.created?.to : undefined;
  return withSample(clocked(progress, page, now), sampleOf(page, before), now);
}

/** @param whole whoever has an id therein and is not on the page is gone. */
export interface Told {
  progress: Progress;
  whole?: IdRange | undefined;
}

/**
 * Ids from the lowest on the page up to those of the page before: whoever has one and is not told is gone. Nothing follows where ids do
 * not go down from page to page. Of the newest page only those count who were made a while ago, since lists are late; and below
 * the oldest person of all nobody is swept away, since a page that forgets to tell of a next one looks like the last.
 */
function wholeOf({ sweeps, lowest: above }: Crawl, { people, unreadable }: EverybodyPage, at: number): IdRange | undefined {
  // They are there, and what was known of them stays.
  if (unreadable.length > 0) return undefined;
  const ids = people.map(({ candidateId }) => candidateId);
  if (!sweeps || ids.some((id) => id >= (above ?? Number.POSITIVE_INFINITY))) return undefined;
  const old = people.filter((person) => (createdAt(person) ?? at) < at - LISTED_AFTER_MS);
  const to = above === undefined ? Math.max(...old.map(({ candidateId }) => candidateId)) : above - 1;
  const from = Math.min(...ids);
  return from <= to ? { from, to } : undefined;
}

export function afterCrawlPage(before: Progress, page: EverybodyPage, { now, random }: Circumstances): Told {
  const { crawl } = before;
  if (!crawl) return { progress: before };
  const progress = clocked(before, page, now);
  const { people, unreadable, cursor } = page;
  const { linked = false } = progress;
  const ids = people.map(({ candidateId }) => candidateId);
  const { lowest: above = Number.POSITIVE_INFINITY } = crawl;
  const from = Math.min(...ids, ...unreadable);
  const isNew = (id: number) => crawl.month !== undefined || id < above;
  const read: Crawl = {
    ...crawl,
    people: crawl.people + ids.filter(isNew).length,
    cursor,
    ...(ids.length > 0 && { lowest: Math.min(from, above), createdTo: createdAt(people.at(-1)) ?? crawl.createdTo }),
  };
  const told = cursor === undefined ? afterLastPage(read, crawl, page, linked) : read;
  const first = crawl.lowest === undefined && progress.completeAt === undefined && !crawl.month;
  const sampled = first ? withSample(progress, sampleOf(page, undefined), now) : progress;
  return {
    progress: {
      ...sampled,
      askAt: sampled.askAt ?? nextChangesAt(sampled, now, random),
      unreadable: unreadableAfter(progress.unreadable, page, crawl.month ? undefined : { from, to: above - 1 }),
      crawl: told,
    },
    whole: wholeOf(crawl, page, greenhouseTime(progress, now)),
  };
}

export function afterCrawl({ crawl, ...progress }: Progress, { now }: Circumstances): Progress {
  if (!crawl) return progress;
  return {
    ...progress,
    samples: [],
    completeAt: now,
    againAt: now + Math.max(AGAIN_AFTER_MS, (now - crawl.startedAt) * AGAIN_AFTER_TIMES),
    // Whoever came in meanwhile was told as a change.
    people: progress.people - crawl.before + crawl.people,
  };
}

export function withChangesOpen(progress: Progress, { now }: Circumstances): Progress {
  const at = greenhouseTime(progress, now);
  return { ...progress, changes: changesUntil(progress.changedTo ?? at, at) };
}

export function afterChangesPage(before: Progress, page: EverybodyPage, { now, random }: Circumstances): Progress {
  const { changes, ...rest } = clocked(before, page, now);
  if (!changes) return before;
  const { cursor, people } = page;
  // Those who are new are more; the others are in it already, or were passed by.
  const isNew = (person: EverybodyPage['people'][number]) => (createdAt(person) ?? 0) >= (before.changedTo ?? 0);
  const unreadable = unreadableAfter(rest.unreadable, page, undefined);
  const progress = { ...rest, unreadable, people: rest.people + people.filter(isNew).length };
  if (cursor !== undefined) return { ...progress, changes: { ...changes, cursor } };
  const left = changesLeft(changes, page, rest.linked ?? false);
  // Of a time that was told in part, all are told again.
  if (left) return { ...progress, ...(left.from === changes.from && { people: rest.people }), changes: left };
  const crowd = Math.max(1, progress.crowd / 2);
  return {
    ...progress,
    changedTo: changes.until ?? changes.to,
    crowd,
    askAt: nextChangesAt({ ...progress, crowd }, now, random),
  };
}

/** Others were quicker: whoever asks for changes less often leaves more to everybody. */
export const crowded = (progress: Progress): Progress => ({ ...progress, crowd: Math.min(MOST_CROWDED, progress.crowd * 2) });

/**
 * Greenhouse does not know the cursor any more: the reading goes on from about where it was, without. `stuck`: that was tried at
 * this place already.
 */
export function afterRefusedCursor(progress: Progress): { progress: Progress; stuck: boolean } {
  const { changes, crawl } = progress;
  if (changes) {
    const { cursor: _refused, ...time } = changes;
    return { progress: { ...progress, changes: { ...time, refused: true } }, stuck: changes.refused ?? false };
  }
  if (!crawl) return { progress, stuck: true };
  // Of a month the first page is told again, which is no way forward.
  const refusedAt = crawl.month?.to ?? crawl.people;
  // The order of creation and that of ids may differ by a little: whoever is not told now may only have been passed by.
  return {
    progress: { ...progress, crawl: { ...crawl, cursor: undefined, refusedAt, sweeps: false } },
    stuck: crawl.refusedAt === refusedAt,
  };
}
