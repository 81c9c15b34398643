/** What could be wrong with what stands in Greenhouse. */
import { withEntries, withNote, withPool, type Mutant } from './mutant.ts';

export const STANDING: readonly Mutant[] = [
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
    name: 'every prospect is in another pool',
    breaks: 'one application for each job',
    step: (step, row, event, at) =>
      step(
        row,
        withPool(event, () => null),
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
];
