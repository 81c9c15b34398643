/** What could be wrong with taking back, and with making two records one. */
import type { Row } from '#lib/export/row.ts';
import type { UndoPart } from '#lib/export/schema.ts';

import type { Mutant } from './mutant.ts';

const asCreated = (row: Row): Row => ({ ...row, view: { ...row.view, outcome: 'created' } });
const EVERYTHING: UndoPart[] = ['application', 'person', 'tags'];

export const BACK: readonly Mutant[] = [
  {
    name: 'a deletion leaves before it is written down',
    breaks: 'a deletion is written down before it leaves',
    step: (step, row, event, at) => {
      const next = step(row, event, at);
      return next.act.do === 'take-back' ? { ...next, row: { ...next.row, back: row.back } } : next;
    },
  },
  {
    name: 'whoever was added to a job goes with the application',
    breaks: 'nothing is deleted but what the export made',
    step: (step, row, event, at) =>
      event.is === 'take-back' && row.view.outcome === 'added'
        ? step(asCreated(row), { ...event, parts: EVERYTHING }, at)
        : step(row, event, at),
  },
  {
    name: 'what was found by looking is ours',
    breaks: 'nothing is deleted but what the export made',
    around: { together: true },
    isUnsure: () => false,
  },
  {
    name: 'it does not matter who else was at work',
    breaks: 'nothing is deleted on which somebody else was at work',
    isTouched: () => false,
  },
  {
    name: 'a deletion whose answer was lost is told as refused',
    breaks: 'what is told of a deletion is so',
    step: (step, row, event, at) =>
      step(
        row,
        event.is === 'failed' && event.of === 'take-back' && event.sent === 'unknown'
          ? { ...event, sent: 'refused', error: { code: 'greenhouse/forbidden' } }
          : event,
        at,
      ),
  },
  {
    name: 'a merge whose answer was lost is told as done',
    breaks: 'two records are told as one when they are',
    around: { together: true, fault: 4 },
    step: (step, row, event, at) =>
      step(row, event.is === 'failed' && event.of === 'merge' && event.sent === 'unknown' ? { is: 'merged' } : event, at),
  },
  {
    name: 'whoever steps back does not look for the other record',
    breaks: 'of two records one stays',
    around: { together: true },
    step: (step, row, event, at) =>
      step(
        row,
        event.is === 'looked' && event.whom === 'back' ? { ...event, seen: { ...event.seen, survivor: true } } : event,
        at,
      ),
  },
];
