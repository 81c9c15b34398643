/**
 * What follows a create, and what the recruiter need not wait for: the note, and of a person known before their tags and the profile
 * that they were met on.
 */
import type { WireError } from '#lib/errors.ts';
import type { Greenhouse, Linked } from '#lib/greenhouse/port.ts';

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
