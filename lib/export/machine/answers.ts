/** What the recruiter says to a row. An answer counts only for the question that it was given to. */
import { hurried, withEach } from '../follow-ups.ts';
import { going, isOpen, mayBeThere, stateToGoOn, type Row } from '../row.ts';
import type { ExportAnswer, ExportRequest, Question } from '../schema.ts';
import { onJob } from '../target.ts';
import { isUnsure } from '../touched.ts';
import { arrived, isNoteInside, withNoteInside } from './arrived.ts';
import { lookBefore } from './before.ts';
import { letBe, notAdded, sentAgain, skipped } from './left-behind.ts';
import { keepBoth, merge } from './merging.ts';
import { toStepBack } from './stepping-back.ts';
import { begun } from './take-back.ts';
import { askTwice } from './twins.ts';
import { GO_ON, isHere, rest, type Event, type Moment, type Next } from './types.ts';

type Said = Extract<Event, { is: 'said' }>;

/** The questions that each answer, after which something may be made or believed, is an answer to. */
const ANSWERS_TO: Partial<Record<ExportAnswer['do'], readonly Question[]>> = {
  'add-to': ['known', 'gone', 'hidden'],
  'create-anyway': ['known', 'gone', 'hidden', 'unknown-outcome', 'cannot-look'],
  'is-there': ['unknown-outcome', 'cannot-look'],
  'keep-both': ['twice'],
  'retry-step': ['follow-up'],
  'skip-step': ['follow-up'],
  merge: ['twice'],
  'step-back': ['twice'],
  'to-job': ['job-closed'],
};

export function said(row: Row, event: Said, at: Moment): Next {
  const { answer } = event;
  const { view } = row;
  const same = rest(row, view.retryAt);
  const away = !isHere(at);
  if (view.state !== 'needs-you' && view.retryAt === undefined && !away) return same;
  if (answer.do === 'drop') return rest(dropped(row));
  // Of a row that cannot be read, and of another account's, there is nothing to do but to let it go.
  if (away) return same;
  if (view.question === 'twice') return isAnswer(row, event) ? (ofTwins(row, answer, at) ?? same) : same;
  if (!row.request) return same;
  if (answer.do === 'retry') return { row: hurried(going(row, stateToGoOn(row))), act: GO_ON };
  return isAnswer(row, event) ? (taken(row, answer, at) ?? same) : same;
}

/** Also when all else was done, and nothing of the person is left. */
function ofTwins(row: Row, answer: ExportAnswer, at: Moment): Next | undefined {
  if (answer.do === 'merge') return at.can.undo ? merge(row, answer) : undefined;
  if (answer.do === 'step-back') {
    if (isUnsure(row, 'person'))
      return askTwice({ ...row, view: { ...row.view, back: [{ part: 'application', state: 'failed', why: 'unsure' }] } });
    const back = at.can.undo ? toStepBack(row) : undefined;
    return back && begun(back.row, back.parts, at);
  }
  return keepBoth(row, at);
}

/** Whoever answered saw this question, and not one before it. */
const isAnswer = ({ view: { state, question }, writtenAt }: Row, { answer, seen, about }: Said): boolean =>
  state === 'needs-you' &&
  question !== undefined &&
  ANSWERS_TO[answer.do]?.includes(question) === true &&
  (about ?? question) === question &&
  (seen ?? writtenAt) === writtenAt;

function taken(row: Row, answer: ExportAnswer, at: Moment): Next | undefined {
  const { request } = row;
  if (!request) return undefined;
  const { candidateId: _known, ...unknown } = request;
  switch (answer.do) {
    case 'add-to':
      return lookBefore({
        ...(isOpen(row) ? covered(row) : going(row, 'matching')),
        request: { ...unknown, createAnyway: false, candidateId: answer.candidateId },
      });
    case 'create-anyway': {
      // What was lost is made again: of an application the person is known, and no second record of them is meant.
      const candidateId = isAboutSends(row) && row.sends.at(-1)?.what === 'application' ? row.view.candidateId : undefined;
      const again = candidateId === undefined ? { createAnyway: true } : { candidateId };
      // Not blindly: whoever came to be there meanwhile is found first.
      return lookBefore({ ...covered(row), request: { ...unknown, ...again } });
    }
    case 'to-job': {
      const { jobName } = answer;
      const target = onJob(request.target, answer.jobId);
      return lookBefore({ ...going(row, 'matching', { jobName }), request: { ...request, target, jobName }, target });
    }
    case 'retry-step':
      return sentAgain(row, answer.step);
    case 'skip-step':
      return skipped(row, answer.step);
    case 'is-there':
      return isThere(row, request, answer.candidateId ?? row.view.candidateId, at);
    default:
      return undefined;
  }
}

/** What was sent before they were asked about it may still arrive; the recruiter knows that, and whom they saw. */
function covered(row: Row): Row {
  const { candidateIds = [] } = row.view;
  return {
    ...going(row, 'matching'),
    before: [...new Set([...row.before, ...candidateIds])],
    saidAt: isAboutSends(row) ? row.writtenAt : (row.saidAt ?? 0),
  };
}

const isAboutSends = ({ view: { question } }: Row): boolean => question === 'unknown-outcome' || question === 'cannot-look';

/** With a number it is as if it had been found. Without one it is over, and the next export of theirs asks first. */
function isThere(row: Row, request: ExportRequest, candidateId: number | undefined, at: Moment): Next {
  if (candidateId !== undefined) return arrived(row, { candidateId }, request, at);
  return rest(withEach(going(withNoteInside(row), 'done', { outcome: 'created' }), notAdded));
}

/**
 * With an outcome the person is there already, and only something after it is let go. That nothing was sent is said only where it is
 * certain; else what was sent is remembered, and of a note that went inside it nobody knows either.
 */
export const dropped = (row: Row): Row =>
  withEach(going(row, row.view.outcome !== undefined ? 'done' : mayBeThere(row) ? 'abandoned' : 'undone'), (one) =>
    letBe(one.step === 'note' && one.state === 'waiting' && isNoteInside(row) ? { ...one, state: 'unknown' } : one),
  );
