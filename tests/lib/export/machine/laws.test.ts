/** What holds in every state, whatever happens: the promises by which a create is sent once. */
import { beforeAll, describe, expect, test } from 'vitest';

import { step, type Event, type Moment, type Next } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';
import { exportStates, isOver, questionSchema, type Back, type ExportAnswer } from '#lib/export/schema.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';

import { exportRequest } from '../../../support/export-request.ts';
import { failed, looked, lookedForLost, MINUTE, moment, NOW, person, row, WOKEN } from './rows.ts';

const SENDS: Row['sends'][] = [
  [],
  [{ what: 'person', at: NOW }],
  [{ what: 'person', at: NOW, closed: 'refused' }],
  [{ what: 'person', at: NOW, closed: 'said' }],
  [{ what: 'application', at: NOW, theirs: NOW }],
];
const QUESTIONS = [undefined, ...questionSchema.options];
const REQUESTS = [
  exportRequest(),
  exportRequest({ candidateId: 1001 }),
  exportRequest({ createAnyway: true, note: { body: 'x', visibility: 'public' } }),
  exportRequest({ target: { kind: 'update' } }),
  undefined,
];

/** Rows of every kind, also of kinds that never come to be. */
const ROWS: Row[] = exportStates.flatMap((state) =>
  SENDS.flatMap((sends) =>
    QUESTIONS.flatMap((question) =>
      REQUESTS.flatMap((request) => {
        const { request: _one, ...bare } = row({ sends, view: { state, followUps: [{ step: 'note', state: 'sending' }] } });
        const whole = request ? { ...bare, request, target: request.target } : bare;
        return [undefined, NOW + MINUTE].map((retryAt): Row => {
          const asks = { ...(question ? { question } : {}), ...(retryAt ? { retryAt } : {}) };
          return { ...whole, view: { ...whole.view, ...asks } };
        });
      }),
    ),
  ),
);

const WANTED: Back[] = [
  { part: 'application', state: 'waiting' },
  { part: 'person', state: 'waiting' },
];
/** Somebody was made, and is to be taken back, or is being. */
const MADE: Row[] = (['done', 'taking-back', 'taken-back', 'undone', 'abandoned', 'attaching'] as const).flatMap((state) =>
  [undefined, [WANTED[0]!], WANTED].map((back) => {
    const { request: _gone, ...bare } = row({
      overAt: NOW,
      sends: [{ what: 'person', at: NOW, closed: 'found' }],
      view: { state, outcome: 'created', candidateId: 1001, applicationId: 2001, ...(back ? { back } : {}) },
    });
    return bare;
  }),
);

const ANSWERS: ExportAnswer[] = [
  { do: 'retry' },
  { do: 'drop' },
  { do: 'to-job', jobId: 42, jobName: 'Platform Engineer' },
  { do: 'dismiss' },
  { do: 'keep-both' },
  { do: 'step-back' },
  { do: 'merge', survivorId: 7 },
  { do: 'create-anyway' },
  { do: 'add-to', candidateId: 1001 },
  { do: 'is-there' },
  { do: 'retry-step', step: 'note' },
  { do: 'skip-step', step: 'note' },
  { do: 'is-there', candidateId: 1001 },
];
const OURS = { rowId: 'other', over: false, open: true, sure: true, at: NOW };
const EVENTS: Event[] = [
  WOKEN,
  { is: 'undo' },
  { is: 'send-now' },
  { is: 'made', created: { candidateId: 1001, applicationId: 2001 } },
  { is: 'updated', candidateId: 1001, linked: { added: [], leftOut: [] } },
  { is: 'followed', which: { step: 'note' } },
  { is: 'looked-for', which: { step: 'note' }, there: false },
  looked(),
  looked({ people: [person()], agrees: [[1001, ['email']]] }),
  looked({ people: [person()], agrees: [[1001, ['export']]] }),
  looked({ own: [OURS], gone: [1001], hidden: [7] }),
  { is: 'looked', whom: 'job', closed: true },
  { is: 'looked', whom: 'pair', there: [7, 1001], placed: [1001] },
  { is: 'merged' },
  lookedForLost(),
  lookedForLost({ people: [person()] }),
  ...(['no', 'refused', 'unknown'] as const).flatMap((sent) =>
    (['look', 'make', 'update', 'merge', 'follow'] as const).map((act) => failed(act, 'greenhouse/forbidden', sent)),
  ),
  failed('make', 'bug', 'unknown'),
  { is: 'take-back', parts: ['person'], seen: NOW },
  { is: 'take-back', parts: ['person'], seen: 1 },
  { is: 'looked', whom: 'back', seen: { person: person(), notes: [], own: [] } },
  { is: 'looked', whom: 'back', seen: { person: person(), notes: [{ kind: 'NOTE', userId: 9 }], own: [] } },
  { is: 'looked', whom: 'back', seen: { own: [] } },
  { is: 'took-back', part: 'application' },
  { is: 'took-back', part: 'person' },
  failed('take-back', 'greenhouse/forbidden', 'refused'),
  failed('take-back', 'greenhouse/unknown-outcome', 'unknown'),
  ...ANSWERS.map((answer): Event => ({ is: 'said', answer })),
];
const MOMENTS: Moment[] = (['ours', 'locked', 'other-account', 'other-user', 'nobody'] as const).flatMap((here) =>
  (['harvest', 'partner'] as const).map((kind) => moment({ here, can: capabilitiesOf(kind), now: NOW + 2 * MINUTE, holdMs: 10 })),
);

interface Happened {
  row: Row;
  event: Event;
  at: Moment;
  next: Next;
}

let all: Happened[];
beforeAll(() => {
  all = [...ROWS, ...MADE].flatMap((row) =>
    EVENTS.flatMap((event) => MOMENTS.map((at) => ({ row, event, at, next: step(row, event, at) }))),
  );
}, 60_000);

/** The first few of all cases that break a promise; each check is a plain comparison, for there are a quarter of a million cases. */
const broken = (keeps: (happened: Happened) => boolean): unknown[] => all.filter((happened) => !keeps(happened)).slice(0, 3);

/** All that a recruiter can do about it. */
const isDismissed = (row: Row, next: Row): boolean =>
  next.view.dismissed === true &&
  JSON.stringify({ ...next, view: { ...next.view, dismissed: undefined } }) === JSON.stringify(row);

const isHere = ({ here }: Moment) => here === 'ours' || here === 'locked';

describe('whatever happens in whichever state', () => {
  test('a create is announced by the look before it and by nothing else, as a new sending that is not answered yet', () => {
    let makes = 0;
    const found = broken(({ row, event, next }) => {
      if (next.act.do !== 'make') return true;
      makes += 1;
      const open = next.row.sends.filter(({ closed }) => closed === undefined);
      return (
        event.is === 'looked' &&
        event.whom === 'before' &&
        next.row.view.state === 'creating' &&
        next.row.sends.length === row.sends.length + 1 &&
        open.length === 1 &&
        open[0] === next.row.sends.at(-1)
      );
    });
    expect(found).toEqual([]);
    expect(makes).toBeGreaterThan(0);
  });

  test('a deletion is announced by the look right before it and by nothing else, and is written down with it', () => {
    let deletions = 0;
    const found = broken(({ event, next }) => {
      if (next.act.do !== 'take-back') return true;
      deletions += 1;
      const { part, id } = next.act;
      const isSeen = event.is === 'looked' && event.whom === 'back' && event.seen.person !== undefined;
      return isSeen && next.row.view.state === 'taking-back' && next.row.back?.part === part && next.row.back.id === id;
    });
    expect(found).toEqual([]);
    expect(deletions).toBeGreaterThan(0);
  });

  test('nothing is asked of Greenhouse for a row of somebody who is not connected', () => {
    expect(broken(({ at, next }) => isHere(at) || next.act.do === 'rest' || next.act.do === 'go-on')).toEqual([]);
  });

  test('what is over stays as it is, unless it is taken back, and what ends keeps nothing of the person; both rest', () => {
    expect(
      broken(({ row, event, next }) =>
        isOver(row.view.state)
          ? event.is === 'take-back' || ((next.row === row || isDismissed(row, next.row)) && next.act.do === 'rest')
          : !isOver(next.row.view.state) || (next.row.request === undefined && next.act.do === 'rest'),
      ),
    ).toEqual([]);
  });

  test('that nothing was sent is said only where every sending was refused', () => {
    expect(
      broken(
        ({ row, next }) =>
          next.row.view.state !== 'undone' ||
          row.view.state === 'undone' ||
          next.row.sends.every(({ closed }) => closed === 'refused'),
      ),
    ).toEqual([]);
  });

  test('a sending is never forgotten, and what became of one is never changed', () => {
    expect(
      broken(({ row, next }) =>
        row.sends.every((send, place) => {
          const after = next.row.sends[place];
          return after?.what === send.what && after.at === send.at && (!send.closed || after.closed === send.closed);
        }),
      ),
    ).toEqual([]);
  });

  test('going on at once comes to an end', () => {
    expect(
      broken(({ at, next }) => {
        let { row, act } = next;
        for (let steps = 0; act.do === 'go-on' && steps < 5; steps++) ({ row, act } = step(row, WOKEN, at));
        return act.do !== 'go-on';
      }),
    ).toEqual([]);
  });
});
