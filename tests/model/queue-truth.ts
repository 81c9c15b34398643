/** What a sentence of the queue claims, and whether it is so: by what left, and what is in Greenhouse. */
import type { TextKey } from '#lib/text.ts';

export interface Facts {
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
  panel_row_twice: ({ werePeople }) => werePeople,
  panel_row_job_closed: ({ isJobClosed }) => isJobClosed,
  panel_row_following: ({ isThere }) => isThere,
  panel_row_following_later: ({ isThere }) => isThere,
  panel_row_follow_up: ({ isThere }) => isThere,
  panel_row_asks: ({ isThere }) => isThere,
  panel_row_merging: ({ isThere }) => isThere,
  panel_row_merging_looking: ({ isThere }) => isThere,
  panel_row_first_of_two: ({ isThere }) => isThere,
  panel_row_left_of_two: ({ isThere }) => isThere,
  panel_taking_back: ({ isThere }) => isThere,
  panel_taking_later: ({ isThere }) => isThere,
  panel_row_taken_part: ({ isThere }) => isThere,
};

export const isTrue = (key: TextKey, facts: Facts): boolean => CLAIMS[key]?.(facts) ?? false;
