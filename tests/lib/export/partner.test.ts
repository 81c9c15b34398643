/** Exports with a partner key: nobody can be looked up, and what travels inside the create is all that there is. */
import { describe, expect, test } from 'vitest';

import { exportRequest } from '../../support/export-request.ts';
import { ACCOUNT, rest, world } from './world.ts';

const request = exportRequest();
const partner = () => world({ kind: 'partner' });
const NOT_OFFERED = new Set([
  'findByEmail',
  'findCreatedAround',
  'findByExternalIds',
  'linkPerson',
  'createApplication',
  'addNote',
  'addTags',
]);

/** What a partner key has no call for was not asked. */
const expectOnlyOffered = (at: ReturnType<typeof world>) =>
  expect(at.greenhouse.calls.filter((call) => NOT_OFFERED.has(call))).toEqual([]);

test('a person is made in one call, under our own id, and nobody is looked for', async () => {
  const at = partner();
  await at.worker().start(request);
  expect((await rest(at, request.id, 'done'))?.view.outcome).toBe('created');
  expect(at.greenhouse.calls).toEqual(['prepare', 'createPerson']);
  expect(at.greenhouse.made).toMatchObject([{ externalId: request.externalId }]);
});

describe('a note', () => {
  test('goes with the person', async () => {
    const at = partner();
    await at.worker().start(exportRequest({ note: { body: 'Met at a meetup.', visibility: 'public' } }));
    expect((await rest(at, request.id, 'done'))?.view.followUps).toEqual([{ step: 'note', state: 'done' }]);
    expect(at.greenhouse.made).toMatchObject([{ note: 'Met at a meetup.' }]);
    expectOnlyOffered(at);
  });

  test('meant for fewer than everybody is not sent, and told as not added', async () => {
    const at = partner();
    at.greenhouse.fail('addNote', { code: 'greenhouse/not-offered' });
    await at.worker().start(exportRequest({ note: { body: 'Salary talk.', visibility: 'private' } }));
    expect((await rest(at, request.id, 'done'))?.view.followUps).toMatchObject([{ step: 'note', state: 'failed' }]);
    expect(at.greenhouse.made.map(({ note }) => note)).toEqual([undefined]);
    expect(at.greenhouse.notes).toEqual([]);
  });
});

describe('somebody whom this browser exported before', () => {
  test('and who is where the export goes is already there', async () => {
    const at = partner();
    await at.worker().start(request);
    await rest(at, request.id, 'done');
    const again = exportRequest({ id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b03' });
    await at.worker().start(again);
    expect((await rest(at, again.id, 'done'))?.view.outcome).toBe('already-there');
    expectOnlyOffered(at);
  });

  test.each([
    ['elsewhere', true],
    ['and whom the key may not read', false],
  ])('%s is put to the recruiter, who may make a second record', async (_, readable) => {
    const at = partner();
    await at.worker().start(request);
    const { view } = (await rest(at, request.id, 'done')) ?? {};
    if (!readable) at.greenhouse.people.clear();
    const other = exportRequest({
      id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b03',
      target: { kind: 'candidate', jobId: 42 },
    });
    await at.worker().start(other);
    const asked = await rest(at, other.id, 'needs-you');
    expect(asked?.view).toMatchObject({ question: 'known', candidateIds: [view?.candidateId] });
    expect(at.greenhouse.count('createPerson')).toBe(1);
    await at.worker().answer(other.id, { do: 'create-anyway' });
    await rest(at, other.id, 'done');
    expect(at.greenhouse.count('createPerson')).toBe(2);
    expectOnlyOffered(at);
  });
});

describe('a create whose answer never came', () => {
  test('is put to the recruiter at once, and sent again only on their word', async () => {
    const at = partner();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome' });
    await at.worker().start(request);
    expect((await rest(at, request.id, 'needs-you'))?.view).toMatchObject({ question: 'cannot-look' });
    await at.worker().answer(request.id, { do: 'retry' });
    await rest(at, request.id, 'needs-you');
    expect(at.greenhouse.count('createPerson')).toBe(1);
    await at.worker().answer(request.id, { do: 'create-anyway' });
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
    expectOnlyOffered(at);
  });

  test('found written by a worker that died in it is put to the recruiter, not sent', async () => {
    const at = partner();
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
    expect((await rest(at, request.id, 'needs-you'))?.view.question).toBe('cannot-look');
    expect(at.greenhouse.calls).toEqual([]);
  });

  test('and one that was refused is an ordinary refusal', async () => {
    const at = partner();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/invalid' });
    await at.worker().start(request);
    const row = await rest(at, request.id, 'needs-you');
    expect(row?.view).toMatchObject({ error: { code: 'greenhouse/invalid' } });
    expect(row?.view.question).toBeUndefined();
  });
});
