/** What an export is held to: once, all of it, and nothing told that is not so. */
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import type { Wish } from './flavours.ts';
import { endOf } from './granted.ts';
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

const kindOf = (counted: string, more: boolean, wish?: Wish): Kind => {
  if (more && wish) return 'left';
  if (counted === 'mentions') return 'unlinked';
  if (counted !== 'candidates' && counted !== 'applications') return 'follow-up';
  return more ? 'twice' : 'lost';
};

interface Held {
  /** What an export leaves that nothing goes wrong with. */
  clean: Record<string, number>;
  /** Something was not allowed: what is told as left out for that is. */
  mayNot: boolean;
  wish?: Wish | undefined;
}

/** At the end: as much of each kind as after an export that nothing went wrong with, and all of it told. */
export function endsWell(view: ExportView, { makes }: Truth, { clean, mayNot, wish }: Held): Problem[] {
  const leftOut = new Set(view.followUps.filter(({ state }) => (mayNot || wish === 'step-back') && state === 'skipped'));
  const notThere = new Set([...leftOut].map(({ step }) => COUNTED[step]));
  // A record that may not be deleted is told by its number, with all that is on it but the application.
  const stays = mayNot && view.outcome === 'stepped-back' && view.twins !== undefined;
  const counted = Object.keys(clean).flatMap((kind): Problem[] => {
    const [is, should] = [makes[kind] ?? 0, clean[kind] ?? 0];
    if (is === should || (is < should && notThere.has(kind))) return [];
    if (is > should && stays && kind !== 'applications') return [];
    return [{ kind: kindOf(kind, is > should, wish), what: `${is} ${kind} instead of ${should}` }];
  });
  const { state, outcome = view.outcome } = endOf(wish);
  const ends = view.state === state && view.outcome === outcome;
  const told = ends ? [] : [{ kind: 'told wrongly' as const, what: `it ends as ${view.state}, ${view.outcome}` }];
  const open = view.followUps
    // Whatever Greenhouse has no place for is left out of a clean export, too.
    .filter((one) => one.state !== 'done' && !leftOut.has(one) && one.lacks === undefined)
    .map(({ step, state }): Problem => ({ kind: 'follow-up', what: `${step} ends as ${state}` }));
  return [...counted, ...told, ...open];
}
