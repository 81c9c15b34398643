/** One follow-up, added or looked for. */
import { AppError } from '#lib/errors.ts';

import { earliestOf } from './evidence.ts';
import { isSame, type Which } from './follow-ups.ts';
import type { Event } from './machine.ts';
import type { Doing } from './perform.ts';
import type { Row } from './row.ts';
import type { ExportRequest, ExportView, FollowUp } from './schema.ts';
import { STEPS, type Following } from './steps.ts';

export async function follow(row: Row, request: ExportRequest, which: Which, doing: Doing): Promise<Event> {
  return { is: 'followed', which, ...(await STEPS[which.step].add(followingOf(row, request, which, doing))) };
}

export async function lookFor(row: Row, request: ExportRequest, which: Which, doing: Doing): Promise<Event> {
  const sent = row.view.followUps.find((one) => isSame(one, which))?.sent;
  const since = sent ? earliestOf(sent) : 0;
  return {
    is: 'looked-for',
    which,
    there: await STEPS[which.step].find?.(followingOf(row, request, which, doing), since),
  };
}

function followingOf(row: Row, request: ExportRequest, { item }: Which, { greenhouse, others, hash }: Doing): Following {
  const { candidateId, applicationId, outcome } = row.view;
  if (candidateId === undefined) throw new AppError('bug').as('no');
  const addedBefore = async () =>
    new Set((await others(row)).flatMap(({ view }) => (view.candidateId === candidateId ? addedBy(view) : [])));
  const entry = item === undefined ? undefined : row.entries?.[item];
  return { greenhouse, request, candidateId, applicationId, isNew: outcome === 'created', entry, addedBefore, hash };
}

const NOT_THERE: ReadonlySet<FollowUp['state']> = new Set(['waiting', 'failed', 'skipped']);
const addedBy = ({ followUps }: ExportView): string[] =>
  followUps.flatMap(({ hash, state }) => (hash === undefined || NOT_THERE.has(state) ? [] : hash));
