/** One follow-up, added or looked for. */
import { AppError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import { earliestOf } from './evidence.ts';
import { isSame, type Which } from './follow-ups.ts';
import type { Event } from './machine.ts';
import type { Row } from './row.ts';
import type { ExportRequest } from './schema.ts';
import { STEPS, type Following } from './steps.ts';

export async function follow(row: Row, request: ExportRequest, which: Which, greenhouse: Greenhouse): Promise<Event> {
  return { is: 'followed', which, ...(await STEPS[which.step].add(followingOf(row, request, which, greenhouse))) };
}

export async function lookFor(row: Row, request: ExportRequest, which: Which, greenhouse: Greenhouse): Promise<Event> {
  const sent = row.view.followUps.find((one) => isSame(one, which))?.sent;
  const since = sent ? earliestOf(sent) : 0;
  return {
    is: 'looked-for',
    which,
    there: await STEPS[which.step].find?.(followingOf(row, request, which, greenhouse), since),
  };
}

function followingOf({ view }: Row, request: ExportRequest, { item }: Which, greenhouse: Greenhouse): Following {
  const { candidateId, applicationId } = view;
  if (candidateId === undefined) throw new AppError('bug').as('no');
  return { greenhouse, request, candidateId, applicationId, item };
}
