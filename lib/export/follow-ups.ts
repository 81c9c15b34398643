/** What follows a create, and what the recruiter need not wait for: the note, and the tags of a person known before. */
import { AppError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import type { Row } from './rows.ts';
import type { ExportRequest, FollowUp } from './schema.ts';

/** A new person's tags travel inside the create itself. */
export const followUpsOf = (request: ExportRequest): FollowUp[] => [
  ...(request.note ? [{ step: 'note', state: 'waiting' } as const] : []),
  ...(request.candidateId !== undefined && request.tags.length > 0 ? [{ step: 'tags', state: 'waiting' } as const] : []),
];

/** The next one to do. One that was `sending` when the worker died may have been done: it is not sent again, and said so. */
export const nextFollowUp = (row: Row): FollowUp | undefined => row.view.followUps.find(({ state }) => state === 'waiting');

export const withFollowUp = (row: Row, changed: FollowUp): Row => ({
  ...row,
  view: { ...row.view, followUps: row.view.followUps.map((one) => (one.step === changed.step ? changed : one)) },
});

export const afterDeath = (row: Row): Row => ({
  ...row,
  view: {
    ...row.view,
    followUps: row.view.followUps.map((one) => (one.state === 'sending' ? { ...one, state: lostState(one.step) } : one)),
  },
});

/** Adding a tag twice is adding it once; a note would stand there twice. */
const lostState = (step: FollowUp['step']): FollowUp['state'] => (step === 'tags' ? 'waiting' : 'unknown');

/**
 * Does one; a failure is told and stops nothing else, but for a lock and for the rate limit: then nothing was done, and it
 * waits its turn.
 */
export async function follow(row: Row, request: ExportRequest, followUp: FollowUp, greenhouse: Greenhouse): Promise<FollowUp> {
  const { candidateId, applicationId } = row.view;
  if (candidateId === undefined) throw new AppError('bug');
  try {
    if (followUp.step === 'note' && request.note) await greenhouse.addNote({ candidateId, applicationId, ...request.note });
    if (followUp.step === 'tags') await greenhouse.addTags(candidateId, request.tags);
    return { step: followUp.step, state: 'done' };
  } catch (thrown) {
    const error = AppError.from(thrown).toWire();
    if (error.code === 'settings/passphrase' || error.code === 'greenhouse/limited') throw thrown;
    return { step: followUp.step, state: error.code === 'greenhouse/unknown-outcome' ? 'unknown' : 'failed', error };
  }
}
