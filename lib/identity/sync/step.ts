/** What is to be done next, from what is written down alone: pure, so that every order of deaths and answers can be tried. */
import type { EverybodyQuery } from '#lib/greenhouse/port.ts';

import { nextProbe } from './estimate.ts';
import type { Crawl, Progress } from './progress.ts';

/** With more people than this the recruiter is asked before they are fetched. */
export const MANY_PEOPLE = 300_000;

export const MINUTE_MS = 60_000;
/** Between one time of asking for changes and the next, while nobody else uses the credential. */
const CHANGES_EVERY_MS = 15 * MINUTE_MS;
/** Writes have been seen to be listed minutes late (harvest-api reference, section 4.3). */
const OVERLAP_MS = 10 * MINUTE_MS;
export const MOST_CROWDED = 16;

export type Step =
  /** `probe`: about how many there are. */
  | { do: 'crawl' | 'changes' | 'probe'; query: EverybodyQuery }
  /** The crawl has come to its end. */
  | { do: 'finish' }
  /** So many people: the recruiter decides. */
  | { do: 'ask' }
  /** The changes until now are to be fetched. */
  | { do: 'open' }
  /** Epoch milliseconds by our own clock. */
  | { do: 'rest'; until: number };

export interface Circumstances {
  /** By our own clock. */
  now: number;
  /** The recruiter wants them fetched, however many there are. */
  agreed: boolean;
  /** 0 to 1: many browsers should not ask at one moment. */
  random: number;
}

export const greenhouseTime = ({ ahead }: Progress, now: number): number => now + ahead;

function crawlQuery({ cursor, month, createdTo }: Crawl): EverybodyQuery {
  if (cursor !== undefined) return { cursor };
  if (month) return { updated: { from: month.from, to: month.to } };
  return createdTo === undefined ? {} : { created: { to: createdTo } };
}

/** When to ask for changes again; a time that a clock which was put back has left far ahead is none. */
export function changesDue(progress: Progress, now: number): number {
  const { askAt } = progress;
  if (askAt === undefined || askAt - now > MOST_CROWDED * 2 * CHANGES_EVERY_MS) return now;
  return askAt;
}

export const nextChangesAt = ({ crowd }: Progress, now: number, random: number): number =>
  now + CHANGES_EVERY_MS * crowd * (0.9 + 0.4 * random);

export const changesUntil = (changedTo: number, now: number) => ({ from: changedTo - OVERLAP_MS, to: now });

/** The first page is one of the newest people: where there is no second, it is already known how many there are. */
function probeOf(progress: Progress, now: number): Step | undefined {
  const { samples, of, completeAt } = progress;
  const before = of === undefined && completeAt === undefined ? nextProbe(samples, greenhouseTime(progress, now)) : undefined;
  return before === undefined ? undefined : { do: 'probe', query: { created: { to: Math.floor(before) } } };
}

/** Whoever has chosen some months has said how many they want. */
export const isMany = ({ scope, of = 0, completeAt }: Progress): boolean =>
  scope.kind === 'everybody' && completeAt === undefined && of > MANY_PEOPLE;

export function nextStep(progress: Progress, { now, agreed }: Circumstances): Step {
  const { crawl, changes, changedTo } = progress;
  const probe = probeOf(progress, now);
  if (!probe && isMany(progress) && !agreed) return { do: 'ask' };
  if (changes) {
    const { cursor, from, to } = changes;
    return { do: 'changes', query: cursor === undefined ? { updated: { from, to } } : { cursor } };
  }
  if (changedTo !== undefined && changesDue(progress, now) <= now) return { do: 'open' };
  if (!crawl) return { do: 'rest', until: changesDue(progress, now) };
  if (crawl.done) return { do: 'finish' };
  if (probe) return probe;
  return { do: 'crawl', query: crawlQuery(crawl) };
}
