/** What could be wrong with what leaves the browser. */
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';

import { NOBODY, type Mutant } from './mutant.ts';

export const LEAVING: readonly Mutant[] = [
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
    name: 'a partner key is taken for one that can do everything',
    breaks: 'a key is asked for what it offers',
    step: (step, row, event, at) => step(row, event, { ...at, can: capabilitiesOf('harvest') }),
  },
  {
    name: 'storage that is full is no trouble',
    breaks: 'a create leaves once for each sending that is written down',
    around: { ignoresFull: true },
  },
];
