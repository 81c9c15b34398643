import { describe, expect, test } from 'vitest';

import { step } from '#lib/export/machine.ts';
import type { Ours } from '#lib/export/own.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';

import { exportRequest } from '../../../support/export-request.ts';
import { application, HOUR, looked, MINUTE, moment, NOW, person, row, SECOND, WOKEN } from './rows.ts';

const ours = (changes: Partial<Ours> = {}): Ours => ({
  rowId: 'other',
  over: true,
  open: false,
  sure: true,
  at: NOW - MINUTE,
  target: { kind: 'candidate', jobId: 41 },
  ...changes,
});

describe('a hold', () => {
  const held = row({ view: { state: 'held', heldUntil: NOW + 10 * SECOND } });
  const at = (now: number) => moment({ now, holdMs: 10 * SECOND });

  test('rests until its end, then asks who this is', () => {
    expect(step(held, WOKEN, at(NOW + 9 * SECOND))).toEqual({ row: held, act: { do: 'rest', until: NOW + 10 * SECOND } });
    expect(step(held, WOKEN, at(NOW + 10 * SECOND))).toMatchObject({
      row: { view: { state: 'matching' } },
      act: { do: 'look', whom: 'before' },
    });
  });

  test.each([
    ['the clock was put back by hours', NOW - 5 * HOUR],
    ['it ended hours ago, while nobody was there to undo it', NOW + 5 * HOUR],
  ])('begins again where %s', (_, now) => {
    const next = step(held, WOKEN, at(now));
    expect(next).toMatchObject({ row: { view: { state: 'held', heldUntil: now + 10 * SECOND } }, act: { do: 'rest' } });
  });

  test('is not cut short by a clock that is put right by a little', () => {
    expect(step(held, WOKEN, at(NOW - 30 * SECOND)).act.do).toBe('rest');
  });

  test('undone, it is exact', () => {
    expect(step(held, { is: 'undo' }, at(NOW)).row).toMatchObject({ view: { state: 'undone' } });
  });
});

describe('who this is, right before anything is sent', () => {
  test('nobody: a create is announced, and those who were seen are noted down', () => {
    const next = step(row(), looked(), moment({ theirs: NOW - 3 * SECOND }));
    expect(next).toMatchObject({
      row: { view: { state: 'creating' }, sends: [{ what: 'person', at: NOW, theirs: NOW - 3 * SECOND }], before: [] },
      act: { do: 'make', what: 'person' },
    });
    const anyway = row({ request: exportRequest({ createAnyway: true }) });
    expect(step(anyway, looked({ people: [person()] }), moment()).row.before).toEqual([1001]);
  });

  test('somebody by an email is for the recruiter to decide', () => {
    const next = step(row(), looked({ people: [person()], agrees: [[1001, ['email']]] }), moment());
    expect(next.row.view).toMatchObject({ state: 'needs-you', question: 'known', candidateIds: [1001] });
  });

  test('somebody by our own export is added to the job, or is there already', () => {
    const agrees = [[1001, ['export']]] as const;
    const elsewhere = person({ applications: [application({ jobId: 7 })] });
    expect(step(row(), looked({ people: [elsewhere], agrees }), moment())).toMatchObject({
      row: { view: { state: 'creating', candidateId: 1001 }, sends: [{ what: 'application' }] },
      act: { do: 'make', what: 'application', candidateId: 1001 },
    });
    expect(step(row(), looked({ people: [person()], agrees }), moment()).row.view).toMatchObject({
      outcome: 'already-there',
      applicationId: 2001,
    });
  });

  test('somebody whom we made a moment ago counts though no list shows them, for another job and for the same', () => {
    const known = ours({ candidateId: 1001, applicationId: 2001 });
    const other = row({ request: exportRequest({ target: { kind: 'candidate', jobId: 42 } }) });
    expect(step(other, looked({ own: [known] }), moment()).act).toEqual({ do: 'make', what: 'application', candidateId: 1001 });
    expect(step(row(), looked({ own: [known] }), moment()).row.view).toMatchObject({
      outcome: 'already-there',
      candidateId: 1001,
      applicationId: 2001,
    });
    // Long after, Greenhouse's own lists know better.
    const long = { ...known, at: NOW - 2 * HOUR, theirs: NOW - 2 * HOUR };
    expect(step(other, looked({ own: [long] }), moment({ theirs: NOW })).act).toEqual({ do: 'make', what: 'person' });
  });

  test('somebody of ours who only shares an address is for the recruiter to decide', () => {
    const next = step(row(), looked({ own: [ours({ candidateId: 1001, sure: false })] }), moment());
    expect(next.row.view).toMatchObject({ question: 'known', candidateIds: [1001] });
  });

  test('somebody who was merged or deleted since the press is asked about, with whoever was found instead', () => {
    const pressed = row({ request: exportRequest({ candidateId: 5 }) });
    const next = step(pressed, looked({ gone: [5], people: [person()] }), moment());
    expect(next.row.view).toMatchObject({ state: 'needs-you', question: 'gone', candidateIds: [1001] });
  });

  test('somebody exported long ago and not shown is never taken for new', () => {
    expect(step(row(), looked({ hidden: [9] }), moment()).row.view).toMatchObject({ question: 'hidden', candidateIds: [9] });
  });
});

describe('another export of theirs', () => {
  test('of which a create may be on its way keeps this one waiting', () => {
    const next = step(row(), looked({ own: [ours({ over: false, open: true })] }), moment());
    expect(next.row.view).toMatchObject({ state: 'matching', waitsFor: 'another-export' });
    expect(next.act).toEqual({ do: 'rest', until: next.row.view.retryAt });
  });

  test('that was let go unknown is waited for, then asked about, and believed not to be there once no lag can hide it', () => {
    const letGo = (at: number) => looked({ own: [ours({ open: true, at, theirs: at })] });
    expect(step(row(), letGo(NOW - MINUTE), moment({ theirs: NOW })).row.view.waitsFor).toBe('another-export');
    expect(step(row(), letGo(NOW - 20 * MINUTE), moment({ theirs: NOW })).row.view.question).toBe('unknown-outcome');
    expect(step(row(), letGo(NOW - 2 * HOUR), moment({ theirs: NOW })).act.do).toBe('make');
    // The clock was put forward by a day, and a minute passed.
    expect(step(row(), letGo(NOW), moment({ now: NOW + 24 * HOUR, theirs: NOW + MINUTE })).row.view.waitsFor).toBe(
      'another-export',
    );
    const partner = moment({ can: capabilitiesOf('partner'), theirs: NOW });
    expect(step(row(), letGo(NOW - 2 * HOUR), partner).row.view.question).toBe('cannot-look');
  });

  test('that was let go before the recruiter said to create is covered by their word', () => {
    const said = row({ request: exportRequest({ createAnyway: true }), saidAt: NOW });
    expect(step(said, looked({ own: [ours({ open: true })] }), moment()).act).toEqual({ do: 'make', what: 'person' });
  });
});

test('whom another export of ours has just made is asked about, although somebody new was said to be wanted before', () => {
  const wanted = row({ before: [1001], saidAt: NOW - 1000 });
  const request = { ...wanted.request!, createAnyway: true };
  const own = [{ rowId: 'other', over: true, open: false, sure: false, candidateId: 1002, at: NOW }];
  const next = step({ ...wanted, request }, looked({ people: [person({ candidateId: 1001 })], own }), moment());
  expect(next.act.do).toBe('rest');
  expect(next.row.view).toMatchObject({ state: 'needs-you', question: 'known', candidateIds: [1002] });
});

test('by a clock that was put forward since, what we made is as new as Greenhouse says', () => {
  const own = [ours({ candidateId: 1001, applicationId: 2001, sure: true, at: NOW, theirs: NOW, open: false, over: true })];
  const next = step(row(), looked({ own }), moment({ now: NOW + 3 * HOUR, theirs: NOW + MINUTE }));
  expect(next.row.view).toMatchObject({ state: 'created', outcome: 'already-there', applicationId: 2001 });
});

test('where Greenhouse tells no time a clock may have been put forward by hours: what we made counts for a day', () => {
  const known = ours({ candidateId: 1001, applicationId: 2001 });
  const at = (hours: number) => step(row(), looked({ own: [known] }), moment({ now: NOW + hours * HOUR })).row.view;
  expect(at(23)).toMatchObject({ outcome: 'already-there', applicationId: 2001 });
  expect(at(25).state).toBe('creating');
});
