import { beforeEach, describe, expect, test, vi } from 'vitest';

import { PATIENCE_MS } from '#lib/export/machine/patience.ts';

import { exportRequest } from '../../support/export-request.ts';
import { ACCOUNT, rest, world } from './world.ts';

const request = exportRequest();

describe('an export of someone new', () => {
  let at: ReturnType<typeof world>;
  beforeEach(() => {
    at = world();
  });

  test('is one create, and ends with every step written down before it was taken', async () => {
    await at.worker().start(request);
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
    expect(at.rows.written).toEqual(['held', 'matching', 'creating', 'created', 'done']);
  });

  test('leaves no personal data behind, only ids', async () => {
    await at.worker().start(request);
    const row = await rest(at, request.id, 'done');
    expect(row?.request).toBeUndefined();
    expect(JSON.stringify([...at.rows.ledger])).not.toMatch(/Mira|okafor\.example/);
    expect(at.rows.ledger.get(`${ACCOUNT} linkedin-member:4000000001`)).toBe(row?.view.candidateId);
  });

  test('pressed twice, also under another id from another panel, is one person', async () => {
    const worker = at.worker();
    const other = exportRequest({ id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b02' });
    const [first, again, second] = await Promise.all([worker.start(request), worker.start(request), worker.start(other)]);
    expect(again.id).toBe(first.id);
    expect(second.id).toBe(first.id);
    await rest(at, request.id, 'done');
    expect(at.greenhouse.count('createPerson')).toBe(1);
  });

  test('exported again later is found in the ledger and already there', async () => {
    await at.worker().start(request);
    await rest(at, request.id, 'done');
    const again = exportRequest({ id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b03' });
    await at.worker().start(again);
    expect((await rest(at, again.id, 'done'))?.view.outcome).toBe('already-there');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('without a last name is refused before anything is written', async () => {
    const nameless = exportRequest({ candidate: { ...request.candidate, lastName: null } });
    await expect(at.worker().start(nameless)).rejects.toMatchObject({ code: 'export/no-name' });
    expect(at.rows.stored.size).toBe(0);
  });

  test('whose email is in Greenhouse by now waits for the recruiter, who adds the known person', async () => {
    const known = await at.greenhouse.port.createPerson({
      candidate: request.candidate,
      externalId: request.externalId,
      target: { kind: 'candidate', jobId: 7 },
      attribution: {},
      tags: [],
    });
    await at.worker().start(request);
    const row = await rest(at, request.id, 'needs-you');
    expect(row?.view).toMatchObject({ question: 'known', candidateIds: [known.candidateId] });
    await at.worker().answer(request.id, { do: 'add-to', candidateId: known.candidateId });
    expect((await rest(at, request.id, 'done'))?.view.outcome).toBe('added');
    expect(at.greenhouse.people.size).toBe(1);
    expect(at.greenhouse.people.get(known.candidateId)?.applications.map(({ jobId }) => jobId)).toEqual([7, 41]);
  });
});

describe('a hold', () => {
  test('sends nothing, and undone nothing was ever sent', async () => {
    const at = world({ holdMs: 10_000 });
    const worker = at.worker();
    await worker.start(request);
    await rest(at, request.id, 'held');
    expect(at.greenhouse.calls).toEqual([]);
    expect((await worker.undo(request.id)).state).toBe('undone');
    at.time.now += 60_000;
    await at.worker().resume();
    await rest(at, request.id, 'undone');
    expect(at.greenhouse.calls).toEqual([]);
    expect(at.rows.stored.get(request.id)?.request).toBeUndefined();
  });

  test('asks to be woken at its end, and a new worker goes on from there', async () => {
    const at = world({ holdMs: 10_000 });
    await at.worker().start(request);
    await rest(at, request.id, 'held');
    expect(at.wakes).toContain(at.time.now + 10_000);
    at.time.now += 10_000;
    await at.worker().resume();
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('woken a hundred times while it goes on is looked at and gone on with once more, and not a hundred times', async () => {
    const at = world({ holdMs: 10_000 });
    const worker = at.worker();
    await worker.start(request);
    await rest(at, request.id, 'held');
    at.time.now += 10_000;
    const looks = vi.spyOn(at.rows.port, 'waiting');
    const reads = vi.spyOn(at.rows.port, 'get');
    await Promise.all(Array.from({ length: 100 }, () => worker.resume()));
    for (let wake = 0; wake < 100; wake += 1) await worker.resume();
    expect(looks).toHaveBeenCalledTimes(102);
    await rest(at, request.id, 'done');
    await new Promise((resolve) => setTimeout(resolve, 20));
    // Each run reads it before it waits for the lock, and behind it.
    expect(reads).toHaveBeenCalledTimes(4);
  });
});

describe('a create whose answer never came', () => {
  test('is found again, and not sent again', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(request);
    await rest(at, request.id, 'creating');
    at.time.now += 20_000;
    await at.worker().resume();
    const row = await rest(at, request.id, 'done');
    expect(row?.view.outcome).toBe('created');
    expect(at.greenhouse.count('createPerson')).toBe(1);
  });

  test('and that did not happen is looked for with patience, then the recruiter decides', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome' });
    await at.worker().start(request);
    await rest(at, request.id, 'creating');
    at.time.now += 20_000;
    await at.worker().resume();
    await expect.poll(() => at.greenhouse.count('findCreatedAround')).toBe(1);
    expect((await rest(at, request.id, 'creating'))?.view.retryAt).toBeGreaterThan(at.time.now);
    at.time.now += PATIENCE_MS;
    await at.worker().resume();
    expect((await rest(at, request.id, 'needs-you'))?.view.question).toBe('unknown-outcome');
    await at.worker().answer(request.id, { do: 'create-anyway' });
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('stays lost while Greenhouse cannot be reached: an error in looking never leads to a second create', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(request);
    await rest(at, request.id, 'creating');
    const before = at.greenhouse.count('findByExternalIds');
    at.greenhouse.fail('findByExternalIds', { code: 'greenhouse/unreachable' }, { code: 'greenhouse/forbidden' });
    at.time.now += 20_000;
    await at.worker().resume();
    await expect.poll(() => at.greenhouse.count('findByExternalIds')).toBe(before + 1);
    await rest(at, request.id, 'creating');
    at.time.now += 60_000;
    await at.worker().resume();
    expect((await rest(at, request.id, 'needs-you'))?.view.error?.code).toBe('greenhouse/forbidden');
    await at.worker().answer(request.id, { do: 'retry' });
    await rest(at, request.id, 'done');
    expect(at.greenhouse.count('createPerson')).toBe(1);
  });

  test('found written by a worker that died in it is looked for, not sent', async () => {
    const at = world();
    at.rows.stored.set(request.id, {
      account: ACCOUNT,
      request,
      writtenAt: at.time.now,
      sends: [{ what: 'person', at: at.time.now }],
      before: [],
      looks: 0,
      keys: [`id ${request.externalId}`],
      view: {
        id: request.id,
        externalId: request.externalId,
        name: '',
        state: 'creating',
        startedAt: at.time.now,
        followUps: [],
      },
    });
    await at.worker().resume();
    await expect.poll(() => at.greenhouse.count('findCreatedAround')).toBe(1);
    expect(at.greenhouse.count('createPerson')).toBe(0);
  });
});

describe('a refusal', () => {
  test.each(['greenhouse/forbidden', 'greenhouse/invalid', 'greenhouse/unauthorized', 'greenhouse/acting-user'] as const)(
    '%s stops and asks, keeps everything, and a retry starts over',
    async (code) => {
      const at = world();
      at.greenhouse.fail('createPerson', { code });
      await at.worker().start(request);
      const row = await rest(at, request.id, 'needs-you');
      expect(row?.view.error?.code).toBe(code);
      expect(row?.request).toEqual(request);
      await at.worker().answer(request.id, { do: 'retry' });
      await rest(at, request.id, 'done');
      expect(at.greenhouse.people.size).toBe(1);
    },
  );

  test('for the rate goes on by itself when it is over', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/limited' });
    await at.worker().start(request);
    const row = await rest(at, request.id, 'matching');
    expect(at.wakes).toContain(row?.view.retryAt);
    at.time.now = row?.view.retryAt ?? 0;
    await at.worker().resume();
    await rest(at, request.id, 'done');
  });
});

describe('what follows a create', () => {
  const withNote = exportRequest({ note: { body: 'Met at a conference.', visibility: 'private' } });

  test('a failed note is told and makes no second person', async () => {
    const at = world();
    at.greenhouse.fail('addNote', { code: 'greenhouse/invalid' });
    await at.worker().start(withNote);
    const { view } = (await rest(at, request.id, 'needs-you')) ?? {};
    expect(view).toMatchObject({ question: 'follow-up', outcome: 'created' });
    expect(view?.followUps).toMatchObject([{ step: 'note', state: 'failed', error: { code: 'greenhouse/invalid' } }]);
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('a note that the rate limit refused is sent when it is over', async () => {
    const at = world();
    at.greenhouse.fail('addNote', { code: 'greenhouse/limited' });
    await at.worker().start(withNote);
    await expect.poll(() => at.rows.stored.get(request.id)?.view.error?.code).toBe('greenhouse/limited');
    const row = await rest(at, request.id, 'attaching', 'created');
    expect(row?.view.followUps).toEqual([{ step: 'note', state: 'waiting' }]);
    at.time.now = row?.view.retryAt ?? Number.NaN;
    expect(at.wakes).toContain(at.time.now);
    await at.worker().resume();
    expect((await rest(at, request.id, 'done'))?.view.followUps).toEqual([{ step: 'note', state: 'done' }]);
    expect(at.greenhouse.notes).toHaveLength(1);
    expect(at.greenhouse.count('createPerson')).toBe(1);
  });

  test('a note that was being sent when the worker died is looked for, and not sent twice', async () => {
    const at = world();
    at.rows.stored.set(request.id, {
      account: ACCOUNT,
      request: withNote,
      writtenAt: at.time.now,
      sends: [{ what: 'person', at: at.time.now, closed: 'found' }],
      before: [],
      looks: 0,
      keys: [`id ${request.externalId}`],
      view: {
        id: request.id,
        externalId: request.externalId,
        name: '',
        state: 'attaching',
        startedAt: at.time.now,
        candidateId: 5,
        outcome: 'created',
        followUps: [{ step: 'note', state: 'sending' }],
      },
    });
    await at.worker().resume();
    expect((await rest(at, request.id, 'done'))?.view.followUps).toMatchObject([{ step: 'note', state: 'unknown' }]);
    expect(at.greenhouse.count('addNote')).toBe(0);
  });
});
