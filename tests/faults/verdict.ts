/** What is told of an export at any moment, held against Greenhouse. */
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import type { Truth } from './truth.ts';

export type Kind = 'twice' | 'lost' | 'follow-up' | 'unlinked' | 'left' | 'told wrongly' | 'no end' | 'not met';

export interface Problem {
  kind: Kind;
  what: string;
}

/** What stands of a follow-up in Greenhouse, by its step. */
export const COUNTED: Partial<Record<string, string>> = {
  note: 'notes',
  tags: 'tags',
  employments: 'employments',
  educations: 'educations',
  attachment: 'attachments',
};

/** Whatever a view says that is not so at this moment. The truth is read after the view: what is said to be there must be there by then. */
export function lies(view: ExportView, request: ExportRequest, { people, makes }: Truth): Problem[] {
  const told: Problem[] = [];
  const wrong = (what: string): void => void told.push({ kind: 'told wrongly', what });
  const there = people.length > 0;
  if (view.state === 'undone' && there) wrong('nothing was sent, though it was');
  const theirs = [...people, ...(request.candidateId === undefined ? [] : [request.candidateId])];
  // Of what is on its way out nobody says that it is there.
  const isGoing = view.state === 'merging' || view.back !== undefined;
  if (view.outcome !== undefined && !isGoing && !theirs.includes(view.candidateId ?? 0))
    wrong(`${view.outcome}, as ${view.candidateId}: those there are ${people.join(', ') || 'nobody'}`);
  if (view.outcome === 'created' && request.candidateId !== undefined) wrong('created, though known before');
  if (view.error?.code === 'greenhouse/not-found' && there) wrong('Greenhouse no longer has them, though it has');
  if (view.question === 'job-closed') wrong('the job was closed, though nobody closed it');
  for (const { step, state } of isGoing ? [] : view.followUps) {
    const count = makes[COUNTED[step] ?? ''];
    if (count === undefined) continue;
    if (state === 'done' && count === 0) wrong(`${step} is said to be done and is not`);
    if (state === 'failed' && count > 0) wrong(`${step} is said to have failed and has not`);
  }
  return told;
}
