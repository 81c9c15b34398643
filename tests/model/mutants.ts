/** What could be wrong with an outbox, one thing each, and the invariant that breaks by it. */
import type * as Evidence from '#lib/export/evidence.ts';
import { withEach } from '#lib/export/follow-ups.ts';
import type * as Machine from '#lib/export/machine.ts';
import type { Event, Moment, Next } from '#lib/export/machine.ts';
import type * as Patience from '#lib/export/machine/patience.ts';
import type * as Own from '#lib/export/own.ts';
import type { Row } from '#lib/export/row.ts';
import type * as Target from '#lib/export/target.ts';
import type { Application } from '#lib/greenhouse/schema.ts';

import type { changed } from './changed.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';

import type { Invariant } from './invariants.ts';

export type Step = typeof Machine.step;

/** What a mutant puts in the place of a part of the machine. */
export interface Parts {
  step?: (step: Step, row: Row, event: Event, at: Moment) => Next;
  oursOf?: (own: ReturnType<typeof Own.oursOf>) => ReturnType<typeof Own.oursOf>;
  lostIn?: (lostIn: typeof Evidence.lostIn, ...about: Parameters<typeof Evidence.lostIn>) => ReturnType<typeof Evidence.lostIn>;
  sameTarget?: typeof Target.sameTarget;
  isPatienceOver?: typeof Patience.isPatienceOver;
}
export interface Mutant extends Parts {
  name: string;
  breaks: Invariant;
  around?: Partial<typeof changed>;
}

const NOBODY = { is: 'looked', whom: 'before', people: [], agrees: [], own: [], gone: [], hidden: [] } as const;

const inState = (next: Next, state: Row['view']['state']): Next => ({
  ...next,
  row: { ...next.row, view: { ...next.row.view, state } },
});

const asOver = (next: Next, state: 'done' | 'undone'): Next => {
  const { request: _gone, ...row } = inState(next, state).row;
  return { row, act: { do: 'rest' } };
};

const withNote = (next: Next, state: 'done' | 'failed' | 'waiting', was: string): Next => {
  const followUps = next.row.view.followUps.map((one) => (one.step === 'note' && one.state === was ? { ...one, state } : one));
  return { ...next, row: { ...next.row, view: { ...next.row.view, followUps } } };
};

const withEntries = (next: Next, state: 'failed' | 'waiting', was: string): Next => ({
  ...next,
  row: withEach(next.row, (one) => (one.step === 'employments' && one.state === was ? { ...one, state } : one)),
});

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'whoever wakes in the middle of a create sends it',
    breaks: 'a create leaves once for each sending that is written down',
    step: (step, row, event, at) =>
      event.is === 'woken' && row.view.state === 'creating' && row.request
        ? { row, act: { do: 'make', what: 'person' } }
        : step(row, event, at),
  },
  {
    name: 'a disk that forgets its last seconds with the power',
    breaks: 'a create leaves once for each sending that is written down',
    around: { unsafeForMs: 5000 },
  },
  {
    name: 'a press is answered before it is on the disk',
    breaks: 'no export that was accepted is lost',
    around: { unsafeForMs: 60_000 },
  },
  {
    name: 'the hold is not waited for',
    breaks: 'nothing leaves while it is held',
    step: (step, row, event, at) => step(row, event.is === 'woken' && row.view.state === 'held' ? { is: 'send-now' } : event, at),
  },
  { name: 'every account is ours', breaks: 'nothing leaves for another account', around: { accounts: () => ['org-1', 'org-2'] } },
  { name: 'every user is the same', breaks: 'nothing leaves for another user', around: { user: () => 1 } },
  {
    name: 'no lock',
    breaks: 'nothing is made while a create of the same person may be on its way',
    around: { lock: () => (_name, work) => work() },
  },
  {
    name: 'other exports of the same person do not count',
    breaks: 'nothing is made while a create of the same person may be on its way',
    oursOf: (own) => own.map((one) => ({ ...one, open: false })),
  },
  {
    name: 'a person is known by one id alone',
    breaks: 'one record for each person',
    around: { keys: (keys) => keys.slice(0, 1) },
  },
  {
    name: 'what we made counts only when Greenhouse lists it',
    breaks: 'one record for each person',
    oursOf: (own) => own.map((one) => ({ ...one, at: 0 })),
  },
  {
    name: 'what fails was not sent',
    breaks: 'one record for each person',
    step: (step, row, event, at) => step(row, event.is === 'failed' ? { ...event, sent: 'no' } : event, at),
  },
  {
    name: 'nobody is looked for before a create',
    breaks: 'nobody is made who was there to be seen, and was not shown',
    step: (step, row, event, at) => step(row, event.is === 'looked' && event.whom === 'before' ? NOBODY : event, at),
  },
  {
    name: '"create anyway" looks no more',
    breaks: 'nothing is made while a create of the same person may be on its way',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return event.is === 'said' && event.answer.do === 'create-anyway' && next.act.do === 'look'
        ? step(next.row, NOBODY, at)
        : next;
    },
  },
  {
    name: 'on which job somebody is does not matter',
    breaks: 'one application for each job',
    step: (step, row, event, at) =>
      step(
        row,
        event.is === 'looked' && event.whom === 'before'
          ? {
              ...event,
              people: event.people.map((one) => ({ ...one, applications: [] })),
              own: event.own.map(({ target: _t, ...one }) => one),
            }
          : event,
        at,
      ),
  },
  {
    name: 'a note is not written down before it leaves',
    breaks: 'a note stands there once',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return next.act.do === 'follow' && next.act.which.step === 'note' ? withNote(next, 'waiting', 'sending') : next;
    },
  },
  {
    name: 'what goes along is not written down before it leaves',
    breaks: 'what goes along stands there once',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return next.act.do === 'follow' && next.act.which.step === 'employments' ? withEntries(next, 'waiting', 'sending') : next;
    },
  },
  {
    name: 'what of a career nobody knows is told as not added',
    breaks: 'what is told of what goes along is so',
    step: (step, row, event, at) => withEntries(step(row, event, at), 'failed', 'lost'),
  },
  {
    name: 'an address proves who somebody is',
    breaks: 'who is told as made or found is that very person, and there',
    lostIn: (lostIn, person, row, request, own) =>
      lostIn(person, row, { ...request, candidate: { ...request.candidate, firstName: person.firstName } }, own),
  },
  {
    name: 'whoever is on no job yet is the lost one',
    breaks: 'who is told as added is on the job',
    lostIn: (lostIn, person, row, request, own) => {
      const { target } = request;
      if (person.applications.length > 0 || target.kind !== 'candidate') return lostIn(person, row, request, own);
      const listed: Application = { id: 1, jobId: target.jobId, prospect: false, prospectiveJobIds: [], status: 'active' };
      return lostIn({ ...person, applications: [listed] }, row, request, own);
    },
  },
  {
    name: 'whoever is known is told as added',
    breaks: 'who is told as added is on the job',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      if (next.act.do !== 'make' || next.act.what !== 'application') return next;
      const { candidateId } = next.act;
      const there = inState(next, 'created').row;
      return { row: { ...there, view: { ...there.view, candidateId, outcome: 'added' } }, act: { do: 'go-on' } };
    },
  },
  {
    name: 'tags are told as added and are not',
    breaks: 'who is told as tagged has the tags',
    step: (step, row, event, at) =>
      step(row, event.is === 'failed' && event.of === 'follow' ? { is: 'followed', which: { step: 'tags' } } : event, at),
  },
  {
    name: 'a partner key is taken for one that can do everything',
    breaks: 'a key is asked for what it offers',
    step: (step, row, event, at) => step(row, event, { ...at, can: capabilitiesOf('harvest') }),
  },
  {
    name: 'to let go is to undo',
    breaks: 'what is told as undone was never made, and never will be',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return next.row.view.state === 'abandoned' ? inState(next, 'undone') : next;
    },
  },
  {
    name: 'a note of which nobody knows is told as not added',
    breaks: 'what is told of a note is so',
    step: (step, row, event, at) => withNote(step(row, event, at), 'failed', 'unknown'),
  },
  {
    name: 'whoever was sent is told as held',
    breaks: 'what the queue says is so',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return next.row.view.waitsFor === 'answer-lost' ? { ...inState(next, 'held'), act: { do: 'rest' } } : next;
    },
  },
  {
    name: 'storage that is full is no trouble',
    breaks: 'a create leaves once for each sending that is written down',
    around: { ignoresFull: true },
  },
  {
    name: 'a note is added again before it is looked for',
    breaks: 'a note stands there once',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return event.is === 'failed' && event.of === 'follow' ? withNote(next, 'waiting', 'lost') : next;
    },
  },
  {
    name: 'with a partner key what fails is sent again',
    breaks: 'one record for each person',
    step: (step, row, event, at) =>
      step(row, event.is === 'failed' && event.of === 'make' && !at.can.findsPeople ? { ...event, sent: 'no' } : event, at),
  },
  {
    name: 'twins are not watched for',
    breaks: 'of a second record of the same moment somebody hears',
    step(step, row, event, at) {
      const next = step(row, event, at);
      const { watch: _off, ...unwatched } = next.row;
      return { ...next, row: unwatched };
    },
  },
  { name: 'no patience', breaks: 'what cannot be found was looked for long enough', isPatienceOver: () => true },
  {
    name: 'an answer counts for whatever is asked by now',
    breaks: 'an answer is taken for the question that it was given to',
    step: (step, row, event, at) => step(row, event.is === 'said' ? { is: 'said', answer: event.answer } : event, at),
  },
  {
    name: 'every place is the same',
    breaks: 'an export is told as that of its own person and place',
    sameTarget: () => true,
  },
  {
    name: 'what is over begins again',
    breaks: 'what is over stays over',
    step: (step, row, event, at) =>
      event.is === 'undo' && row.view.state === 'done' ? inState({ row, act: { do: 'rest' } }, 'undone') : step(row, event, at),
  },
  {
    name: 'what is over keeps what it was asked',
    breaks: 'what is over keeps nothing of the person',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return row.request ? { ...next, row: { ...next.row, request: row.request } } : next;
    },
  },
  {
    name: 'what fails in passing waits for ever',
    breaks: 'every export ends',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      const { retryAt, ...view } = next.row.view;
      if (retryAt === undefined || event.is !== 'failed') return next;
      return { row: { ...next.row, view: { ...view, retryAt: Number.MAX_SAFE_INTEGER } }, act: { do: 'rest' } };
    },
  },
  {
    name: 'what Greenhouse refuses is dropped',
    breaks: 'nothing is let go without a word',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      const isRefused = event.is === 'failed' && next.row.view.error?.code === 'greenhouse/forbidden';
      return isRefused && next.row.view.state === 'needs-you' ? asOver(next, 'undone') : next;
    },
  },
  {
    name: 'what was lost is done',
    breaks: 'of who is done it is known who that is',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return next.row.view.question === 'unknown-outcome' ? asOver(next, 'done') : next;
    },
  },
];
