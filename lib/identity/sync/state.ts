/** What is told of the index: how far it is, what it waits for. Pure. */
import type { Trouble } from '#lib/storage/index-trouble.ts';

import { monthsTold, type Progress } from './progress.ts';
import { isMany } from './step.ts';
import type { IndexScope, IndexStatus } from './status.ts';

export interface Situation {
  scope: IndexScope;
  paused: boolean;
  agreed: boolean;
  progress: Progress | undefined;
  trouble: Trouble | undefined;
  damaged: number;
  /** Until when it rests, epoch milliseconds. */
  restsUntil: number | undefined;
}

function stateOf({ scope, paused, agreed, progress, trouble }: Situation): IndexStatus['state'] {
  if (scope.kind === 'off') return 'off';
  if (paused) return 'paused';
  if (trouble) return 'failing';
  if (progress && isMany(progress) && !agreed) return 'asks';
  return progress?.completeAt === undefined ? 'filling' : 'fresh';
}

function peopleOf(progress: Progress | undefined): { people: number; of?: number } {
  if (!progress) return { people: 0 };
  const { crawl, completeAt, of } = progress;
  if (completeAt !== undefined || !crawl) return { people: progress.people };
  const people = progress.people + crawl.people;
  const part = monthsTold(crawl);
  const about = of ?? (part > 0.05 ? Math.round(people / part) : undefined);
  return about === undefined ? { people } : { people, of: Math.max(about, people) };
}

export function statusOf(situation: Situation): IndexStatus {
  const { scope, progress, trouble, damaged, restsUntil } = situation;
  const state = stateOf(situation);
  if (state === 'off') return { scope, state, people: 0, damaged: 0 };
  const { completeAt, changedTo = 0, ahead = 0, unreadable = [] } = progress ?? {};
  const nextAt = trouble ? trouble.nextAt : restsUntil;
  return {
    scope,
    state,
    ...peopleOf(progress),
    ...(completeAt !== undefined && { upTo: changedTo - ahead }),
    damaged,
    ...(unreadable.length > 0 && { unreadable: unreadable.length }),
    ...(trouble && { error: trouble.error }),
    ...(nextAt !== undefined && state !== 'paused' && state !== 'asks' && { nextAt }),
  };
}
