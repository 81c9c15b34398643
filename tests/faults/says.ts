/**
 * What each sentence of the panel about an export claims: of which views it may be said, and what must be so in Greenhouse. A reading
 * of its own: the panel's code chooses the sentences elsewhere.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import * as z from 'zod/mini';

import type { ExportView, Question } from '#lib/export/schema.ts';
import { isOver } from '#lib/export/schema.ts';

import type { Truth } from './truth.ts';

const TEXTS = z
  .record(z.string(), z.object({ message: z.string() }))
  .parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../assets/public/_locales/en/messages.json'), 'utf8')) as unknown,
  );

const ofView = (is: (view: ExportView) => boolean) => is;
const asks = (question: Question) => ofView((view) => view.state === 'needs-you' && view.question === question);
const isStopped = ofView(({ state, question }) => state === 'needs-you' && question === undefined);
const isWaiting = ofView(({ state, retryAt, outcome }) => state === 'matching' && retryAt !== undefined && outcome === undefined);
const isThere = ofView(({ outcome }) => outcome !== undefined);
const followUp = (step: string, ...states: string[]) =>
  ofView(({ followUps }) => followUps.some((one) => one.step === step && states.includes(one.state)));

const isLeft = ofView(({ outcome, twins = [] }) => outcome === 'stepped-back' && twins.length > 0);
const isPersonUnknown = ofView(({ back = [] }) =>
  back.some(({ part, error }) => part === 'person' && error?.code === 'greenhouse/unknown-outcome'),
);

const partBack = (is: string) => ofView(({ back = [] }) => back.some(({ state }) => state === is));

/** By the key of the sentence. */
const SAID_OF: Record<string, (view: ExportView) => boolean> = {
  panel_row_held: ({ state }) => state === 'held',
  panel_row_sending: ({ state, outcome }) => outcome === undefined && ['held', 'matching', 'creating'].includes(state),
  panel_row_looking: ({ state, retryAt }) => state === 'creating' && retryAt !== undefined,
  panel_row_another: ({ waitsFor }) => waitsFor === 'another-export',
  // What is taken back later is told in a sentence that ends so.
  panel_row_retry: (view) => isWaiting(view) || (view.state === 'taking-back' && view.retryAt !== undefined),
  panel_row_following: (view) => isThere(view) && view.retryAt === undefined,
  panel_row_following_later: (view) => isThere(view) && view.retryAt !== undefined,
  panel_row_follow_up: ({ state }) => isOver(state),
  panel_row_is_known: asks('known'),
  panel_row_gone: asks('gone'),
  panel_row_hidden: asks('hidden'),
  panel_row_twice: asks('twice'),
  panel_row_unknown: asks('unknown-outcome'),
  panel_row_unknown_still: asks('unknown-outcome'),
  panel_row_cannot_look: asks('cannot-look'),
  panel_row_stopped: isStopped,
  panel_row_job_closed: asks('job-closed'),
  panel_row_asks: asks('follow-up'),
  panel_row_merging: ({ state }) => state === 'merging',
  panel_row_merging_looking: ({ state, retryAt }) => state === 'merging' && retryAt !== undefined,
  panel_taking_back: ({ state }) => state === 'taking-back',
  panel_taking_later: ({ state, retryAt }) => state === 'taking-back' && retryAt !== undefined,
  panel_row_taken_part: partBack('failed'),
  panel_back_done: partBack('done'),
  panel_back_failed: partBack('failed'),
  panel_row_first_of_two: (view) => isOver(view.state) && view.outcome === 'created' && (view.twins?.length ?? 0) > 0,
  panel_row_left_of_two: (view) => isLeft(view) && !isPersonUnknown(view),
  panel_row_perhaps_left: (view) => isLeft(view) && isPersonUnknown(view),
  panel_row_let_go: ({ state }) => state === 'abandoned',
  panel_note_failed: followUp('note', 'failed'),
  panel_note_unknown: followUp('note', 'unknown'),
  panel_note_lost: followUp('note', 'lost'),
  panel_tags_failed: followUp('tags', 'failed'),
  panel_identity_failed: followUp('identity', 'failed'),
};

/** Headlines in the foot, of the person on show. Others say what went wrong. */
const HEADS: typeof SAID_OF = {
  panel_sending: ({ outcome }) => outcome === undefined,
  panel_done_created: ({ outcome }) => outcome === 'created',
  panel_done_added: ({ outcome }) => outcome === 'added',
  panel_done_there: ({ outcome }) => outcome === 'already-there',
  panel_done_updated: ({ outcome }) => outcome === 'updated',
  panel_question_known: asks('known'),
  panel_question_gone: asks('gone'),
  panel_question_hidden: asks('hidden'),
  panel_question_twice: asks('twice'),
  panel_question_follow_up: asks('follow-up'),
  panel_question_unknown: (view) => asks('unknown-outcome')(view) || asks('cannot-look')(view),
  panel_looking: ({ state, retryAt }) => state === 'creating' && retryAt !== undefined,
};

/** Of somebody who was there before, nothing need be written but the application. */
const wasMadeOrAdded = ({ people, makes }: Truth): boolean => people.length > 0 || makes['applications'] !== 0;

/** What is claimed of Greenhouse itself, by the key of the sentence. */
const MUST_BE: Record<string, (truth: Truth) => boolean> = {
  panel_row_held: ({ makes }) => makes['candidates'] === 0,
  panel_row_following: wasMadeOrAdded,
  panel_row_following_later: wasMadeOrAdded,
  panel_row_follow_up: wasMadeOrAdded,
  panel_row_asks: wasMadeOrAdded,
  // The other one's application is there, and ours is not.
  panel_row_left_of_two: ({ people, makes }) => people.length > 1 && (makes['applications'] ?? 0) < people.length,
  panel_row_perhaps_left: ({ people, makes }) => people.length > 0 && makes['applications'] === 1,
  panel_row_twice: ({ people }) => people.length > 1,
  panel_question_twice: ({ people }) => people.length > 1,
  panel_done_created: ({ people }) => people.length > 0,
  panel_done_added: ({ makes }) => makes['applications'] !== 0,
  panel_note_failed: ({ makes }) => makes['notes'] === 0,
  panel_tags_failed: ({ makes }) => makes['tags'] === 0,
};

const messageOf = (key: string): string => {
  const message = TEXTS[key]?.message;
  if (message === undefined) throw new Error(`no text ${key}`);
  return message;
};
/** The message with anything for its arguments. */
const patternOf = (key: string): string =>
  messageOf(key)
    .split(/\$\d/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+');

const QUEUED = Object.keys(SAID_OF).map((key) => ({ key, pattern: new RegExp(patternOf(key)) }));
const HEADED = Object.keys(HEADS).map((key) => ({ key, pattern: new RegExp(`^${patternOf(key)}$`) }));

/** Of one export. */
export interface Shown {
  /** Whom its place in the queue leads to in Greenhouse. */
  leadsTo: readonly number[];
  /** Its place in the queue. */
  queued: string;
  /** The headline of the foot, where it is the export of the person on show. */
  head: string;
}

const said = ({ queued, head }: Shown): string[] => [
  ...QUEUED.filter(({ pattern }) => pattern.test(queued)).map(({ key }) => key),
  ...HEADED.filter(({ pattern }) => pattern.test(head)).map(({ key }) => key),
];

/** Whoever is in Greenhouse with everything that was to follow need not be told of. */
const needsNoWord = ({ state, outcome, retryAt, followUps, back = [] }: ExportView): boolean =>
  (isOver(state) || outcome !== undefined) &&
  state !== 'needs-you' &&
  retryAt === undefined &&
  back.every((one) => one.state !== 'failed') &&
  followUps.every((one) => one.state !== 'failed' && one.state !== 'unknown');

/** How what is on the page contradicts the view that it is of. */
export function contradicts(shown: Shown, view: ExportView): string | undefined {
  const words = `“${[shown.queued, shown.head].filter(Boolean).join(' | ')}”`;
  const keys = said(shown);
  // What went wrong is said in the words of each error.
  if (keys.length === 0 && !needsNoWord(view) && !(shown.head && view.error))
    return `the panel says nothing of it, or nothing known: ${words}`;
  const stays = view.outcome === 'stepped-back' ? view.twins?.[0] : undefined;
  if (shown.queued && stays !== undefined && !shown.leadsTo.includes(stays)) return `nothing leads to ${stays}: ${words}`;
  const wrong = keys.filter((key) => !(SAID_OF[key] ?? HEADS[key])?.(view));
  return wrong.length > 0 ? `the panel says ${wrong.join(', ')}: ${words}` : undefined;
}

/** How what is on the page contradicts Greenhouse. */
export const shownWrongly = (shown: Shown, truth: Truth): string[] =>
  said(shown)
    .filter((key) => MUST_BE[key]?.(truth) === false)
    .map((key) => `the panel says ${key}, which is not so`);
