/** What could be wrong with what is kept, and of the end. */
import { asOver, inState, type Mutant } from './mutant.ts';

export const KEPT: readonly Mutant[] = [
  {
    name: 'a press is answered before it is on the disk',
    breaks: 'no export that was accepted is lost',
    around: { unsafeForMs: 60_000 },
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
  {
    name: 'what is over is kept for good',
    breaks: 'what is over is kept for a month at most',
    around: { sweep: () => undefined },
  },
];
