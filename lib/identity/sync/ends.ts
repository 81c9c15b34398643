/**
 * Where a list ends. All that says so is that no next page is told (harvest-api reference, section 4.2), and something between
 * Greenhouse and us may have lost that. So the end of everybody is believed when it was asked once more, by when the last person was
 * created, and nobody else was told; and of a time whose page is full and has no next one, the halves are asked. Pure; rejects
 * what is cut off for certain, and cannot be asked otherwise, with `greenhouse/garbled`.
 */
import { AppError } from '#lib/errors.ts';
import type { EverybodyPage } from '#lib/greenhouse/port.ts';

import { type Changes, type Crawl, monthBefore } from './progress.ts';

/** What is done in bulk bears one moment: a time as short as this is not halved. */
const SHORTEST_MS = 1000;

/** A full page without a next one, with more of the same moment than can be asked for otherwise. `linked`: next pages were told before. */
function believed({ full }: EverybodyPage, linked: boolean): void {
  if (full && !linked) throw new AppError('greenhouse/garbled');
}

/** The middle of a time of which the page may not have told all; undefined where it has. */
function middleOf({ from, to }: { from: number; to: number }, page: EverybodyPage, linked: boolean): number | undefined {
  if (page.full && to - from >= SHORTEST_MS) return Math.floor((from + to) / 2);
  believed(page, linked);
  return undefined;
}

/** @param crawl after a page without a next one. */
export function afterLastPage(crawl: Crawl, before: Crawl, page: EverybodyPage, linked: boolean): Crawl {
  const { month } = crawl;
  if (month) {
    const middle = middleOf(month, page, linked);
    // They are told again.
    if (middle !== undefined) return { ...crawl, people: before.people, month: { ...month, from: middle } };
    const next = monthBefore(month);
    return { ...crawl, month: next, ...(!next && { done: true }) };
  }
  // Whoever is not told by creation may only have been passed by.
  if (crawl.people !== before.endedAt) return { ...crawl, endedAt: crawl.people, sweeps: false };
  believed(page, linked);
  return { ...crawl, done: true };
}

/** What is left of a time of changes after a page without a next one; nothing when all of it has been told. */
export function changesLeft({ from, to, until = to }: Changes, page: EverybodyPage, linked: boolean): Changes | undefined {
  const middle = middleOf({ from, to }, page, linked);
  if (middle !== undefined) return { from, to: middle, until };
  return to < until ? { from: to, to: until, until } : undefined;
}
