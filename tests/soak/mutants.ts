/** What could be wrong with an outbox, one thing each, and what a soak counts of it. */
import type * as Machine from '#lib/export/machine.ts';
import type { Event, Moment, Next } from '#lib/export/machine.ts';
import type * as Patience from '#lib/export/machine/patience.ts';
import type { Row } from '#lib/export/row.ts';
import type * as Touched from '#lib/export/touched.ts';

import type { Wrong } from './truth.ts';

export type Step = typeof Machine.step;

export interface Mutant {
  name: string;
  makes: Wrong;
  /** The epoch to begin with, where another than the first: one in which it was caught, so that nobody waits for the others. */
  from?: number;
  step?: (step: Step, row: Row, event: Event, at: Moment) => Next;
  isPatienceOver?: typeof Patience.isPatienceOver;
  isPersonTouched?: typeof Touched.isPersonTouched;
  locks?: boolean;
}

const NOBODY = { is: 'looked', whom: 'before', people: [], agrees: [], own: [], gone: [], hidden: [] } as const;

const withView = (next: Next, view: Partial<Row['view']>): Next => ({
  ...next,
  row: { ...next.row, view: { ...next.row.view, ...view } },
});

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'nobody is looked for before a create',
    makes: 'duplicate',
    step: (step, row, event, at) => step(row, event.is === 'looked' && event.whom === 'before' ? NOBODY : event, at),
  },
  {
    name: 'whoever wakes in the middle of a create sends it',
    makes: 'duplicate',
    step: (step, row, event, at) =>
      event.is === 'woken' && row.view.state === 'creating' && row.request
        ? { row, act: { do: 'make', what: 'person' } }
        : step(row, event, at),
  },
  {
    name: 'what fails was not sent',
    makes: 'told wrongly',
    step: (step, row, event, at) => step(row, event.is === 'failed' ? { ...event, sent: 'no' } : event, at),
  },
  { name: 'no lock', makes: 'follow-up twice', from: 11, locks: false },
  { name: 'no patience', makes: 'told wrongly', isPatienceOver: () => true },
  {
    name: 'nobody looks for twins',
    makes: 'duplicate',
    step: (step, row, event, at) =>
      step(row, event.is === 'looked' && event.whom === 'twins' ? { ...event, twins: [] } : event, at),
  },
  {
    name: 'a note is not written down before it leaves',
    makes: 'follow-up twice',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      const followUps = next.row.view.followUps.map((one) =>
        one.step === 'note' && one.state === 'sending' ? { step: one.step, state: 'waiting' as const } : one,
      );
      return withView(next, { followUps });
    },
  },
  {
    name: 'nobody sees what else there is before a person is deleted',
    makes: 'lost',
    from: 13,
    isPersonTouched: () => false,
  },
  {
    name: 'whoever is known is told as added',
    makes: 'told wrongly',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      if (next.act.do !== 'make' || next.act.what !== 'application') return next;
      const { candidateId } = next.act;
      return { ...withView(next, { state: 'created', candidateId, outcome: 'added' }), act: { do: 'go-on' } };
    },
  },
  {
    name: 'what Greenhouse refuses is dropped',
    makes: 'lost',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      if (next.row.view.state !== 'needs-you' || next.row.view.error?.code !== 'greenhouse/forbidden') return next;
      const { request: _gone, ...bare } = withView(next, { state: 'undone' }).row;
      return { row: bare, act: { do: 'rest' } };
    },
  },
  {
    name: 'what fails in passing waits for ever',
    makes: 'no end',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      if (next.row.view.retryAt === undefined || event.is !== 'failed') return next;
      return { ...withView(next, { retryAt: Number.MAX_SAFE_INTEGER }), act: { do: 'rest' } };
    },
  },
];
