/** What a sentence of the queue claims, and whether it is so: by what left, and what is in Greenhouse. */
import type { Row } from '#lib/export/row.ts';
import { isOver } from '#lib/export/schema.ts';
import { queueRowOf } from '#lib/panel/queue.ts';
import { isQueued } from '#lib/panel/sending.ts';
import type { TextKey } from '#lib/text.ts';

import type { Press } from './press.ts';
import { placeOf, type Target } from './records.ts';
import { SEEN_AFTER_MS, sharesKey, type Truth } from './truth.ts';
import { MINUTE } from './world.ts';

interface Facts {
  /** Whether a create of this export ever left. */
  left: boolean;
  /** Whether one was about to, of this export or of another of theirs in this browser: who dies then cannot know. */
  isAnnounced: boolean;
  isOneAnnounced: boolean;
  /** Whether whoever it tells of was ever made in Greenhouse, or the recruiter said so. */
  isThere: boolean;
  /** Whether everybody whom it asks about was ever there. */
  werePeople: boolean;
  /** Whether one of those is not there any more. */
  isOneGone: boolean;
  /** Or is so new that a list need not have them yet. */
  isOneNew: boolean;
  /** Whether there are two of them: one that was made, or taken for it, and another of that very person, by another press. */
  areTwo: boolean;
  /** Whether the job takes nobody any more. */
  isJobClosed: boolean;
}

const ALWAYS = (): boolean => true;

/** Of a sentence that is not here nothing is known, and so it may not be said. */
const CLAIMS: Partial<Record<TextKey, (facts: Facts) => boolean>> = {
  panel_row_held: ({ left }) => !left,
  panel_row_sending: ALWAYS,
  panel_row_retry: ALWAYS,
  panel_row_another: ALWAYS,
  panel_row_stopped: ALWAYS,
  panel_row_locked: ALWAYS,
  panel_row_looking: ({ isAnnounced }) => isAnnounced,
  panel_row_unknown: ({ isOneAnnounced }) => isOneAnnounced,
  panel_row_unknown_still: ({ isOneAnnounced }) => isOneAnnounced,
  panel_row_cannot_look: ({ isOneAnnounced }) => isOneAnnounced,
  panel_row_let_go: ({ isAnnounced }) => isAnnounced,
  panel_row_is_known: ({ werePeople }) => werePeople,
  panel_row_gone: ({ isOneGone, isOneNew }) => isOneGone || isOneNew,
  panel_row_hidden: ({ isOneGone }) => isOneGone,
  panel_row_twice: ({ areTwo }) => areTwo,
  panel_row_job_closed: ({ isJobClosed }) => isJobClosed,
  panel_row_following: ({ isThere }) => isThere,
  panel_row_following_later: ({ isThere }) => isThere,
  panel_row_follow_up: ({ isThere }) => isThere,
  panel_row_asks: ({ isThere }) => isThere,
  panel_row_merging: ({ isThere }) => isThere,
  panel_row_merging_looking: ({ isThere }) => isThere,
  panel_row_first_of_two: ({ isThere }) => isThere,
  panel_row_left_of_two: ({ isThere }) => isThere,
  panel_row_perhaps_left: ({ isThere }) => isThere,
  panel_taking_back: ({ isThere }) => isThere,
  panel_taking_later: ({ isThere }) => isThere,
  panel_row_taken_part: ({ isThere }) => isThere,
};

/** Whether what the queue says of it is so, where it is in the queue. */
export function isSaid(truth: Truth, press: Press, row: Row): boolean {
  const { view } = row;
  if (!isQueued(view, row.writtenAt)) return isOver(view.state) || view.outcome !== undefined;
  return CLAIMS[queueRowOf(view).says.key]?.(factsOf(truth, press, row)) ?? false;
}

function factsOf(truth: Truth, press: Press, row: Row): Facts {
  const { people, gone, disks, world } = truth;
  const { view } = row;
  const about = view.candidateIds ?? [];
  const wanted = row.request?.candidateId;
  const theirs = [...(disks[press.client]?.values() ?? [])].filter((other) => sharesKey(other, row));
  return {
    left: press.left.length > 0,
    isAnnounced: row.sends.length > 0,
    isOneAnnounced: theirs.some(({ sends }) => sends.length > 0),
    isThere: press.seen === true || people.some(({ id }) => id === view.candidateId),
    werePeople: about.length > 0 && about.every((id) => people.some((one) => one.id === id)),
    isOneGone: [...about, wanted].some((id) => id !== undefined && gone.has(id)),
    isOneNew: people.some(({ id, at }) => id === wanted && at + SEEN_AFTER_MS > world.time.now),
    areTwo: areTwo(truth, press, row),
    isJobClosed: jobsOf(row.target ?? press.request.target).some((jobId) => world.closedJobs.has(jobId)),
  };
}

/** How long ago somebody may have gone who was there when it was looked. */
const JUST_NOW_MS = MINUTE;

/**
 * One of them is somebody else's, unless a create that was given up arrived beside the one that was made instead. When it is asked first
 * both are there, but for whom a colleague deletes at that moment; when it is asked again one may have gone since.
 */
function areTwo({ people, gone, world }: Truth, press: Press, { view, sends }: Row): boolean {
  const { candidateId, candidateIds: about = [] } = view;
  const theirs = people.filter(({ who, account }) => who === press.who && account === press.account);
  const both = theirs.filter(({ id }) => id === candidateId || about.includes(id));
  const isSomebodyElse = both.some(({ by }) => by !== press.n) || sends.length > 1;
  const isAgain = view.error !== undefined || view.back !== undefined;
  const areThere = both.every(({ id }) => id === candidateId || (gone.get(id) ?? Infinity) + JUST_NOW_MS > world.time.now);
  return (
    about.length > 0 &&
    both.length === new Set([candidateId, ...about]).size &&
    both.length > 1 &&
    isSomebodyElse &&
    (isAgain || areThere)
  );
}

const jobsOf = (target: Target): readonly number[] => {
  const place = placeOf(target);
  return place?.jobId === undefined ? (place?.prospectiveJobIds ?? []) : [place.jobId];
};
