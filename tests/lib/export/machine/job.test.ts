import { describe, expect, test } from 'vitest';

import { step, type Event } from '#lib/export/machine.ts';

import { exportRequest } from '../../../support/export-request.ts';
import { failed, looked, lost, moment, NOW, row, WOKEN } from './rows.ts';

const JOB: Event = { is: 'looked', whom: 'job', closed: true };
const refused = failed('make', 'greenhouse/invalid', 'refused');
const looking = step(lost(), refused, moment()).row;
const closed = step(looking, JOB, moment()).row;
const toJob = (rest: Partial<Extract<Event, { is: 'said' }>> = {}): Event => ({
  is: 'said',
  answer: { do: 'to-job', jobId: 42, jobName: 'Platform Engineer' },
  ...rest,
});

describe('a create that was refused', () => {
  test.each(['greenhouse/invalid', 'greenhouse/not-found', 'greenhouse/forbidden'] as const)(
    'with %s has its job read',
    (code) => {
      const next = step(lost(), failed('make', code, 'refused'), moment());
      expect(next).toMatchObject({
        row: { view: { state: 'matching', error: { code } }, sends: [{ closed: 'refused' }] },
        act: { do: 'look', whom: 'job' },
      });
    },
  );

  test('for no job, or for what no job can be the reason of, is told as it is', () => {
    const pool = { request: exportRequest({ target: { kind: 'prospect', jobIds: [] } }) };
    expect(step(lost(pool), refused, moment()).row.view).toMatchObject({
      state: 'needs-you',
      error: { code: 'greenhouse/invalid' },
    });
    expect(step(lost(), failed('make', 'greenhouse/unauthorized', 'refused'), moment()).act.do).toBe('rest');
    expect(step(lost(), failed('make', 'greenhouse/invalid', 'no'), moment()).act.do, 'it never left us').toBe('rest');
  });

  test('while its job is open, is not shown, or cannot be read, is told as Greenhouse told it', () => {
    const cannot = { ...failed('look', 'greenhouse/unreachable', 'no'), whom: 'job' } as Event;
    for (const event of [{ ...JOB, closed: false } as Event, cannot])
      expect(step(looking, event, moment()).row.view).toMatchObject({
        state: 'needs-you',
        error: { code: 'greenhouse/invalid' },
      });
  });

  test('whoever dies before the job is read asks anew who this is, and sends no second create without a new sending', () => {
    const next = step(looking, WOKEN, moment());
    expect(next.act).toEqual({ do: 'look', whom: 'before' });
    expect(step(next.row, looked(), moment()).row.sends).toMatchObject([{ closed: 'refused' }, { what: 'person' }]);
  });
});

describe('of a job that was closed', () => {
  test('the recruiter is asked, and what they entered is kept', () => {
    expect(closed.view).toMatchObject({ state: 'needs-you', question: 'job-closed', error: { code: 'greenhouse/job-closed' } });
    expect(closed.request).toEqual(exportRequest());
    expect(step(closed, WOKEN, moment()).row).toBe(closed);
  });

  test('another takes its place, after one more look at who this is', () => {
    const next = step(closed, toJob({ seen: NOW, about: 'job-closed' }), moment());
    expect(next.act).toEqual({ do: 'look', whom: 'before' });
    expect(next.row).toMatchObject({
      target: { kind: 'candidate', jobId: 42 },
      request: { target: { kind: 'candidate', jobId: 42 }, jobName: 'Platform Engineer' },
      view: { state: 'matching', jobName: 'Platform Engineer' },
    });
    expect(step(next.row, looked(), moment()).act).toEqual({ do: 'make', what: 'person' });
  });

  test('its stage goes with it, and a prospect stays one, in their pool', () => {
    const onStage = exportRequest({ target: { kind: 'candidate', jobId: 41, stageId: 5 } });
    expect(step({ ...closed, request: onStage }, toJob(), moment()).row.target).toEqual({ kind: 'candidate', jobId: 42 });
    const prospect = exportRequest({ target: { kind: 'prospect', jobIds: [41, 43], poolId: 7 } });
    expect(step({ ...closed, request: prospect }, toJob(), moment()).row.target).toEqual({
      kind: 'prospect',
      jobIds: [42],
      poolId: 7,
    });
  });

  test('an answer to an older view, to another question, or by somebody else changes nothing', () => {
    expect(step(closed, toJob({ seen: NOW - 1 }), moment()).row).toBe(closed);
    expect(step(closed, toJob({ about: 'known' }), moment()).row).toBe(closed);
    expect(step(closed, toJob(), moment({ here: 'other-user' })).row).toBe(closed);
    const known = row({ view: { state: 'needs-you', question: 'known', candidateIds: [7] } });
    expect(step(known, toJob(), moment()).row).toBe(known);
  });

  test('it can be let go: nothing was made', () => {
    expect(step(closed, { is: 'said', answer: { do: 'drop' } }, moment()).row.view.state).toBe('undone');
  });
});
