/** One thing that could be wrong with an outbox, and the invariant that breaks by it. */
import type * as Evidence from '#lib/export/evidence.ts';
import { withEach } from '#lib/export/follow-ups.ts';
import type * as Machine from '#lib/export/machine.ts';
import type { Event, Moment, Next } from '#lib/export/machine.ts';
import type * as Patience from '#lib/export/machine/patience.ts';
import type * as Own from '#lib/export/own.ts';
import type { Row } from '#lib/export/row.ts';
import type { Application } from '#lib/greenhouse/schema.ts';
import type * as Target from '#lib/export/target.ts';
import type * as Touched from '#lib/export/touched.ts';

import type { changed } from '../changed.ts';

import type { Invariant } from '../invariants.ts';

export type Step = typeof Machine.step;

/** What a mutant puts in the place of a part of the machine. */
export interface Parts {
  step?: (step: Step, row: Row, event: Event, at: Moment) => Next;
  oursOf?: (own: ReturnType<typeof Own.oursOf>) => ReturnType<typeof Own.oursOf>;
  lostIn?: (lostIn: typeof Evidence.lostIn, ...about: Parameters<typeof Evidence.lostIn>) => ReturnType<typeof Evidence.lostIn>;
  sameTarget?: typeof Target.sameTarget;
  isPatienceOver?: typeof Patience.isPatienceOver;
  isUnsure?: typeof Touched.isUnsure;
  isTouched?: () => boolean;
}
export interface Mutant extends Parts {
  name: string;
  breaks: Invariant;
  around?: Partial<typeof changed>;
}

export const NOBODY = { is: 'looked', whom: 'before', people: [], agrees: [], own: [], gone: [], hidden: [] } as const;

/** What is looked at before anything is sent, with other words about pools. */
export const withPool = (event: Event, poolOf: () => Application['poolId']): Event =>
  event.is === 'looked' && event.whom === 'before'
    ? {
        ...event,
        people: event.people.map((person) => ({
          ...person,
          applications: person.applications.map((one) => ({ ...one, poolId: poolOf() })),
        })),
      }
    : event;

export const inState = (next: Next, state: Row['view']['state']): Next => ({
  ...next,
  row: { ...next.row, view: { ...next.row.view, state } },
});

export const asOver = (next: Next, state: 'done' | 'undone'): Next => {
  const { request: _gone, ...row } = inState(next, state).row;
  return { row, act: { do: 'rest' } };
};

export const withNote = (next: Next, state: 'done' | 'failed' | 'waiting', was: string): Next => {
  const followUps = next.row.view.followUps.map((one) => (one.step === 'note' && one.state === was ? { ...one, state } : one));
  return { ...next, row: { ...next.row, view: { ...next.row.view, followUps } } };
};

export const withEntries = (next: Next, state: 'failed' | 'waiting', was: string): Next => ({
  ...next,
  row: withEach(next.row, (one) => (one.step === 'employments' && one.state === was ? { ...one, state } : one)),
});
