/** What an export made, taken back after it is over: whoever dies, whatever is lost or refused, and what is remembered of it. */
import { describe, expect, test } from 'vitest';

import { sharesId } from '#lib/export/row.ts';

import { exportRequest } from '../../support/export-request.ts';
import { ACCOUNT, rest, through, world } from './world.ts';

const HOUR = 60 * 60_000;
const request = exportRequest({ tags: ['rust'], note: { body: 'met in Berlin', visibility: 'public' } });
const { id } = request;
const KEY = `${ACCOUNT} ${request.externalId}`;

async function exported(changes: Parameters<typeof exportRequest>[0] = {}) {
  const at = world();
  at.user.id = 1;
  const outbox = at.worker();
  await outbox.start({ ...request, ...changes });
  const row = (await rest(at, id, 'done'))!;
  at.time.now += 60_000;
  return { ...at, outbox, row };
}
const seenOf = ({ rows }: Pick<ReturnType<typeof world>, 'rows'>) => rows.stored.get(id)?.writtenAt ?? 0;

describe('taken back', () => {
  test('the application goes first, then the person with all of theirs; nothing is left of them here', async () => {
    const at = await exported();
    expect(at.rows.ledger.get(KEY)).toBe(1002);
    await at.outbox.takeBack(id, ['person', 'tags'], seenOf(at));
    const row = await rest(at, id, 'taken-back');
    expect(at.greenhouse.removed).toEqual(['application 1002', 'person 1002']);
    expect(at.greenhouse.people.size).toBe(0);
    expect(row?.view.back).toEqual(['application', 'person', 'tags'].map((part) => ({ part, state: 'done' })));
    expect(row?.view).not.toHaveProperty('candidateId');
    expect(row?.watch).toBeUndefined();
    expect(at.rows.ledger.size).toBe(0);
  });

  test('exported again they are made again, while lists show the old record still', async () => {
    const at = await exported();
    const listed = [...at.greenhouse.people.values()];
    await at.outbox.takeBack(id, ['person'], seenOf(at));
    await rest(at, id, 'taken-back');
    const { port } = at.greenhouse;
    port.findByEmail = async () => listed;
    port.findByExternalIds = async () => listed;
    const again = exportRequest({ id: id.replace('7', '8'), candidateId: undefined });
    await at.outbox.start(again);
    const row = await rest(at, again.id, 'done', 'needs-you');
    expect(row?.view).toMatchObject({ state: 'done', outcome: 'created', candidateId: 1004 });
  });

  test('whoever chose the record that is deleted by now is asked', async () => {
    const at = await exported();
    const listed = [...at.greenhouse.people.values()];
    await at.outbox.takeBack(id, ['person'], seenOf(at));
    await rest(at, id, 'taken-back');
    at.greenhouse.port.findByIds = async () => listed;
    const again = exportRequest({ id: id.replace('7', '8'), candidateId: 1002 });
    await at.outbox.start(again);
    expect((await rest(at, again.id, 'done', 'needs-you'))?.view.question).toBe('gone');
  });

  test('the application alone: they stay, and can be put onto that job again at once', async () => {
    const at = await exported();
    await at.outbox.takeBack(id, ['application'], seenOf(at));
    const row = await rest(at, id, 'taken-back');
    expect(at.greenhouse.removed).toEqual(['application 1002']);
    expect(row?.view).toMatchObject({ candidateId: 1002 });
    expect(at.rows.ledger.get(KEY)).toBe(1002);
    const again = exportRequest({ id: id.replace('7', '8') });
    await at.outbox.start(again);
    expect((await rest(at, again.id, 'done', 'needs-you'))?.view).toMatchObject({ outcome: 'added', candidateId: 1002 });
  });

  test('of somebody who was there, the application and the tags that were missing', async () => {
    const at = world();
    at.greenhouse.people.set(7, {
      candidateId: 7,
      firstName: 'Mira',
      lastName: 'Okafor',
      tags: ['rust'],
      emails: ['mira@okafor.example'],
      applications: [],
      urls: [],
    });
    const outbox = at.worker();
    await outbox.start({ ...request, tags: ['rust', 'berlin'], candidateId: 7 });
    expect((await rest(at, id, 'done'))?.tags).toEqual(['berlin']);
    await outbox.takeBack(id, ['application', 'tags'], seenOf(at));
    await rest(at, id, 'taken-back');
    expect(at.greenhouse.removed).toEqual(['application 1001', 'tags 7 berlin']);
    expect(at.greenhouse.people.get(7)?.tags).toEqual(['rust']);
  });

  test('that nobody knows what became of the application is told on when the tags go by themselves', async () => {
    const at = await exported();
    at.greenhouse.fail('removeApplication', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.outbox.takeBack(id, ['application', 'tags'], seenOf(at));
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt).toBeDefined();
    await through(at, id);
    at.greenhouse.fail('findByIds', { code: 'greenhouse/forbidden' });
    at.time.now += HOUR;
    await at.outbox.resume();
    await rest(at, id, 'done');
    await at.outbox.takeBack(id, ['tags'], seenOf(at));
    expect((await rest(at, id, 'taken-back'))?.view.back).toEqual([
      { part: 'application', state: 'failed', error: { code: 'greenhouse/unknown-outcome' } },
      { part: 'tags', state: 'done' },
    ]);
  });
});

describe('what a colleague did meanwhile stays', () => {
  test('an application that was moved after the recruiter looked is not deleted, nor the person', async () => {
    const at = await exported();
    const seen = seenOf(at);
    at.greenhouse.people.get(1002)!.applications[0]!.status = 'hired';
    await at.outbox.takeBack(id, ['application', 'person'], seen);
    const row = await rest(at, id, 'done');
    expect(at.greenhouse.removed).toEqual([]);
    expect(row?.view.back).toEqual([
      { part: 'application', state: 'failed', why: 'others-work' },
      { part: 'person', state: 'failed', why: 'others-work' },
    ]);
  });

  test('what was chosen from a view that has changed since is not taken back', async () => {
    const at = await exported();
    expect((await at.outbox.takeBack(id, ['person'], seenOf(at) - 1)).state).toBe('done');
    expect(at.greenhouse.removed).toEqual([]);
  });
});

describe.each(['removeApplication', 'removePerson', 'removeTags'] as const)('%s', (call) => {
  const parts = call === 'removeTags' ? (['tags'] as const) : (['application', 'person'] as const);
  const all = { removeApplication: 'application 1002', removePerson: 'person 1002', removeTags: 'tags 1002 rust' };
  const wanted = call === 'removeTags' ? [all.removeTags] : [all.removeApplication, all.removePerson];
  const once = (removed: string[]): string[] => [...new Set(removed)];

  test.each([
    ['before it arrived', { code: 'greenhouse/unreachable' as const }],
    ['after it was done', { code: 'greenhouse/unknown-outcome' as const, committed: true }],
  ])('lost %s it is sent again, and told when it is done', async (_when, fault) => {
    const at = await exported();
    at.greenhouse.fail(call, fault);
    await at.outbox.takeBack(id, parts, seenOf(at));
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt).toBeDefined();
    await through(at, id);
    expect(at.rows.stored.get(id)?.view.state).toBe('taking-back');
    at.time.now += HOUR;
    await at.outbox.resume();
    await rest(at, id, 'taken-back');
    expect(once(at.greenhouse.removed)).toEqual(wanted);
  });

  test('lost, and then not to be looked at any more, nobody knows what became of it', async () => {
    const at = await exported();
    at.greenhouse.fail(call, { code: 'greenhouse/unknown-outcome', committed: true });
    await at.outbox.takeBack(id, parts, seenOf(at));
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt).toBeDefined();
    await through(at, id);
    at.greenhouse.fail('findByIds', { code: 'greenhouse/forbidden' });
    at.time.now += HOUR;
    await at.outbox.resume();
    const row = await rest(at, id, 'done', 'taken-back');
    const failed = row?.view.back?.find(({ state }) => state === 'failed');
    expect(failed?.error?.code).toBe('greenhouse/unknown-outcome');
  });

  test('lost, and refused when it is sent again, nobody knows what became of the first', async () => {
    const at = await exported();
    at.greenhouse.fail(call, { code: 'greenhouse/unknown-outcome' }, { code: 'greenhouse/forbidden' });
    await at.outbox.takeBack(id, parts, seenOf(at));
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt).toBeDefined();
    await through(at, id);
    at.time.now += HOUR;
    await at.outbox.resume();
    const row = await rest(at, id, 'done', 'taken-back');
    const failed = row?.view.back?.find(({ state }) => state === 'failed');
    expect(failed?.error?.code).toBe('greenhouse/unknown-outcome');
  });

  test('refused, it is told, and what was done stays done', async () => {
    const at = await exported();
    at.greenhouse.fail(call, { code: 'greenhouse/forbidden' });
    await at.outbox.takeBack(id, parts, seenOf(at));
    const row = await rest(at, id, 'done', 'taken-back');
    const failed = row?.view.back?.find(({ state }) => state === 'failed');
    expect(failed?.error?.code).toBe('greenhouse/forbidden');
    expect(at.greenhouse.people.has(1002)).toBe(true);
    expect(row?.view.state).toBe(call === 'removePerson' ? 'taken-back' : 'done');
    expect(row?.view.candidateId, 'so that it can be done by hand').toBe(1002);
    at.time.now += 1000;
    await at.outbox.takeBack(id, parts, seenOf(at));
    await rest(at, id, 'taken-back');
    await expect.poll(() => once(at.greenhouse.removed)).toEqual(wanted);
  });

  test.each([true, false])('a worker that dies in it is followed by one that goes on (done there: %s)', async (committed) => {
    const at = await exported();
    const real = at.greenhouse.port[call] as (...args: unknown[]) => Promise<void>;
    let arrived = () => {};
    const left = new Promise<void>((resolve) => (arrived = resolve));
    at.greenhouse.port[call] = async (...args: unknown[]) => {
      at.greenhouse.port[call] = real;
      if (committed) await real(...args);
      arrived();
      return new Promise(() => undefined);
    };
    await at.outbox.takeBack(id, parts, seenOf(at));
    await left;
    at.locks.clear();
    await at.worker().resume();
    await rest(at, id, 'taken-back');
    expect(once(at.greenhouse.removed)).toEqual(wanted);
    expect(at.rows.written.filter((state) => state === 'taking-back').length).toBeGreaterThan(0);
  });

  test('while the credential is locked nothing is sent; unlocked, it goes on', async () => {
    const at = await exported();
    at.greenhouse.vault.locked = true;
    await at.outbox.takeBack(id, parts, seenOf(at));
    await through(at, id);
    expect(at.rows.stored.get(id)?.view).toMatchObject({ state: 'taking-back', error: { code: 'settings/passphrase' } });
    at.greenhouse.vault.locked = false;
    await at.outbox.resume();
    await rest(at, id, 'taken-back');
    expect(at.greenhouse.removed).toEqual(wanted);
  });
});

describe('an export of the same person', () => {
  test('that is pressed while the first is being taken back waits, and is one of its own', async () => {
    const at = await exported();
    at.greenhouse.fail('removePerson', { code: 'greenhouse/unreachable' });
    await at.outbox.takeBack(id, ['person'], seenOf(at));
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt).toBeDefined();
    const again = exportRequest({ id: id.replace('7', '8') });
    expect((await at.outbox.start(again)).id).toBe(again.id);
    await expect.poll(() => at.rows.stored.get(again.id)?.view.waitsFor).toBe('another-export');
    at.time.now += HOUR;
    await at.outbox.resume();
    await rest(at, id, 'taken-back');
    at.time.now += HOUR;
    await at.outbox.resume();
    expect((await rest(at, again.id, 'done'))?.view).toMatchObject({ outcome: 'created', candidateId: 1004 });
  });

  test('let go in the middle, what was not sent is as it was', async () => {
    const at = await exported();
    at.greenhouse.fail('findByIds', { code: 'greenhouse/unreachable' });
    await at.outbox.takeBack(id, ['person'], seenOf(at));
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt).toBeDefined();
    await at.outbox.answer(id, { do: 'drop' });
    const row = await rest(at, id, 'done');
    expect(row?.view.back).toEqual([]);
    expect(sharesId(row!, [`id ${request.externalId}`])).toBe(true);
    expect(at.rows.ledger.get(KEY)).toBe(1002);
  });
});
