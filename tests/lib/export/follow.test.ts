/** Each thing that follows a create, with each way to fail: there once, and told as what it is. */
import { describe, expect, test } from 'vitest';

import type { ExportRequest, FollowUp } from '#lib/export/schema.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { exportRequest } from '../../support/export-request.ts';
import { through, world } from './world.ts';

const request = exportRequest({ tags: ['rust'], note: { body: 'Met at the fair.', visibility: 'private' } });
const CALLS = { identity: 'linkPerson', note: 'addNote', tags: 'addTags' } as const;
const STEPS = Object.keys(CALLS) as (keyof typeof CALLS)[];

/** Somebody known is put onto a job, so that everything follows by itself. */
async function known(changes: Partial<ExportRequest> = {}) {
  const at = world();
  const { candidateId } = await at.greenhouse.port.createPerson({
    candidate: { ...request.candidate, emails: [], links: [] },
    externalId: 'github:mira-fixture',
    target: { kind: 'candidate', jobId: 7 },
    attribution: {},
    tags: [],
  });
  return { ...at, candidateId, request: { ...request, candidateId, ...changes } };
}
type Known = Awaited<ReturnType<typeof known>>;

const viewOf = ({ rows }: Known) => rows.stored.get(request.id)?.view;
const stateOf = (at: Known, step: FollowUp['step']) => viewOf(at)?.followUps.find((one) => one.step === step)?.state;
const isEnded = (at: Known): boolean => viewOf(at)?.state === 'done' || viewOf(at)?.state === 'needs-you';

/** As time goes by, until it is done or asks. */
async function ends(at: Known) {
  for (let turns = 0; turns < 20; turns += 1) {
    await expect.poll(() => isEnded(at) || (viewOf(at)?.retryAt ?? 0) > at.time.now, { interval: 1 }).toBe(true);
    await through(at, request.id);
    if (isEnded(at)) return viewOf(at);
    at.time.now = viewOf(at)?.retryAt ?? 0;
    await at.worker().resume();
  }
  throw new Error('it does not end');
}

function there(at: Known): Record<keyof typeof CALLS, number> {
  const person = at.greenhouse.people.get(at.candidateId);
  return {
    identity: person?.externalIds?.filter((one) => one === request.externalId).length ?? 0,
    note: at.greenhouse.notes.length,
    // The tests' Greenhouse keeps a tag as often as it was added; the true one keeps it once.
    tags: new Set(person?.tags).size,
  };
}
const ALL_ONCE = { identity: 1, note: 1, tags: 1 };

const answer = (at: Known, what: 'retry-step' | 'skip-step', step: FollowUp['step']) =>
  at.worker().answer(request.id, { do: what, step }, viewOf(at)?.writtenAt, 'follow-up');

describe.each(STEPS)('of what follows: %s', (step) => {
  const fails = async (...faults: Parameters<Known['greenhouse']['fail']>[1][]) => {
    const at = await known();
    at.greenhouse.fail(CALLS[step], ...faults);
    await at.worker().start(at.request);
    return { at, view: await ends(at) };
  };

  test('refused is asked about while the others are there, and added once by the recruiter’s word', async () => {
    const { at, view } = await fails({ code: 'greenhouse/forbidden' });
    expect(view).toMatchObject({ state: 'needs-you', question: 'follow-up', outcome: 'added' });
    expect(stateOf(at, step)).toBe('failed');
    expect(there(at)).toEqual({ ...ALL_ONCE, [step]: 0 });
    await answer(at, 'retry-step', step);
    expect(await ends(at)).toMatchObject({ state: 'done' });
    expect(there(at)).toEqual(ALL_ONCE);
  });

  test('refused and left out is not there', async () => {
    const { at } = await fails({ code: 'greenhouse/invalid' });
    await answer(at, 'skip-step', step);
    expect(await ends(at)).toMatchObject({ state: 'done' });
    expect(stateOf(at, step)).toBe('skipped');
    expect(there(at)).toEqual({ ...ALL_ONCE, [step]: 0 });
  });

  test('lost after it was done is there once', async () => {
    const { at, view } = await fails({ code: 'greenhouse/unknown-outcome', committed: true });
    expect(view?.state).toBe('done');
    expect(there(at)).toEqual(ALL_ONCE);
  });

  test('lost before it was done is there once, at the latest by the recruiter’s word', async () => {
    const { at, view } = await fails({ code: 'greenhouse/unknown-outcome' });
    expect([view?.state, stateOf(at, step)]).toEqual(step === 'note' ? ['needs-you', 'unknown'] : ['done', 'done']);
    if (step === 'note') {
      expect(at.greenhouse.count('findNote')).toBeGreaterThan(5);
      await answer(at, 'retry-step', step);
      expect(await ends(at)).toMatchObject({ state: 'done' });
    }
    expect(there(at)).toEqual(ALL_ONCE);
  });

  test.each(['greenhouse/limited', 'greenhouse/unreachable'] as const)('waits and goes on by itself: %s', async (code) => {
    const { at, view } = await fails({ code }, { code });
    expect(view?.state).toBe('done');
    expect(there(at)).toEqual(ALL_ONCE);
  });

  test.each([true, false])('in which the worker died is there once: arrived before that, %s', async (arrived) => {
    const at = await known();
    // The last thing that was written is that it is being sent.
    const died = new Promise<never>(() => undefined);
    const { port } = at.greenhouse;
    const add = port[CALLS[step]] as (...about: unknown[]) => Promise<unknown>;
    Object.assign(port, {
      [CALLS[step]]: async (...about: unknown[]) => {
        if (arrived) await add(...about);
        return died;
      },
    });
    await at.worker().start(at.request);
    await expect.poll(() => stateOf(at, step), { interval: 1 }).toBe('sending');
    Object.assign(port, { [CALLS[step]]: add });
    at.locks.clear();
    await at.worker().resume();
    const view = await ends(at);
    if (view?.state === 'needs-you') {
      await answer(at, 'retry-step', step);
      await ends(at);
    }
    expect(viewOf(at)?.state).toBe('done');
    expect(there(at)).toEqual(ALL_ONCE);
  });
});

describe('a note', () => {
  test('that no list shows yet is found when the lag is over, and not added again', async () => {
    const at = await known();
    at.greenhouse.lag.ms = 5 * 60_000;
    at.time.now += LAG_MS;
    at.greenhouse.fail('addNote', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(at.request);
    expect(await ends(at)).toMatchObject({ state: 'done' });
    expect(at.greenhouse.notes).toHaveLength(1);
  });

  test('for somebody who has gone meanwhile is not added to nobody', async () => {
    const at = await known();
    at.greenhouse.fail('addNote', { code: 'greenhouse/forbidden' });
    await at.worker().start(at.request);
    await ends(at);
    at.greenhouse.people.delete(at.candidateId);
    at.time.now += LAG_MS + 1;
    await answer(at, 'retry-step', 'note');
    await ends(at);
    expect(viewOf(at)?.followUps.find(({ step }) => step === 'note')).toMatchObject({
      state: 'failed',
      error: { code: 'greenhouse/not-found' },
    });
    expect(at.greenhouse.notes).toEqual([]);
  });
});
