/**
 * What follows a create, and what the recruiter need not wait for: the note, and of a person known before their tags and the profile
 * that they were met on.
 */
import type { WireError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import type { ExportRequest, ExportView, FollowUp } from './schema.ts';

/** Of a row, what these change. */
interface Row {
  view: ExportView;
}

/** One of them, by name. */
export type Which = Pick<FollowUp, 'step' | 'item'>;
export const whichOf = ({ step, item }: Which): Which => (item === undefined ? { step } : { step, item });
export const isSame = (one: Which, other: Which): boolean => one.step === other.step && one.item === other.item;

/** For certain. What was left out, or sent once more, may have been on its way before that. */
export const isNotThere = ({ state, error, lostBefore = false }: FollowUp): boolean =>
  !lostBefore && (state === 'waiting' || state === 'failed' || (state === 'skipped' && error?.code !== UNKNOWN.code));

/** What stays whatever becomes of it. */
const whatOf = ({ hash, lostBefore }: FollowUp): Pick<FollowUp, 'hash' | 'lostBefore'> => ({
  ...(hash === undefined ? {} : { hash }),
  ...(lostBefore ? { lostBefore } : {}),
});

export const UNREACHABLE: WireError = { code: 'greenhouse/unreachable' };
export const UNKNOWN: WireError = { code: 'greenhouse/unknown-outcome' };

/** A new person's tags and profile travel inside the create itself. */
export const followUpsOf = ({ note, career, file }: ExportRequest): FollowUp[] => [
  ...(note ? [{ step: 'note', state: 'waiting' } as const] : []),
  ...(career ? [{ step: 'career', state: 'waiting' } as const] : []),
  ...(file ? [{ step: 'attachment', state: 'waiting' } as const] : []),
];

export const withEach = <R extends Row>(row: R, change: (one: FollowUp) => FollowUp): R => ({
  ...row,
  view: { ...row.view, followUps: row.view.followUps.map((one) => ({ ...whatOf(one), ...change(one) })) },
});

export function withFollowUp<R extends Row>(row: R, changed: FollowUp): R {
  const { followUps } = row.view;
  if (followUps.some((one) => isSame(one, changed))) return withEach(row, (one) => (isSame(one, changed) ? changed : one));
  // Who somebody is comes first: it is what the next recruiter asks.
  return {
    ...row,
    view: { ...row.view, followUps: changed.step === 'identity' ? [changed, ...followUps] : [...followUps, changed] },
  };
}

/** For somebody who was in Greenhouse before. An update links them at once. */
export function withThoseOfTheKnown<R extends Row>(row: R, { tags, target }: ExportRequest, { can }: Pick<Greenhouse, 'can'>): R {
  const tagged = tags.length > 0 && can.tags ? withFollowUp(row, { step: 'tags', state: 'waiting' }) : row;
  return can.linksPeople && target.kind !== 'update' ? withFollowUp(tagged, { step: 'identity', state: 'waiting' }) : tagged;
}

/** What waited for its time waits no longer. */
export const hurried = <R extends Row>(row: R): R =>
  withEach(row, (one) => (one.retryAt === undefined ? one : { ...one, retryAt: 0 }));
