/**
 * What follows a create, and what the recruiter need not wait for: the note, and of a person known before their tags and the profile
 * that they were met on.
 */
import { AppError, type ErrorCode, type WireError } from '#lib/errors.ts';
import type { Greenhouse, Linked } from '#lib/greenhouse/port.ts';

import { linkOf } from './link.ts';
import type { ExportRequest, ExportView, FollowUp } from './schema.ts';

/** Of a row, what these change. */
interface Row {
  view: ExportView;
}

export const UNREACHABLE: WireError = { code: 'greenhouse/unreachable' };

/** A new person's tags and profile travel inside the create itself. */
export const followUpsOf = ({ note }: ExportRequest): FollowUp[] => (note ? [{ step: 'note', state: 'waiting' }] : []);

/** The next one to do. One that was `sending` when the worker died may have been done: it is not sent again, and said so. */
export const nextFollowUp = (row: Row): FollowUp | undefined =>
  row.view.followUps.find(({ state, error }) => state === 'waiting' && !error);

/** Why some wait until Greenhouse is there again. */
export const heldUp = ({ view }: Row): WireError | undefined => view.followUps.find(({ state }) => state === 'waiting')?.error;

/** Those that waited are next once more. */
export const begunAnew = <R extends Row>(row: R): R => ({
  ...row,
  view: {
    ...row.view,
    followUps: row.view.followUps.map((one) => (one.state === 'waiting' ? { step: one.step, state: one.state } : one)),
  },
});

export function withFollowUp<R extends Row>(row: R, changed: FollowUp): R {
  const others = row.view.followUps.filter(({ step }) => step !== changed.step);
  // Who somebody is comes first: it is what the next recruiter asks.
  const followUps = changed.step === 'identity' ? [changed, ...others] : [...others, changed];
  return { ...row, view: { ...row.view, followUps } };
}

/** For somebody who was in Greenhouse before. An update links them at once. */
export function withThoseOfTheKnown<R extends Row>(row: R, { tags, target }: ExportRequest, { can }: Pick<Greenhouse, 'can'>): R {
  const tagged = tags.length > 0 && can.tags ? withFollowUp(row, { step: 'tags', state: 'waiting' }) : row;
  return can.linksPeople && target.kind !== 'update' ? withFollowUp(tagged, { step: 'identity', state: 'waiting' }) : tagged;
}

/** Once the profile is tied to them; of an id for which there is no room somebody has to hear. */
export const linked = <R extends Row>(row: R, { leftOut }: Linked): R =>
  withFollowUp(row, { step: 'identity', state: 'done', ...(leftOut.length > 0 ? { full: true } : {}) });

export const afterDeath = <R extends Row>(row: R): R => ({
  ...row,
  view: {
    ...row.view,
    followUps: row.view.followUps.map((one) => (one.state === 'sending' ? { ...one, state: lostState(one.step) } : one)),
  },
});

/** Adding a tag or linking a profile twice is doing it once; a note would stand there twice. */
const lostState = (step: FollowUp['step']): FollowUp['state'] => (step === 'note' ? 'unknown' : 'waiting');

/** Whether once more does no harm: nothing was sent, or nothing is done twice by it. */
const maySendAgain = (step: FollowUp['step'], code: ErrorCode): boolean =>
  code === 'greenhouse/unreachable' || (code === 'greenhouse/unknown-outcome' && lostState(step) === 'waiting');

/**
 * Does one; a failure is told and stops nothing else, but for a lock and for the rate limit: then nothing was done, and it
 * waits its turn. Where Greenhouse was not there it waits too, behind the others.
 */
export async function follow<R extends Row>(
  row: R,
  request: ExportRequest,
  { step }: FollowUp,
  greenhouse: Greenhouse,
): Promise<R> {
  const { candidateId, applicationId } = row.view;
  if (candidateId === undefined) throw new AppError('bug');
  try {
    if (step === 'identity') return linked(row, await greenhouse.linkPerson(candidateId, linkOf(request)));
    if (step === 'note' && request.note) await greenhouse.addNote({ candidateId, applicationId, ...request.note });
    const tagged = step === 'tags' && (await greenhouse.addTags(candidateId, request.tags));
    const done = withFollowUp(row, { step, state: 'done' });
    return tagged && done.view.added ? { ...done, view: { ...done.view, added: [...done.view.added, 'tag'] } } : done;
  } catch (thrown) {
    const error = AppError.from(thrown).toWire();
    if (error.code === 'settings/passphrase' || error.code === 'greenhouse/limited') throw thrown;
    if (maySendAgain(step, error.code)) return withFollowUp(row, { step, state: 'waiting', error: UNREACHABLE });
    return withFollowUp(row, { step, state: error.code === 'greenhouse/unknown-outcome' ? 'unknown' : 'failed', error });
  }
}
