import { describe, expect, test } from 'vitest';

import { step, type Event } from '#lib/export/machine.ts';
import type { FollowUp } from '#lib/export/schema.ts';

import { failed, HOUR, MINUTE, moment, NOW, row, SECOND, WOKEN } from './rows.ts';

const attaching = (step: FollowUp['step'], state: FollowUp['state']) =>
  row({
    sends: [{ what: 'person', at: NOW, closed: 'found' }],
    view: { state: 'attaching', candidateId: 1001, outcome: 'created', followUps: [{ step, state }] },
  });
const stateOf = (next: ReturnType<typeof step>) => next.row.view.followUps[0]?.state;

test('each is written down as being sent before it is', () => {
  const next = step(attaching('note', 'waiting'), WOKEN, moment());
  expect(stateOf(next)).toBe('sending');
  expect(next.act).toEqual({ do: 'follow', which: { step: 'note' } });
});

test('done, the row is over', () => {
  const { row: done } = step(attaching('note', 'sending'), { is: 'followed', which: { step: 'note' } }, moment());
  expect(step(done, WOKEN, moment()).row).toMatchObject({ view: { state: 'done', followUps: [{ state: 'done' }] } });
});

describe('one that fails', () => {
  test.each([
    ['note', 'greenhouse/unreachable', 'no'],
    ['note', 'greenhouse/limited', 'refused'],
    ['tags', 'greenhouse/unknown-outcome', 'unknown'],
    ['identity', 'greenhouse/unknown-outcome', 'unknown'],
    ['identity', 'greenhouse/not-found', 'refused'],
  ] as const)('waits where that passes or does no harm: %s, %s', (which, code, sent) => {
    const failing = step(attaching(which, 'sending'), failed('follow', code, sent), moment());
    const { row: waiting } = failing.act.do === 'go-on' ? step(failing.row, WOKEN, moment()) : failing;
    expect(waiting.view.followUps).toMatchObject([{ step: which, state: 'waiting' }]);
    expect(waiting.view.state).toBe('attaching');
    expect(waiting.view.retryAt).toBeGreaterThan(NOW);
    expect(waiting.request, 'and nothing of it is thrown away').toBeDefined();
  });

  test('keeps no other waiting', () => {
    const row = attaching('identity', 'sending');
    const two = {
      ...row,
      view: { ...row.view, followUps: [...row.view.followUps, { step: 'note', state: 'waiting' } as const] },
    };
    const { row: behind } = step(two, failed('follow', 'greenhouse/unreachable', 'no'), moment());
    expect(step(behind, WOKEN, moment()).act).toEqual({ do: 'follow', which: { step: 'note' } });
  });

  test.each([
    ['note', 'greenhouse/invalid', 'refused', 'failed'],
    ['note', 'greenhouse/unknown-outcome', 'unknown', 'lost'],
    ['tags', 'greenhouse/forbidden', 'refused', 'failed'],
  ] as const)('is told where it does not: %s, %s', (which, code, sent, state) => {
    expect(stateOf(step(attaching(which, 'sending'), failed('follow', code, sent), moment()))).toBe(state);
  });

  test('because nobody is there of whom we said so an hour ago, is told', () => {
    const late = moment({ now: NOW + 2 * HOUR });
    const next = step(attaching('identity', 'sending'), failed('follow', 'greenhouse/not-found', 'refused'), late);
    expect(stateOf(next)).toBe('failed');
  });

  test('for want of the passphrase goes on by itself when it is given', () => {
    const next = step(attaching('note', 'sending'), failed('follow', 'settings/passphrase', 'no'), moment());
    expect(next.row.view).toMatchObject({ state: 'needs-you', error: { code: 'settings/passphrase' } });
    expect(step(next.row, WOKEN, moment({ here: 'locked' })).act.do).toBe('rest');
    expect(step(next.row, WOKEN, moment()).row.view.state).toBe('attaching');
  });
});

test.each(['tags', 'identity'] as const)('of a death while they were being sent, %s are sent again', (which) => {
  expect(step(attaching(which, 'sending'), WOKEN, moment()).act).toEqual({ do: 'follow', which: { step: which } });
});

describe('a note whose answer was lost', () => {
  const SENT = { at: NOW, theirs: NOW };
  const LOST = { step: 'note', state: 'lost', sent: SENT } as const;
  const lost = (changes: Partial<FollowUp> = {}) =>
    row({ view: { ...attaching('note', 'lost').view, followUps: [{ ...LOST, ...changes }] } });
  const lookedFor = (there: boolean | undefined): Event => ({ is: 'looked-for', which: { step: 'note' }, there });

  test('by a failure is looked for a little later, and by a death at once', () => {
    const failing = step(attaching('note', 'sending'), failed('follow', 'greenhouse/unknown-outcome', 'unknown'), moment());
    expect(step(failing.row, WOKEN, moment()).act).toEqual({ do: 'rest', until: NOW + 5 * SECOND });
    const look = { do: 'look-for', which: { step: 'note' } };
    expect(step(failing.row, WOKEN, moment({ now: NOW + 5 * SECOND })).act).toEqual(look);
    expect(step(attaching('note', 'sending'), WOKEN, moment()).act).toEqual(look);
  });

  test('is done when it is found', () => {
    expect(step(lost(), lookedFor(true), moment()).row.view.followUps).toEqual([{ step: 'note', state: 'done' }]);
  });

  test('is looked for with patience, by the clock of Greenhouse', () => {
    const later = { now: NOW + HOUR, theirs: NOW + MINUTE };
    expect(step(lost(), lookedFor(false), moment(later)).row.view.followUps).toMatchObject([
      { state: 'lost', looks: 1, retryAt: NOW + HOUR + 10 * SECOND },
    ]);
    expect(stateOf(step(lost(), lookedFor(false), moment({ theirs: NOW + 10 * MINUTE })))).toBe('unknown');
  });

  test('is unknown at once where nobody may look', () => {
    expect(stateOf(step(lost(), lookedFor(undefined), moment()))).toBe('unknown');
    const forbidden = failed('look-for', 'greenhouse/forbidden', 'refused', { step: 'note' });
    expect(stateOf(step(lost(), forbidden, moment()))).toBe('unknown');
  });

  test.each(['greenhouse/unreachable', 'greenhouse/limited'] as const)('waits with its look while that fails: %s', (code) => {
    const { row: waiting } = step(lost(), failed('look-for', code, 'no', { step: 'note' }), moment());
    expect(waiting.view.followUps).toMatchObject([{ state: 'lost', retryAt: NOW + 15 * SECOND }]);
  });

  test('while nobody was connected is not sent again', () => {
    const event = failed('follow', 'greenhouse/unknown-outcome', 'unknown');
    expect(stateOf(step(attaching('note', 'sending'), event, moment({ here: 'nobody' })))).toBe('sending');
  });
});

test('a lost note waits no more by a clock that was put back, whoever dies while it is looked for', () => {
  const ahead = NOW + 57 * HOUR;
  const followUps = [{ step: 'note' as const, state: 'lost' as const, retryAt: ahead }];
  const waiting = row({
    writtenAt: ahead,
    view: { state: 'attaching', candidateId: 1001, outcome: 'created', retryAt: ahead, followUps },
  });
  const looking = step(waiting, WOKEN, moment());
  expect(looking.act.do).toBe('look-for');
  expect(step({ ...looking.row, writtenAt: NOW }, WOKEN, moment({ now: NOW + SECOND })).act.do).toBe('look-for');
});
