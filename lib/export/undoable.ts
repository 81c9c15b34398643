/** What of an export can still be taken back in Greenhouse, what stays there, and why. Pure. */
import type { Capabilities } from '#lib/greenhouse/capabilities.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import { isAnonymised } from '#lib/identity/agree.ts';

import type { Row } from './row.ts';
import type { Cannot, Undoable, UndoPart } from './schema.ts';
import { applicationOf, isApplicationTouched, isInUse, isPersonTouched, isUnsure, type Seen } from './touched.ts';

interface Now {
  /** Epoch milliseconds, by the device's clock. */
  now: number;
  can: Pick<Capabilities, 'undo'>;
  /** Whether whoever made it is connected; they are, where nothing is said. */
  isOurs?: boolean;
  /** Whether it is known that the credential has not this scope. */
  lacks?: ((scope: string) => boolean) | undefined;
}

const SCOPES: Record<UndoPart, string> = {
  application: 'harvest:applications:destroy',
  person: 'harvest:candidates:destroy',
  tags: 'harvest:applied_candidate_tags:destroy',
};

export function undoableOf(row: Row, seen: Seen, now: Now): Undoable {
  const parts = partsOf(row).map((part) => ({ part, why: whyNot(part, row, seen, now) }));
  return {
    can: parts.flatMap(({ part, why }) => (why ? [] : part)),
    cannot: [...parts.flatMap(({ part, why }) => (why ? { what: part, why } : [])), ...staying(row)],
  };
}

/** What it made, less what was taken back before. */
function partsOf({ view, tags = [] }: Row): UndoPart[] {
  const { outcome, candidateId, back = [] } = view;
  if (candidateId === undefined) return [];
  const made: [UndoPart, boolean][] = [
    ['application', outcome === 'created' || outcome === 'added'],
    ['person', outcome === 'created'],
    ['tags', tags.length > 0],
  ];
  const isBack = (one: UndoPart) => back.some(({ part, state }) => part === one && state === 'done');
  return made.flatMap(([part, isMade]) => (isMade && !isBack(part) ? part : []));
}

function whyNot(part: UndoPart, row: Row, seen: Seen, { now, can, isOurs = true, lacks }: Now): Cannot['why'] | undefined {
  const { person } = seen;
  if (!isOurs) return 'not-ours';
  if (!can.undo) return 'not-offered';
  if (isUnsure(row, part)) return 'unsure';
  if (!person || isAnonymised(person) || (part === 'application' && !applicationOf(row, seen)))
    return now - (row.sends.at(-1)?.at ?? row.writtenAt) < LAG_MS ? 'not-listed' : 'gone';
  if (lacks?.(SCOPES[part])) return 'no-right';
  if (isInUse(row, seen)) return 'in-use';
  if (part === 'application' && isApplicationTouched(row, seen)) return 'others-work';
  if (part !== 'person') return undefined;
  // Whether somebody wrote about them cannot be told without reading it.
  return isPersonTouched(row, person, seen, now) ? 'others-work' : seen.notes ? undefined : 'no-right';
}

/** For these Greenhouse has no call, or nothing that could tell ours from another's. */
function staying({ view: { outcome, followUps } }: Row): Cannot[] {
  const followed = new Set(followUps.flatMap(({ step, state }) => (state === 'done' || state === 'unknown' ? step : [])));
  const stays: [Cannot['what'], boolean][] = [
    ['note', followed.has('note')],
    ['profile', followed.has('identity') || outcome === 'updated'],
    ['rest', [...followed].some((step) => !NAMED.has(step))],
    ['emails', outcome === 'created' || outcome === 'added'],
  ];
  return stays.flatMap(([what, does]) => (does ? { what, why: 'no-call' } : []));
}
const NAMED: ReadonlySet<string> = new Set(['note', 'tags', 'identity']);
