/** Has anybody else been at work on what an export made? Pure. In doubt somebody has: deleting a person deletes everybody's work on them. */
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { NoteThere } from '#lib/greenhouse/port.ts';
import type { Application, KnownPerson } from '#lib/greenhouse/schema.ts';

import type { Ours } from './own.ts';
import type { Row } from './row.ts';
import type { UndoPart } from './schema.ts';
import { applicationAt } from './target.ts';

/** What Greenhouse shows of them just now, and what this browser's other exports did. */
export interface Seen {
  /** Absent when they are not listed. */
  person?: KnownPerson | undefined;
  /** Whether the record for which ours steps back is listed. */
  survivor?: boolean | undefined;
  /** Absent where the credential may not read them. */
  notes?: readonly NoteThere[] | undefined;
  own: readonly Ours[];
}

/** Greenhouse's own clock is read by the second, and it goes on for a while with what was asked of it. */
const SLACK_MS = 60_000;

/** Ours; of somebody whom we made it is known by its place where the answer did not tell its number. */
export const applicationOf = ({ view, target }: Row, { person }: Seen): Application | undefined =>
  view.applicationId === undefined && view.outcome === 'created' && target
    ? applicationAt(target, person?.applications ?? [])
    : person?.applications.find(({ id }) => id === view.applicationId);

/** What we took back ourselves meanwhile is not theirs. */
function isLater({ overAt, writtenAt, back }: Row, at: string | null | undefined): boolean {
  return Date.parse(at ?? '') > Math.max(overAt ?? writtenAt, back?.sentAt ?? 0) + SLACK_MS;
}

/** What was found by looking may be a colleague's of the same moment; tags of somebody who was there were added by our own hand. */
export const isUnsure = ({ looks, view }: Row, part: UndoPart): boolean =>
  looks > 0 && (part !== 'tags' || view.outcome === 'created');

/** Another export of theirs goes on, or may be on its way. */
export const isInUse = ({ view }: Row, { own }: Seen): boolean =>
  own.some(({ over, open, candidateId }) => !over && (open || candidateId === view.candidateId));

export function isApplicationTouched(row: Row, seen: Seen): boolean {
  const application = applicationOf(row, seen);
  if (!application) return false;
  const { status, stage, lastActivityAt } = application;
  return status !== 'active' || (row.stage !== undefined && stage !== row.stage) || isLater(row, lastActivityAt);
}

/** @param now epoch milliseconds, by the device's clock. */
export function isPersonTouched(row: Row, person: KnownPerson, seen: Seen, now: number): boolean {
  const ours = applicationOf(row, seen)?.id;
  const { candidateId, followUps } = row.view;
  const noted = followUps.some(({ step, state }) => step === 'note' && (state === 'done' || state === 'unknown'));
  return (
    isApplicationTouched(row, seen) ||
    person.applications.some(({ id }) => id !== ours && id !== row.removed?.applicationId) ||
    seen.own.some((one) => one.made && one.candidateId === candidateId && now - one.at < LAG_MS) ||
    person.tags.some((tag) => !row.tags?.some((added) => added.toLowerCase() === tag.toLowerCase())) ||
    (seen.notes ?? []).filter((note) => isWork(note, row.actingUserId)).length > (noted ? 1 : 0) ||
    isLater(row, person.lastActivityAt)
  );
}

/** What Greenhouse writes down by itself, as that somebody was added, is nobody's. */
const isWork = ({ kind, userId }: NoteThere, actingUserId: number | undefined): boolean =>
  userId !== undefined && (kind !== 'ACTIVITY' || userId !== actingUserId);
