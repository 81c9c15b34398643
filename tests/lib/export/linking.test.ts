import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#lib/errors.ts';
import type { ExportRequest } from '#lib/export/schema.ts';

import { exportRequest } from '../../support/export-request.ts';
import { rest, world } from './world.ts';

/** Somebody who was in Greenhouse before, under an address of their own, and on another job. */
async function known(changes: Partial<ExportRequest> = {}) {
  const at = world();
  const { candidateId } = await at.greenhouse.port.createPerson({
    candidate: { ...exportRequest().candidate, emails: [], links: [] },
    externalId: 'github:mira-fixture',
    target: { kind: 'candidate', jobId: 7 },
    attribution: {},
    tags: [],
  });
  at.greenhouse.calls.length = 0;
  return { ...at, candidateId, request: exportRequest({ candidateId, ...changes }) };
}

/** Until it waits for Greenhouse. */
async function waits(at: Awaited<ReturnType<typeof known>>) {
  await expect.poll(() => at.rows.stored.get(at.request.id)?.view.retryAt, { interval: 1 }).toBeGreaterThan(at.time.now);
  return at.rows.stored.get(at.request.id);
}
const UPDATE = { target: { kind: 'update' }, jobName: undefined } as const;

describe('somebody who is added to a job', () => {
  test('gets address and external id of the profile after the job, and no more', async () => {
    const at = await known({ tags: ['rust'] });
    await at.worker().start(at.request);
    const row = await rest(at, at.request.id, 'done');
    expect(at.greenhouse.links).toEqual([
      {
        candidateId: at.candidateId,
        externalIds: [at.request.externalId, ...at.request.aliases],
        links: [{ url: at.request.url, kind: 'linkedin' }],
      },
    ]);
    expect(at.greenhouse.calls).toEqual(['findByIds', 'prepare', 'createApplication', 'linkPerson', 'addTags']);
    expect(row?.view).toMatchObject({ outcome: 'added', followUps: [{ step: 'identity', state: 'done' }, { step: 'tags' }] });
  });

  test('is on the job though linking is refused, and that is told', async () => {
    const at = await known();
    at.greenhouse.fail('linkPerson', { code: 'greenhouse/forbidden' });
    await at.worker().start(at.request);
    expect((await rest(at, at.request.id, 'needs-you'))?.view).toMatchObject({
      question: 'follow-up',
      outcome: 'added',
      followUps: [{ step: 'identity', state: 'failed', error: { code: 'greenhouse/forbidden' } }],
    });
  });

  test.each<ErrorCode>(['greenhouse/unreachable', 'greenhouse/unknown-outcome'])(
    'is linked when Greenhouse is there again, and is made by nobody a second time: %s',
    async (code) => {
      const at = await known({ tags: ['rust'], note: { body: 'Met at the fair.', visibility: 'private' } });
      at.greenhouse.fail('linkPerson', { code });
      await at.worker().start(at.request);
      const row = await waits(at);
      expect(row?.view, 'the others did not wait for it').toMatchObject({
        state: 'attaching',
        outcome: 'added',
        error: { code: 'greenhouse/unreachable' },
        followUps: [
          { step: 'identity', state: 'waiting' },
          { step: 'note', state: 'done' },
          { step: 'tags', state: 'done' },
        ],
      });
      at.time.now = row?.view.retryAt ?? Number.NaN;
      await at.worker().resume();
      const done = await rest(at, at.request.id, 'done');
      expect(done?.view).not.toHaveProperty('error');
      expect(done?.view.followUps).toEqual(['identity', 'note', 'tags'].map((step) => ({ step, state: 'done' })));
      expect(at.greenhouse.links).toHaveLength(1);
      expect(at.greenhouse.count('createPerson')).toBe(0);
      expect(at.greenhouse.count('createApplication')).toBe(1);
      expect(at.greenhouse.notes).toHaveLength(1);
    },
  );

  test.each([{}, UPDATE])('is not told as linked while Greenhouse does not tell of the fields for it: %o', async (changes) => {
    const at = await known(changes);
    const { port } = at.greenhouse;
    const before = { ...port };
    port.linkPerson = async (...about) => {
      Object.assign(port, before);
      return { ...(await before.linkPerson(...about)), unlinked: true };
    };
    await at.worker().start(at.request);
    const row = await waits(at);
    expect(row?.view.followUps).toMatchObject([{ step: 'identity', state: 'waiting' }]);
    at.time.now = row?.view.retryAt ?? Number.NaN;
    await at.worker().resume();
    const done = await rest(at, at.request.id, 'done');
    expect(done?.view.followUps).toEqual([{ step: 'identity', state: 'done' }]);
    expect(at.greenhouse.count('linkPerson')).toBe(2);
  });

  test('is still on the job when linking is given up by the recruiter', async () => {
    const at = await known();
    at.greenhouse.fail('linkPerson', { code: 'greenhouse/unreachable' });
    await at.worker().start(at.request);
    await waits(at);
    expect(await at.worker().answer(at.request.id, { do: 'drop' })).toMatchObject({ state: 'done', outcome: 'added' });
  });

  test('with a note whose answer was lost is looked at for it, and it is not sent again', async () => {
    const at = await known({ note: { body: 'Met at the fair.', visibility: 'private' } });
    at.greenhouse.fail('addNote', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(at.request);
    const { view } = (await rest(at, at.request.id, 'attaching')) ?? {};
    expect(view?.followUps).toMatchObject([
      { step: 'identity', state: 'done' },
      { step: 'note', state: 'lost' },
    ]);
    at.time.now = view?.retryAt ?? 0;
    await at.worker().resume();
    expect((await rest(at, at.request.id, 'done'))?.view.followUps[1]).toEqual({ step: 'note', state: 'done' });
    expect(at.greenhouse.count('addNote')).toBe(1);
  });

  test('is linked again by the worker after the one that died in it', async () => {
    const at = await known();
    await at.worker().start(at.request);
    const row = await rest(at, at.request.id, 'done');
    if (!row) throw new Error('no row');
    const followUps = [{ step: 'identity', state: 'sending' } as const];
    at.rows.stored.set(at.request.id, { ...row, request: at.request, view: { ...row.view, state: 'attaching', followUps } });
    await at.worker().resume();
    expect((await rest(at, at.request.id, 'done'))?.view.followUps).toEqual([{ step: 'identity', state: 'done' }]);
    expect(at.greenhouse.count('linkPerson')).toBe(2);
  });

  test('found by our own earlier export gets the tags of this one too', async () => {
    const at = world();
    await at.worker().start(exportRequest());
    await rest(at, exportRequest().id, 'done');
    const again = exportRequest({
      id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b09',
      tags: ['rust'],
      target: { kind: 'candidate', jobId: 8 },
    });
    await at.worker().start(again);
    expect((await rest(at, again.id, 'done'))?.view.outcome).toBe('added');
    expect([...at.greenhouse.people.values()][0]?.tags).toEqual(['rust']);
  });
});

describe('an update', () => {
  test('makes nothing, and says what it added', async () => {
    const at = await known({ ...UPDATE, tags: ['rust'] });
    await at.worker().start(at.request);
    const row = await rest(at, at.request.id, 'done');
    expect(row?.view).toMatchObject({
      outcome: 'updated',
      candidateId: at.candidateId,
      added: ['profile', 'external-id', 'tag'],
    });
    expect(at.greenhouse.calls).toEqual(['linkPerson', 'addTags']);
    expect(at.greenhouse.links[0]?.candidate).toEqual(at.request.candidate);
    expect(at.rows.written).not.toContain('creating');
    expect(at.rows.ledger.get(`org-1 ${at.request.externalId}`)).toBe(at.candidateId);
  });

  test('whose answer is lost is sent again, and never taken for a create', async () => {
    const at = await known(UPDATE);
    at.greenhouse.fail('linkPerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(at.request);
    expect((await rest(at, at.request.id, 'matching'))?.view.retryAt).toBeGreaterThan(at.time.now);
    at.time.now += 20_000;
    await at.worker().resume();
    expect((await rest(at, at.request.id, 'done'))?.view.outcome).toBe('updated');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test.each(['greenhouse/forbidden', 'greenhouse/not-found'] as const)(
    'that is %s waits for the recruiter, and may be tried again',
    async (code) => {
      const at = await known(UPDATE);
      at.greenhouse.fail('linkPerson', { code });
      await at.worker().start(at.request);
      expect((await rest(at, at.request.id, 'needs-you'))?.view).toMatchObject({ error: { code } });
      await at.worker().answer(at.request.id, { do: 'retry' });
      expect((await rest(at, at.request.id, 'done'))?.view.outcome).toBe('updated');
    },
  );

  test('of nobody makes nobody', async () => {
    const at = world();
    await at.worker().start(exportRequest(UPDATE));
    expect((await rest(at, exportRequest().id, 'needs-you'))?.view.error?.code).toBe('greenhouse/not-found');
    expect(at.greenhouse.people.size).toBe(0);
  });
});

describe('a create', () => {
  test('that was taken only without the external ids is linked afterwards', async () => {
    const at = world();
    const { port } = at.greenhouse;
    const create = port.createPerson.bind(port);
    port.createPerson = async (person) => ({ ...(await create(person)), unlinked: true });
    await at.worker().start(exportRequest());
    expect((await rest(at, exportRequest().id, 'done'))?.view.followUps).toEqual([{ step: 'identity', state: 'done' }]);
    expect(at.greenhouse.links).toHaveLength(1);
  });

  test('that was lost is looked for by its external id first, then by its emails', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(exportRequest());
    await rest(at, exportRequest().id, 'creating');
    at.greenhouse.calls.length = 0;
    at.time.now += 20_000;
    await at.worker().resume();
    expect((await rest(at, exportRequest().id, 'done'))?.view.outcome).toBe('created');
    expect(at.greenhouse.calls).toEqual(['findByExternalIds', 'twins']);
  });

  test('that was lost is not taken for somebody who was on the job long before', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome' });
    await at.worker().start(exportRequest());
    await rest(at, exportRequest().id, 'creating');
    const { candidate, externalId } = exportRequest();
    const onTheJob = { target: { kind: 'candidate', jobId: 41 }, attribution: {} } as const;
    const old = await at.greenhouse.port.createPerson({ ...onTheJob, candidate, externalId, tags: [] });
    for (const application of at.greenhouse.people.get(old.candidateId)?.applications ?? [])
      application.createdAt = new Date(at.time.now - 40 * 24 * 3_600_000).toISOString();
    at.greenhouse.people.get(old.candidateId)!.urls = [];
    at.time.now += 20_000;
    await at.worker().resume();
    await expect.poll(() => at.greenhouse.count('findCreatedAround')).toBe(1);
    expect((await rest(at, exportRequest().id, 'creating'))?.view.outcome).toBeUndefined();
  });
});
