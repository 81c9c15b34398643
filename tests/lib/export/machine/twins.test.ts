import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#lib/errors.ts';
import { step, type Event, type Next } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';

import { exportRequest } from '../../../support/export-request.ts';
import { failed, looked, lookedForLost, lost, MINUTE, moment, NOW, person, row, SECOND, WOKEN } from './rows.ts';

const twins = (...ids: number[]): Event => ({ is: 'looked', whom: 'twins', twins: ids });
const LOOK = { do: 'look', whom: 'twins' };

/** Just made, with a note to follow. */
const request = exportRequest({ note: { body: 'x', visibility: 'public' } });
const made = step(
  lost({ request, before: [900], view: { followUps: [{ step: 'note', state: 'waiting' }] } }),
  { is: 'made', created: { candidateId: 1005, applicationId: 2001 } },
  moment(),
).row;
const over = (changes: Partial<Row> = {}): Row => {
  const { request: _gone, ...bare } = row({ watch: { next: NOW, looks: 1 }, ...changes });
  return { ...bare, view: { ...bare.view, state: 'done', outcome: 'created', candidateId: 1005 } };
};

describe('after somebody was made', () => {
  test('another record of them is looked for before anything follows', () => {
    expect(step(made, WOKEN, moment()).act).toEqual(LOOK);
    const alone = step(made, twins(1005, 900), moment());
    expect(alone.row.watch).toEqual({ next: NOW + 20 * SECOND, looks: 1 });
    expect(alone.act).toEqual({ do: 'follow', which: { step: 'note' } });
  });

  test('it is looked for again when the export is over, until no list can be late any more', () => {
    const at: number[] = [];
    let next = step(over(), WOKEN, moment());
    for (let now = NOW; next.act.do === 'look';) {
      const { row: looked, act } = step(next.row, twins(1005), moment({ now }));
      expect(looked.view.state).toBe('done');
      if (act.do !== 'rest' || act.until === undefined) break;
      now = act.until;
      at.push((now - NOW) / SECOND);
      next = step(looked, WOKEN, moment({ now }));
    }
    expect(at).toEqual([100, 340, 340 + 54 * 60]);
  });

  test('a look that fails changes nothing else: it is made again soon, or by the next where it is forbidden', () => {
    const looked = (code: ErrorCode) => step(over(), { ...failed('look', code, 'no'), whom: 'twins' } as Event, moment()).row;
    expect(looked('greenhouse/unreachable').view).toEqual(over().view);
    expect(looked('greenhouse/unreachable').watch).toEqual({ next: NOW + 15 * SECOND, looks: 1 });
    expect(looked('greenhouse/forbidden').watch).toEqual({ next: NOW + 100 * SECOND, looks: 2 });
  });

  test('nobody is looked for with another account connected, nor by whom has no call for it', () => {
    expect(step(over(), WOKEN, moment({ here: 'other-account' })).act.do).toBe('rest');
    const known = step(
      lost({ sends: [{ what: 'application', at: NOW }] }),
      { is: 'made', created: { candidateId: 7 } },
      moment(),
    );
    expect(known.row.watch, 'somebody who was there before has been looked for').toBeUndefined();
  });
});

/** By the recruiter's word, and both are seen. */
function keep(asked: Row, ...there: number[]): Next {
  const looking = step(asked, { is: 'said', answer: { do: 'keep-both' } }, moment());
  return step(looking.row, { is: 'looked', whom: 'pair', there, placed: there }, moment());
}

describe('of two records', () => {
  test('the later steps back: what was to follow waits, and somebody is asked', () => {
    const asked = step(made, twins(1005, 1003), moment());
    expect(asked.row.view).toMatchObject({ state: 'needs-you', question: 'twice', twins: [1003], candidateId: 1005 });
    expect(asked.act.do).toBe('rest');
    expect(asked.row.request).toBeDefined();
    expect(step(asked.row, WOKEN, moment()).act.do).toBe('rest');
    const kept = keep(asked.row, 1005, 1003);
    expect(step(kept.row, WOKEN, moment()).act, 'a third may have come to be since').toEqual(LOOK);
    expect(step(kept.row, twins(1005, 1003), moment()).act).toEqual({ do: 'follow', which: { step: 'note' } });
  });

  test('the earlier stays, and is told', () => {
    const { row: told } = step(over(), twins(1005, 1009), moment({ now: NOW + MINUTE }));
    expect(told.view).toMatchObject({ state: 'done', twins: [1009] });
    expect(told.view).not.toHaveProperty('question');
  });

  test('the earlier asks too where it was found by looking: it may be the colleague’s, and the later one ours', () => {
    const found = step(lost(), lookedForLost({ people: [person()] }), moment()).row;
    expect(step(found, twins(1001, 1009), moment()).row.view).toMatchObject({ question: 'twice', candidateIds: [1009] });
    const willing = lost({ saidAt: NOW, view: { state: 'matching' } });
    const late = step(willing, looked({ people: [person()] }), moment()).row;
    expect(step(late, twins(1001, 1009), moment()).row.view).toMatchObject({ question: 'twice', candidateIds: [1009] });
  });

  test('found when all else was done, the later asks too, and is over again by the answer', () => {
    const asked = step(over(), twins(1003, 1005), moment());
    expect(asked.row.view).toMatchObject({ state: 'needs-you', question: 'twice' });
    expect(keep(asked.row, 1003, 1005).row.view.state).toBe('done');
  });

  test('one that the recruiter saw before they had a second made is none', () => {
    expect(step(over({ before: [1003] }), twins(1003, 1005), moment()).row.view.state).toBe('done');
  });
});
