/** The person is in Greenhouse by our hand: what is written down of it, and what is still to follow. */
import type { Created } from '#lib/greenhouse/port.ts';

import { withFollowUp } from '../follow-ups.ts';
import { going, mayBeThere, withClosed, type Row, type Send } from '../row.ts';
import type { ExportRequest } from '../schema.ts';
import { watched } from './twins.ts';
import { GO_ON, type Moment, type Next } from './types.ts';

export function arrived(
  row: Row,
  { candidateId, applicationId, pageUrl, stage, unlinked }: Created,
  request: ExportRequest,
  at: Moment,
): Next {
  const known = row.sends.at(-1)?.what === 'application';
  const there = going(withClosed(row, 'found'), 'created', {
    candidateId,
    ...(applicationId === undefined ? {} : { applicationId }),
    ...(pageUrl === undefined ? {} : { pageUrl }),
    outcome: known ? 'added' : 'created',
  });
  const noted = known ? there : withNoteInside(there);
  const whole = unlinked ? withFollowUp(noted, { step: 'identity', state: 'waiting' }) : noted;
  const made = {
    ...whole,
    ...(stage === undefined ? {} : { stage }),
    ...(known || request.tags.length === 0 ? {} : { tags: request.tags }),
  };
  // Of a create that was given up a twin may still arrive.
  return { row: known && !mayBeThere(made) ? made : watched(made, at), act: GO_ON };
}

/** A note that goes with the person is everybody's to read; one that was meant for fewer stays behind, and is told as not added. */
export const noteInside = ({ note }: ExportRequest, can: Moment['can']): string | undefined =>
  can.notes === 'withPerson' && note?.visibility === 'public' ? note.body : undefined;

export const hasNoteInside = ({ request }: Row, what: Send['what'], can: Moment['can']): boolean =>
  what === 'person' && request !== undefined && noteInside(request, can) !== undefined;

/** Whether the note is wherever the person is. */
export const isNoteInside = ({ sends }: Row): boolean => sends.some(({ noted, closed }) => noted && closed !== 'refused');

/** Once the person is there, so is what went with them. */
export const withNoteInside = (row: Row): Row => (isNoteInside(row) ? withFollowUp(row, { step: 'note', state: 'done' }) : row);
