/** Two records of one person came to be, ours later: they are made one, or ours steps back; one of them always stays. */
import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#lib/errors.ts';
import { step, type Event, type Next } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';
import type { ExportAnswer } from '#lib/export/schema.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';

import { exportRequest } from '../../../support/export-request.ts';
import { application, failed, MINUTE, moment, NOW, person, row, SECOND, WOKEN } from './rows.ts';

const OURS = 1005;
const THEIRS = 1003;
const request = exportRequest({ note: { body: 'x', visibility: 'public' } });
const asked = (changes: Partial<Row> = {}): Row => {
  const one = row({
    request,
    sends: [{ what: 'person', at: NOW - 7_200_000, closed: 'found' }],
    view: {
      state: 'needs-you',
      question: 'twice',
      outcome: 'created',
      candidateId: OURS,
      applicationId: 2001,
      twins: [THEIRS],
      candidateIds: [THEIRS],
      followUps: [{ step: 'note', state: 'waiting' }],
    },
  });
  return { ...one, ...changes };
};
const said = (answer: ExportAnswer, rest: Partial<Extract<Event, { is: 'said' }>> = {}): Event => ({
  is: 'said',
  answer,
  ...rest,
});
const MERGE: ExportAnswer = { do: 'merge', survivorId: THEIRS };
const BACK: ExportAnswer = { do: 'step-back' };
const BOTH: ExportAnswer = { do: 'keep-both' };
const listed = (...there: number[]): Event => ({ is: 'looked', whom: 'pair', there, placed: there });
const LOOK = { do: 'look', whom: 'pair' };
const twins = (...there: number[]): Event => ({ is: 'looked', whom: 'twins', twins: there });
const PAIR = { do: 'merge', survivorId: THEIRS, otherId: OURS };

/** One step after another, each on the row that the one before left. */
const after = (start: Row, ...events: (Event | [Event, number])[]): Next => {
  let next: Next = { row: start, act: { do: 'rest' } };
  for (const one of events) {
    const [event, now] = Array.isArray(one) ? one : [one, NOW];
    next = step(next.row, event, moment({ now }));
  }
  return next;
};
const sending = after(asked(), said(MERGE), listed(OURS, THEIRS));
const lostMerge = after(sending.row, failed('merge', 'greenhouse/unknown-outcome', 'unknown'));

describe('an answer', () => {
  test.each([MERGE, BACK, BOTH])('$do to an older view, another question or of somebody else does nothing', (answer) => {
    const whole = asked();
    expect(step(whole, said(answer, { seen: NOW - 1 }), moment()).row).toBe(whole);
    expect(step(whole, said(answer, { about: 'known' }), moment()).row).toBe(whole);
    expect(step(whole, said(answer), moment({ here: 'other-user' })).row).toBe(whole);
    const known = row({ view: { state: 'needs-you', question: 'known', candidateIds: [7] } });
    expect(step(known, said(answer), moment()).row).toBe(known);
  });

  test.each([MERGE, BACK])('$do is not taken with a key that has no call for it', (answer) => {
    const whole = asked();
    expect(step(whole, said(answer), moment({ can: capabilitiesOf('partner') })).row).toBe(whole);
  });

  test('that would have a stranger stay is none, and to try again is none either', () => {
    const whole = asked();
    expect(step(whole, said({ do: 'merge', survivorId: 7 }), moment()).row).toBe(whole);
    expect(step(whole, said({ do: 'retry' }), moment()).row, 'nothing follows a record that may go').toBe(whole);
  });

  test('to keep both ends it, and what was to follow follows', () => {
    const kept = after(asked(), said(BOTH), listed(OURS, THEIRS));
    expect(kept.row.view).not.toHaveProperty('twins');
    const alone = after(kept.row, WOKEN, twins(OURS, THEIRS));
    expect(alone.act, 'of these two it has been said').toMatchObject({ do: 'follow' });
  });

  test.each([true, false])('to keep both says nothing of a third that came to be since (all was done: %s)', (isOver) => {
    const { request: _gone, ...over } = asked();
    const kept = after(isOver ? over : asked(), said(BOTH), listed(OURS, THEIRS));
    expect(kept.row.watch).toEqual({ next: NOW, looks: 0 });
    if (isOver) expect(kept.act).toEqual({ do: 'rest', until: NOW });
    const third = after(kept.row, WOKEN, twins(OURS, THEIRS, 1001));
    expect(third.row.view).toMatchObject({ question: 'twice', twins: [1001] });
  });
});

describe('before both are kept they are looked at', () => {
  test('where ours is gone, which a colleague took for theirs, theirs is who they are', () => {
    const look = after(asked({ looks: 2 }), said(BOTH));
    expect(look.act).toEqual(LOOK);
    expect(look.row.view, 'who dies now is asked again').toMatchObject({ state: 'needs-you', question: 'twice' });
    const left = after(look.row, listed(THEIRS));
    expect(left.row.view).toMatchObject({ state: 'attaching', outcome: 'merged', candidateId: THEIRS });
    expect(left.row.view, 'nobody told which is ours there').not.toHaveProperty('applicationId');
  });

  test('where theirs is gone ours stays as it is', () => {
    expect(after(asked(), said(BOTH), listed(OURS)).row.view).toMatchObject({ outcome: 'created', candidateId: OURS });
  });

  test.each([
    ['neither is listed', []],
    ['theirs is listed, and not on our job', [THEIRS]],
  ])('where %s the recruiter is told, and believed when they say it again', (_, there) => {
    const told = after(asked(), said(BOTH), { is: 'looked', whom: 'pair', there, placed: [] });
    expect(told.row.view).toMatchObject({ question: 'twice', twins: [THEIRS], error: { code: 'greenhouse/not-found' } });
    expect(after(told.row, said(BOTH)).row.view).toMatchObject({ state: 'attaching', candidateId: OURS });
  });

  test('a look that comes to nothing in passing is told; without a right to look the word stands alone', () => {
    const looking = after(asked(), said(BOTH)).row;
    const fails = (code: ErrorCode): Next => after(looking, { ...failed('look', code, 'no'), whom: 'pair' } as Event);
    expect(fails('greenhouse/unreachable').row.view).toMatchObject({
      error: { code: 'greenhouse/unreachable' },
      twins: [THEIRS],
    });
    expect(fails('settings/passphrase').row.view).toMatchObject({ error: { code: 'settings/passphrase' }, twins: [THEIRS] });
    expect(fails('greenhouse/forbidden').row.view).toMatchObject({ state: 'attaching', candidateId: OURS });
    const partner = step(asked(), said(BOTH), moment({ can: capabilitiesOf('partner') }));
    expect(partner.row.view.state).toBe('attaching');
  });

  test('with another account connected meanwhile nothing is changed', () => {
    const looking = after(asked(), said(BOTH)).row;
    expect(step(looking, listed(THEIRS), moment({ here: 'other-account' })).row).toBe(looking);
  });
});

describe('a merge', () => {
  test('is written down once both have been seen, and then it is sent', () => {
    expect(after(asked(), said(MERGE)).act).toEqual(LOOK);
    expect(sending.row).toMatchObject({ view: { state: 'merging' }, pair: { survivorId: THEIRS, otherId: OURS, sentAt: NOW } });
    expect(sending.act).toEqual(PAIR);
  });

  test('never leaves the higher number: whoever steps back with it, unseen as yet, would leave nobody', () => {
    const next = after(asked(), said({ do: 'merge', survivorId: OURS }), listed(OURS, THEIRS));
    expect(next.act).toEqual({ do: 'rest' });
    expect(next.row.view).toMatchObject({ question: 'twice', candidateId: OURS, twins: [THEIRS] });
  });

  test('of which one is not listed yet, or neither is, is not sent: the recruiter is asked again, and told why', () => {
    const young = asked({ sends: [{ what: 'person', at: NOW - MINUTE, closed: 'found' }] });
    for (const [start, there] of [
      [young, []],
      [young, [OURS]],
      [young, [THEIRS]],
      [asked(), []],
    ] as const) {
      const next = after(start, said(MERGE), listed(...there));
      expect(next.act.do).toBe('rest');
      expect(next.row.view).toMatchObject({ question: 'twice', twins: [THEIRS], error: { code: 'greenhouse/not-found' } });
    }
  });

  test('of which one is gone by a colleague’s hand is not sent either: whoever is left is who they are', () => {
    const theirs = after(asked(), said({ do: 'merge', survivorId: OURS }), listed(THEIRS));
    expect(theirs.row.view).toMatchObject({ state: 'attaching', outcome: 'merged', candidateId: THEIRS });
    expect(theirs.row.view, 'nobody told which is ours there').not.toHaveProperty('applicationId');
    expect(theirs.row.view).not.toHaveProperty('twins');
    const stranger = after(asked(), said(MERGE), { is: 'looked', whom: 'pair', there: [THEIRS], placed: [] });
    expect(stranger.row.view, 'who is not on our job is not told as that').toMatchObject({
      question: 'twice',
      error: { code: 'greenhouse/not-found' },
    });
    const ours = after(asked(), said(MERGE), listed(OURS));
    expect(ours.row.view).toMatchObject({ outcome: 'merged', candidateId: OURS, applicationId: 2001 });
    expect(step(ours.row, WOKEN, moment()).act).toMatchObject({ do: 'follow' });
  });

  test('done, the one who stays is who they are, and what was to follow follows them', () => {
    const done = after(sending.row, { is: 'merged' });
    expect(done.row.view).toMatchObject({ state: 'attaching', candidateId: THEIRS, outcome: 'merged', applicationId: 2001 });
    expect(done.row.view).not.toHaveProperty('twins');
    expect(done.row.pair).toBeUndefined();
    expect(step(done.row, WOKEN, moment()).act).toMatchObject({ do: 'follow' });
  });

  test('of an export that was over ends it again', () => {
    const { request: _gone, ...bare } = asked();
    const done = after(bare, said(MERGE), listed(OURS, THEIRS), { is: 'merged' });
    expect(done.row.view).toMatchObject({ state: 'done', candidateId: THEIRS, outcome: 'merged' });
    expect(done.act).toEqual({ do: 'rest' });
  });

  test('whose answer was lost is looked for before it is told, and never sent by itself', () => {
    expect(lostMerge.act).toEqual({ do: 'rest', until: NOW + 5 * SECOND });
    const again = after(lostMerge.row, [WOKEN, NOW + 5 * SECOND]);
    expect(again.act).toEqual(LOOK);
    expect(after(again.row, listed(THEIRS)).row.view).toMatchObject({ outcome: 'merged', candidateId: THEIRS });
    expect(after(again.row, listed(OURS)).row.view, 'somebody merged them the other way').toMatchObject({
      outcome: 'merged',
      candidateId: OURS,
    });
    const both = after(again.row, listed(OURS, THEIRS));
    expect(both.row.view).toMatchObject({ state: 'merging', waitsFor: 'answer-lost' });
    expect(both.act.do).toBe('rest');
  });

  test('that is not to be found for ten minutes is asked about again', () => {
    let next = lostMerge;
    let now = NOW;
    for (let looks = 0; next.row.view.state === 'merging' && looks < 20; looks += 1) {
      now = next.row.view.retryAt ?? now;
      next = after(next.row, [WOKEN, now], [listed(OURS, THEIRS), now]);
      expect(next.act.do).toBe('rest');
    }
    expect(next.row.view).toMatchObject({ question: 'twice', error: { code: 'greenhouse/unknown-outcome' } });
    expect(now - NOW).toBe(600 * SECOND);
  });

  test('found written down by another run was sent, and is looked for', () => {
    expect(after(sending.row, WOKEN).act).toEqual(LOOK);
    expect(after(sending.row, WOKEN, listed(OURS, THEIRS)).act.do).toBe('rest');
  });

  test('of which Greenhouse says that one is not there, though both were, was done by an earlier one: that is looked at', () => {
    const gone = after(sending.row, failed('merge', 'greenhouse/not-found', 'no'));
    expect(gone.row.view).toMatchObject({ state: 'merging', waitsFor: 'answer-lost' });
  });

  test('refused for want of a right is asked about again, with the reason; kept off in passing it is tried again', () => {
    const refused = after(sending.row, failed('merge', 'greenhouse/forbidden', 'refused'));
    expect(refused.row.view).toMatchObject({ question: 'twice', error: { code: 'greenhouse/forbidden' } });
    expect(refused.row.pair?.sentAt, 'it was not done').toBeUndefined();
    const limited = after(sending.row, failed('merge', 'greenhouse/limited', 'refused'));
    const later = limited.row.view.retryAt ?? 0;
    expect(after(limited.row, [WOKEN, later], [listed(OURS, THEIRS), later]).act, 'both are seen anew').toEqual(PAIR);
  });

  test('of somebody who is not connected any more waits', () => {
    expect(step(lostMerge.row, WOKEN, moment({ here: 'other-account', now: NOW + 6 * SECOND })).act.do).toBe('rest');
    expect(step(sending.row, WOKEN, moment({ here: 'locked' })).act.do).toBe('rest');
  });
});

describe('stepping back', () => {
  const ours = person({ candidateId: OURS, applications: [application()] });
  const seen = (changes: object = {}): Event => ({
    is: 'looked',
    whom: 'back',
    seen: { person: ours, survivor: true, notes: [], own: [], ...changes },
  });
  const begun = after(asked(), said(BACK));
  const parted = after(begun.row, seen(), { is: 'took-back', part: 'application' });
  const bare = seen({ person: person({ candidateId: OURS, applications: [] }) });

  test('takes our application back, then our record, each after a look at both', () => {
    expect(begun.act).toEqual({ do: 'look', whom: 'back' });
    expect(after(begun.row, seen()).act).toEqual({ do: 'take-back', part: 'application', id: 2001 });
    expect(parted.act).toEqual({ do: 'look', whom: 'back' });
    expect(after(parted.row, bare).act).toEqual({ do: 'take-back', part: 'person', id: OURS });
  });

  test('ends with theirs as who they are; what was to follow is left out, and nothing of theirs is ours to take back', () => {
    const over = after(parted.row, bare, { is: 'took-back', part: 'person' }).row;
    expect(over).toMatchObject({
      view: {
        state: 'taken-back',
        outcome: 'stepped-back',
        candidateId: THEIRS,
        followUps: [{ step: 'note', state: 'skipped' }],
      },
      removed: { candidateId: OURS, applicationId: 2001 },
    });
    expect(over.request).toBeUndefined();
    expect(over.target).toBeUndefined();
    expect(over.view).not.toHaveProperty('twins');
    const again = after(over, { is: 'take-back', parts: ['person'], seen: over.writtenAt });
    expect(after(again.row, seen({ person: person({ candidateId: THEIRS }) })).act.do, 'it is a colleague’s').toBe('rest');
  });

  test('deletes nobody while theirs is not to be seen', () => {
    const next = after(begun.row, seen({ survivor: false }));
    expect(next.act.do).toBe('rest');
    expect(next.row.view).toMatchObject({ question: 'twice', back: [{ why: 'not-listed' }, { why: 'not-listed' }] });
    const late = after(parted.row, seen({ survivor: false }));
    expect(late.act.do).toBe('rest');
    expect(late.row.view, 'what is left of ours is told').toMatchObject({ outcome: 'stepped-back', twins: [OURS] });
  });

  test('leaves a record on which somebody else was at work', () => {
    const worked = seen({ person: ours, notes: [{ kind: 'NOTE', userId: 9 }] });
    const next = after(parted.row, worked);
    expect(next.row.view).toMatchObject({ state: 'taken-back', candidateId: THEIRS, twins: [OURS] });
    expect(next.row.view.back).toContainEqual({ part: 'person', state: 'failed', why: 'others-work' });
  });

  test('tells no number of a record that somebody else has deleted meanwhile', () => {
    const { view } = after(parted.row, seen({ person: undefined })).row;
    expect(view).toMatchObject({ outcome: 'stepped-back', candidateId: THEIRS });
    expect(view.back).toContainEqual({ part: 'person', state: 'failed', why: 'gone' });
    expect(view).not.toHaveProperty('twins');
  });

  test.each([
    ['as it was made, on a device whose clock is late', 0, NOW - 10 * MINUTE, 'take-back'],
    ['on which somebody was at work since, on a device whose clock is early', 5 * MINUTE, NOW + 10 * MINUTE, 'rest'],
    ['on which somebody was at work before the question was asked once more', 5 * MINUTE, NOW, 'rest'],
  ])('judges ours by Greenhouse’s clock, and since it was sent: %s', (_, workedAfter, at, then) => {
    const lastActivityAt = new Date(NOW + 2 * SECOND + workedAfter).toISOString();
    const one = asked({ sends: [{ what: 'person', at, theirs: NOW, closed: 'found' }], writtenAt: at + 9 * MINUTE });
    const theirs = person({ candidateId: OURS, applications: [application({ lastActivityAt })] });
    expect(after(one, said(BACK), seen({ person: theirs })).act.do).toBe(then);
  });

  test('refused, the recruiter is asked again; theirs and ours are as they were', () => {
    const next = after(begun.row, seen(), failed('take-back', 'greenhouse/forbidden', 'refused'));
    expect(next.row.view).toMatchObject({ question: 'twice', candidateId: OURS, twins: [THEIRS] });
    expect(next.row.view.followUps).toMatchObject([{ state: 'waiting' }]);
    expect(next.row.request).toBeDefined();
  });

  test('keeps our record while the other may yet be merged into it', () => {
    const open = after(asked({ pair: { survivorId: OURS, otherId: THEIRS, sentAt: NOW } }), said(BACK));
    expect(open.row.view.back).toEqual([{ part: 'application', state: 'waiting' }]);
  });

  test('is for the higher number alone: the other browser may merge into the lower', () => {
    const whole = asked();
    const lower = { ...whole, view: { ...whole.view, candidateId: THEIRS, twins: [OURS] } };
    expect(step(lower, said(BACK), moment()).row).toBe(lower);
  });

  test('takes nothing back that was found by looking: it may be theirs', () => {
    const unsure = after(asked({ looks: 2 }), said(BACK));
    expect(unsure.act.do).toBe('rest');
    expect(unsure.row.view).toMatchObject({ question: 'twice', back: [{ part: 'application', why: 'unsure' }] });
  });

  test('begins anew after a death, and what is gone by then is gone', () => {
    const deleting = after(parted.row, bare).row;
    const next = after(deleting, WOKEN);
    expect(next.act).toEqual({ do: 'look', whom: 'back' });
    expect(after(next.row, seen({ person: undefined })).row.view).toMatchObject({ outcome: 'stepped-back', candidateId: THEIRS });
  });
});
