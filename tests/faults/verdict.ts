/** What an export is held to: once, all of it, and nothing told that is not so. */
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import type { Truth } from './truth.ts';

export type Kind = 'twice' | 'lost' | 'follow-up' | 'unlinked' | 'told wrongly' | 'no end' | 'not met';

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
  if (view.outcome !== undefined && !theirs.includes(view.candidateId ?? 0))
    wrong(`${view.outcome}, as ${view.candidateId}: those there are ${people.join(', ') || 'nobody'}`);
  if (view.outcome === 'created' && request.candidateId !== undefined) wrong('created, though known before');
  if (view.error?.code === 'greenhouse/not-found' && there) wrong('Greenhouse no longer has them, though it has');
  if (view.question === 'job-closed') wrong('the job was closed, though nobody closed it');
  for (const { step, state } of view.followUps) {
    const count = makes[COUNTED[step] ?? ''];
    if (count === undefined) continue;
    if (state === 'done' && count === 0) wrong(`${step} is said to be done and is not`);
    if (state === 'failed' && count > 0) wrong(`${step} is said to have failed and has not`);
  }
  return told;
}

const kindOf = (counted: string, more: boolean): Kind => {
  if (counted === 'mentions') return 'unlinked';
  if (counted !== 'candidates' && counted !== 'applications') return 'follow-up';
  return more ? 'twice' : 'lost';
};

/**
 * At the end: as much of each kind as after an export that nothing went wrong with, and all of it told.
 * @param mayNot something was not allowed: what is told as left out for that is.
 */
export function endsWell(view: ExportView, { makes }: Truth, clean: Record<string, number>, mayNot: boolean): Problem[] {
  const leftOut = new Set(view.followUps.filter(({ state }) => mayNot && state === 'skipped'));
  const notThere = new Set([...leftOut].map(({ step }) => COUNTED[step]));
  const counted = Object.keys(clean).flatMap((kind): Problem[] => {
    const [is, should] = [makes[kind] ?? 0, clean[kind] ?? 0];
    if (is === should || (is < should && notThere.has(kind))) return [];
    return [{ kind: kindOf(kind, is > should), what: `${is} ${kind} instead of ${should}` }];
  });
  const told = view.state === 'done' ? [] : [{ kind: 'told wrongly' as const, what: `it ends as ${view.state}` }];
  const open = view.followUps
    // Whatever Greenhouse has no place for is left out of a clean export, too.
    .filter((one) => one.state !== 'done' && !leftOut.has(one) && one.lacks === undefined)
    .map(({ step, state }): Problem => ({ kind: 'follow-up', what: `${step} ends as ${state}` }));
  return [...counted, ...told, ...open];
}
