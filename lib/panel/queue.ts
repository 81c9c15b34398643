/** What the queue says of an export, and what can be done about it. Pure: the model checks it against what is true. */
import { AppError } from '#lib/errors.ts';
import { isOver, type ExportView } from '#lib/export/schema.ts';
import type { TextKey } from '#lib/text.ts';

import { ACTIONS } from './advice-table.ts';
import { hasGoneWrong } from './follow-up-text.ts';
import { mayUndo } from './may-undo.ts';
import { isFirstOfTwo, leftOf, mayBeGone } from './of-two.ts';
import { isLooking, isUnreadable } from './sending.ts';
import { clockTime } from './when.ts';

export type QueueAction =
  | 'undo'
  | 'send-now'
  | 'retry'
  | 'look'
  | 'choose'
  | 'is-there'
  | 'create-anyway'
  | 'open'
  | 'unlock'
  | 'settings'
  /** Nothing more is done for the person. */
  | 'drop'
  /** It is over, and need not be told of any longer. */
  | 'dismiss'
  /** What did not follow, step by step: sent again, or left out. */
  | 'retry-step'
  | 'skip-step'
  /** They are there; what has not followed them is left out. */
  | 'leave-rest'
  /** What support needs to know of it. */
  | 'report'
  /** What of it is in Greenhouse, out again. */
  | 'take-back'
  /** It is not taken back any further. */
  | 'keep';

/** How an export stands, as far as words and actions differ. */
type Standing =
  | 'held'
  | 'sending'
  | 'looking'
  | 'another-export'
  | 'waiting'
  | 'following'
  | 'following-later'
  | 'left-behind'
  | 'follow-up'
  | 'known'
  | 'gone'
  | 'hidden'
  | 'twice'
  | 'merging'
  | 'merging-looking'
  | 'first-of-two'
  | 'left-of-two'
  | 'perhaps-left'
  | 'job-closed'
  | 'unknown-outcome'
  | 'cannot-look'
  | 'locked'
  | 'unreadable'
  | 'settings'
  | 'stopped'
  | 'stuck'
  | 'elsewhere'
  | 'other-user'
  | 'let-go'
  | 'taking-back'
  | 'taking-later'
  | 'taken-part';

/** The sentence, and the actions: the first is the one to take, unless nothing but patience helps. */
const TELLS: Record<Standing, readonly [TextKey, ...QueueAction[]]> = {
  held: ['panel_row_held', 'undo', 'send-now'],
  sending: ['panel_row_sending'],
  looking: ['panel_row_looking', 'look', 'drop'],
  'another-export': ['panel_row_another', 'retry', 'drop'],
  waiting: ['panel_row_retry', 'retry', 'drop'],
  following: ['panel_row_following', 'open'],
  'following-later': ['panel_row_following_later', 'retry', 'open', 'leave-rest'],
  'left-behind': ['panel_row_follow_up', 'open', 'take-back', 'dismiss'],
  'follow-up': ['panel_row_asks', 'retry-step', 'skip-step', 'open'],
  known: ['panel_row_is_known', 'choose', 'drop'],
  gone: ['panel_row_gone', 'choose', 'drop'],
  hidden: ['panel_row_hidden', 'choose', 'drop'],
  twice: ['panel_row_twice', 'choose', 'open'],
  merging: ['panel_row_merging'],
  'merging-looking': ['panel_row_merging_looking', 'look'],
  'first-of-two': ['panel_row_first_of_two', 'open', 'dismiss'],
  'left-of-two': ['panel_row_left_of_two', 'open', 'dismiss'],
  'perhaps-left': ['panel_row_perhaps_left', 'open', 'dismiss'],
  'job-closed': ['panel_row_job_closed', 'choose', 'drop'],
  'unknown-outcome': ['panel_row_unknown', 'look', 'is-there', 'create-anyway', 'drop'],
  'cannot-look': ['panel_row_cannot_look', 'is-there', 'create-anyway', 'drop'],
  locked: ['panel_row_locked', 'unlock', 'drop'],
  unreadable: ['panel_row_unreadable', 'drop'],
  settings: ['panel_row_stopped', 'settings', 'retry', 'drop'],
  stopped: ['panel_row_stopped', 'retry', 'drop'],
  stuck: ['panel_row_stuck'],
  elsewhere: ['panel_row_elsewhere', 'settings', 'drop'],
  'other-user': ['panel_row_other_user', 'settings', 'drop'],
  'let-go': ['panel_row_let_go', 'dismiss'],
  'taking-back': ['panel_taking_back'],
  'taking-later': ['panel_taking_later', 'retry', 'keep'],
  'taken-part': ['panel_row_taken_part', 'open', 'take-back', 'dismiss'],
};

export interface QueueRow {
  says: { key: TextKey; args: string[] };
  /** What it ran into, where the sentence leaves that to the advice. */
  error?: AppError;
  action?: QueueAction;
  also: readonly QueueAction[];
  /** It goes on only when somebody says how. */
  needsYou: boolean;
}

export function queueRowOf(view: ExportView): QueueRow {
  const standing = standingOf(view);
  const [key, action, ...also] = TELLS[standing];
  const isThere = view.candidateId !== undefined;
  const can = (one: QueueAction) => (one !== 'open' || isThere) && (one !== 'take-back' || mayUndo(view));
  return {
    says: saying(standing, key, view),
    ...(view.error && TOLD.has(standing) ? { error: AppError.fromWire(view.error) } : {}),
    ...(action && can(action) ? { action } : {}),
    also: [...also.filter(can), ...(UNTRIED.has(standing) ? [] : (['report'] as const))],
    needsYou: view.state === 'needs-you' && !view.elsewhere,
  };
}

/** Of these there is nothing to report yet. */
const UNTRIED: ReadonlySet<Standing> = new Set(['held', 'sending', 'following']);

/** Those whose sentence does not say what went wrong. */
const TOLD: ReadonlySet<Standing> = new Set(['waiting', 'following-later', 'settings', 'stopped', 'stuck', 'taking-later']);

function standingOf(view: ExportView): Standing {
  const { state, waitsFor, retryAt, error, outcome } = view;
  if (state === 'abandoned') return 'let-go';
  if (isOver(state) && isFirstOfTwo(view)) return 'first-of-two';
  if (isOver(state) && leftOf(view) !== undefined) return mayBeGone(view) ? 'perhaps-left' : 'left-of-two';
  if (isOver(state)) return view.back?.some(hasGoneWrong) ? 'taken-part' : 'left-behind';
  // Wherever it was meant to go: it goes nowhere.
  if (isUnreadable(view)) return 'unreadable';
  if (view.elsewhere) return waitsFor === 'other-user' ? 'other-user' : 'elsewhere';
  if (waitsFor === 'storage') return 'stuck';
  if (state === 'held') return 'held';
  if (state === 'needs-you') return view.question ?? whyStopped(error?.code);
  if (isLooking(view)) return 'looking';
  if (state === 'taking-back')
    return error?.code === 'settings/passphrase' ? 'locked' : retryAt === undefined ? 'taking-back' : 'taking-later';
  if (state === 'merging' && !error) return retryAt === undefined ? 'merging' : 'merging-looking';
  if (outcome !== undefined) return retryAt === undefined ? 'following' : 'following-later';
  if (retryAt === undefined) return 'sending';
  return waitsFor === 'another-export' ? 'another-export' : 'waiting';
}

function whyStopped(code: AppError['code'] = 'bug'): Standing {
  if (code === 'settings/passphrase') return 'locked';
  return ACTIONS[code] === 'open-options' ? 'settings' : 'stopped';
}

function saying(standing: Standing, key: TextKey, { organisation, heldUntil, retryAt }: ExportView): QueueRow['says'] {
  if (standing === 'elsewhere')
    return organisation === undefined ? { key: 'panel_row_elsewhere_unnamed', args: [] } : { key, args: [organisation] };
  if (standing === 'unknown-outcome' && retryAt === undefined) return { key: 'panel_row_unknown_still', args: [] };
  const until = standing === 'held' ? heldUntil : retryAt;
  return { key, args: until === undefined ? [] : [clockTime(until)] };
}
