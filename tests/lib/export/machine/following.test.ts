import { describe, expect, test } from 'vitest';

import { step } from '#lib/export/machine.ts';
import type { FollowUp } from '#lib/export/schema.ts';

import { failed, HOUR, moment, NOW, row, WOKEN } from './rows.ts';

const attaching = (step: FollowUp['step'], state: FollowUp['state']) =>
  row({
    sends: [{ what: 'person', at: NOW, closed: 'found' }],
    view: { state: 'attaching', candidateId: 1001, outcome: 'created', followUps: [{ step, state }] },
  });
const stateOf = (next: ReturnType<typeof step>) => next.row.view.followUps[0]?.state;

test('each is written down as being sent before it is', () => {
  const next = step(attaching('note', 'waiting'), WOKEN, moment());
  expect(stateOf(next)).toBe('sending');
  expect(next.act).toEqual({ do: 'follow', step: 'note' });
});

test('done, the row is over', () => {
  const { row: done } = step(attaching('note', 'sending'), { is: 'followed', step: 'note' }, moment());
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
    expect(waiting.view.followUps).toEqual([{ step: which, state: 'waiting' }]);
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
    expect(step(behind, WOKEN, moment()).act).toEqual({ do: 'follow', step: 'note' });
  });

  test.each([
    ['note', 'greenhouse/invalid', 'refused', 'failed'],
    ['note', 'greenhouse/unknown-outcome', 'unknown', 'unknown'],
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

test.each([
  ['note', 'unknown'],
  ['tags', 'waiting'],
] as const)('of a death while it was being sent, a %s is %s', (which, state) => {
  const next = step(attaching(which, 'sending'), WOKEN, moment());
  expect(stateOf(next)).toBe(state === 'waiting' ? 'sending' : state);
});

test('a note whose answer was lost while nobody was connected is not sent again', () => {
  const lost = failed('follow', 'greenhouse/unknown-outcome', 'unknown');
  expect(stateOf(step(attaching('note', 'sending'), lost, moment({ here: 'nobody' })))).toBe('sending');
});
