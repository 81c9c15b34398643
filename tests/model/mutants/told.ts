/** What could be wrong with what is told. */
import type { Application } from '#lib/greenhouse/schema.ts';

import { inState, withEntries, withNote, withPool, type Mutant } from './mutant.ts';

export const TOLD: readonly Mutant[] = [
  {
    name: 'what of a career nobody knows is told as not added',
    breaks: 'what is told of what goes along is so',
    step: (step, row, event, at) => withEntries(step(row, event, at), 'failed', 'lost'),
  },
  {
    name: 'an address proves who somebody is',
    breaks: 'who is told as made or found is that very person, and there',
    around: { fault: 4 },
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
    name: 'in which pool somebody is does not matter',
    breaks: 'who is told as added is on the job',
    step: (step, row, event, at) =>
      step(
        row,
        withPool(event, () => undefined),
        at,
      ),
  },
  {
    name: 'tags are told as added and are not',
    breaks: 'who is told as tagged has the tags',
    step: (step, row, event, at) =>
      step(row, event.is === 'failed' && event.of === 'follow' ? { is: 'followed', which: { step: 'tags' } } : event, at),
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
    name: 'twins are not watched for',
    breaks: 'of a second record of the same moment somebody hears',
    around: { together: true },
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
];
