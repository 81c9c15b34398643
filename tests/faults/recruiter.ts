/** A recruiter who looks into Greenhouse before they answer, and says what is so. */
import type { ExportAnswer, ExportRequest, ExportView, Question, UndoPart } from '#lib/export/schema.ts';
import { isOver } from '#lib/export/schema.ts';

import { JOB, type Wish } from './flavours.ts';
import type { Stand } from './stand.ts';
import type { Truth } from './truth.ts';
import { COUNTED } from './verdict.ts';

interface Looked extends Truth {
  /** Who was there before, where the export is about them. */
  known?: number | undefined;
}

type Answer = (view: ExportView, looked: Looked) => ExportAnswer;

const addOrMake: Answer = ({ candidateIds = [] }, { people, known }) => {
  const theirs = candidateIds.find((id) => id === known || people.includes(id));
  return theirs === undefined ? { do: 'create-anyway' } : { do: 'add-to', candidateId: theirs };
};

const ANSWERS: Record<Question, Answer> = {
  known: addOrMake,
  gone: addOrMake,
  hidden: addOrMake,
  'unknown-outcome': (_view, { people, known, makes }) => {
    const isThere = known === undefined ? people.length > 0 : makes['applications'] !== 0;
    return { do: isThere ? 'retry' : 'create-anyway' };
  },
  'cannot-look': (_view, { people: [person] }) =>
    person === undefined ? { do: 'create-anyway' } : { do: 'is-there', candidateId: person },
  twice: () => ({ do: 'keep-both' }),
  'follow-up': ({ followUps }, { makes }) => {
    const { step, state } = followUps.find((one) => one.state === 'failed' || one.state === 'unknown') ?? { step: 'note' };
    const isThere = (makes[COUNTED[step] ?? ''] ?? 0) > 0;
    return { do: state === 'unknown' && isThere ? 'skip-step' : 'retry-step', step };
  },
  'job-closed': () => ({ do: 'to-job', jobId: JOB, jobName: 'Staff Backend Engineer' }),
};

/** What they would press now; nothing while there is nothing to press. */
export function answerTo(view: ExportView, looked: Looked, now: number): ExportAnswer | undefined {
  if (view.state === 'needs-you') return view.question ? ANSWERS[view.question](view, looked) : { do: 'retry' };
  return view.retryAt !== undefined && view.retryAt > now ? { do: 'retry' } : undefined;
}

/** A lost answer is looked for, and there is nothing to press but to look now. */
export const isLooking = ({ state, retryAt, followUps }: ExportView): boolean =>
  retryAt !== undefined && (state === 'creating' || followUps.some((one) => one.state === 'lost'));

/** It stands, or stands in part, and was to go; or two records stand of which one was to. */
export function isWanted({ state, back = [], question }: ExportView, { candidateId }: ExportRequest, wish?: Wish): boolean {
  if (wish !== 'undo') return wish !== undefined && question === 'twice';
  if (!isOver(state)) return false;
  const parts: UndoPart[] = candidateId === undefined ? ['person'] : ['application', 'tags'];
  return parts.some((part) => !back.some((one) => one.part === part && one.state === 'done'));
}

/** One hand: it presses once more only when it has been told what came of the last time. */
export function handOf(stand: Stand, request: ExportRequest, note: (what: string) => void) {
  let pressing: Promise<void> | undefined;
  return {
    isFree: () => pressing === undefined,
    /** Whoever finds nothing to press, or hears no, sees in the list how it stands. */
    want(view: ExportView, wish: Wish): void {
      pressing ??= stand
        .want(request, view, wish)
        .catch((thrown: unknown) => note(`could not press: ${String(thrown).split('\n')[0]}`))
        .finally(() => {
          pressing = undefined;
        });
    },
  };
}
