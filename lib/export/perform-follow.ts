/** One follow-up, added or looked for. */
import { AppError } from '#lib/errors.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { earliestOf } from './evidence.ts';
import { isNotThere, isSame, type Which } from './follow-ups.ts';
import type { Event } from './machine.ts';
import type { Doing } from './perform.ts';
import type { Row } from './row.ts';
import type { ExportRequest, ExportView } from './schema.ts';
import { mayRepeat, STEPS, type Following } from './steps.ts';

export async function follow(row: Row, request: ExportRequest, which: Which, doing: Doing): Promise<Event> {
  const what = followingOf(row, request, which, doing);
  // What may be repeated reads them first anyway. All else Greenhouse takes also for somebody whom it has no more, and nobody sees it.
  if (!mayRepeat(which.step) && isLate(row) && (await doing.greenhouse.findByIds([what.candidateId])).length === 0)
    throw new AppError('greenhouse/not-found').as('no');
  return { is: 'followed', which, ...(await STEPS[which.step].add(what)) };
}

/** Since they were seen, they may have been merged or deleted; before that no list need show whom we made. */
const isLate = ({ view, sends, writtenAt }: Row): boolean => writtenAt - (sends.at(-1)?.at ?? view.startedAt) > LAG_MS;

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

const addedBy = ({ followUps }: ExportView): string[] =>
  followUps.flatMap((one) => (one.hash === undefined || isNotThere(one) ? [] : one.hash));
