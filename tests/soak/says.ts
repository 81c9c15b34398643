/** What a recruiter may truly say to a question, who has looked into Greenhouse: all of it, for one to be chosen by chance. */
import type { ExportAnswer, ExportView, FollowUp } from '#lib/export/schema.ts';

import { JOBS } from './mix.ts';
import type { Press, Truth } from './truth.ts';

type Answers = readonly [ExportAnswer, ...ExportAnswer[]];

const RETRY: Answers = [{ do: 'retry' }];
const ANYWAY: Answers = [{ do: 'create-anyway' }];

/** @param looked whether they had it looked for once more already. */
export function truthfulAnswers(view: ExportView, asked: Press | undefined, truth: Truth, looked: boolean): Answers {
  if (!asked) return RETRY;
  switch (view.question) {
    case 'known':
    case 'gone':
    case 'hidden':
      return aboutOthers(view, asked, truth);
    case 'unknown-outcome':
    case 'cannot-look':
      return aboutLost(view, asked, truth, looked);
    case 'twice':
      return aboutTwo(view);
    case 'job-closed':
      return [toJob(JOBS[0]), toJob(JOBS[1]), toJob(JOBS[2])];
    case 'follow-up':
      return aboutSteps(view, asked, truth);
    default:
      return RETRY;
  }
}

const toJob = (jobId: number): ExportAnswer => ({ do: 'to-job', jobId, jobName: `Job ${jobId}` });

/** Mostly they are added to whom they know. */
function aboutOthers({ candidateIds = [] }: ExportView, { handle }: Press, { records }: Truth): Answers {
  const theirs = records.of(handle).find((id) => candidateIds.includes(id)) ?? records.shown(handle)[0];
  if (theirs === undefined) return ANYWAY;
  const add = { do: 'add-to', candidateId: theirs } as const;
  return [add, add, add, ...ANYWAY];
}

/** Found by the recruiter, and again and again not by us, it was a colleague who made them meanwhile. */
function aboutLost(
  { candidateId }: ExportView,
  { handle, request: { target } }: Press,
  { records }: Truth,
  looked: boolean,
): Answers {
  const people = candidateId === undefined ? records.shown(handle) : [candidateId];
  const there = people.find((id) => target.kind === 'candidate' && records.isShownOn(id, target.jobId));
  if (there === undefined) return ANYWAY;
  return looked ? [{ do: 'is-there', candidateId: there }] : RETRY;
}

function aboutTwo({ candidateId = 0, twins: [first = 0] = [] }: ExportView): Answers {
  return [
    { do: 'merge', survivorId: Math.min(candidateId, first) },
    { do: 'merge', survivorId: Math.max(candidateId, first) },
    { do: 'step-back' },
    { do: 'keep-both' },
  ];
}

/** What is there already needs no sending. */
function aboutSteps({ followUps }: ExportView, asked: Press, truth: Truth): Answers {
  const { step } = followUps.find(({ state }) => state === 'failed' || state === 'unknown') ?? { step: 'note' as const };
  const skip = { do: 'skip-step', step } as const;
  return isAdded(step, asked, truth) ? [skip] : [{ do: 'retry-step', step }, { do: 'retry-step', step }, skip];
}

function isAdded(step: FollowUp['step'], { handle, request: { note, file } }: Press, { records }: Truth): boolean {
  const names: Partial<Record<FollowUp['step'], string>> = {
    note: `note ${note?.body}`,
    attachment: `file ${file?.title}`,
    employments: `employments ${handle}`,
    educations: `educations ${handle}`,
  };
  return records.added(names[step] ?? '') > 0;
}
