/** A colleague's record of the same person came to be between our last look and our create: one of the two stays, whoever dies. */
import { describe, expect, test } from 'vitest';

import { exportRequest } from '../../support/export-request.ts';
import { ACCOUNT, rest, through, world } from './world.ts';

const request = exportRequest({ note: { body: 'met in Berlin', visibility: 'public' } });
const { id } = request;
const THEIRS = 900;
const KEY = `${ACCOUNT} ${request.externalId}`;

/** Asked about the two. */
async function twice() {
  const at = world();
  at.user.id = 1;
  const { port, people } = at.greenhouse;
  const createPerson = port.createPerson.bind(port);
  port.createPerson = (person) => {
    people.set(THEIRS, {
      candidateId: THEIRS,
      createdAt: new Date(at.time.now).toISOString(),
      firstName: 'Mira',
      lastName: 'Okafor',
      tags: [],
      emails: [],
      urls: [],
      externalIds: [request.externalId],
      applications: [{ id: 901, jobId: 7, prospect: false, prospectiveJobIds: [], status: 'active' }],
    });
    return createPerson(person);
  };
  const outbox = at.worker();
  await outbox.start(request);
  const { view } = (await rest(at, id, 'needs-you'))!;
  expect(view).toMatchObject({ question: 'twice', twins: [THEIRS] });
  const ours = view.candidateId ?? 0;
  return { at, outbox, ours, seen: view.writtenAt, left: () => [...people.keys()] };
}

describe('two records of one person', () => {
  test('are merged: one is left with both applications, the note goes there, and from then on that is who they are', async () => {
    const { at, outbox, ours, seen, left } = await twice();
    await outbox.answer(id, { do: 'merge', survivorId: THEIRS }, seen, 'twice');
    const row = await rest(at, id, 'done');
    expect(left()).toEqual([THEIRS]);
    expect(at.greenhouse.people.get(THEIRS)?.applications.map(({ jobId }) => jobId)).toEqual([7, 41]);
    expect(at.greenhouse.notes).toMatchObject([{ candidateId: THEIRS }]);
    expect(row?.view).toMatchObject({ outcome: 'merged', candidateId: THEIRS });
    expect(at.rows.ledger.get(KEY)).toBe(THEIRS);
    expect(at.greenhouse.removed).toEqual([`merged ${ours}`]);
  });

  test.each([true, false])(
    'a merge whose answer was lost is told once it is seen, and sent once (done: %s)',
    async (committed) => {
      const { at, outbox, seen, left } = await twice();
      at.greenhouse.fail('mergePeople', { code: 'greenhouse/unknown-outcome', committed });
      await outbox.answer(id, { do: 'merge', survivorId: THEIRS }, seen, 'twice');
      await expect.poll(() => at.rows.stored.get(id)?.view.waitsFor, { interval: 1 }).toBe('answer-lost');
      await through(at, id);
      expect(at.rows.stored.get(id)?.view.outcome, 'nothing is told yet').toBe('created');
      // Whoever made it is dead.
      for (let looks = 0; looks < 10 && at.rows.stored.get(id)?.view.state === 'merging'; looks += 1) {
        at.time.now = at.rows.stored.get(id)?.view.retryAt ?? at.time.now;
        const before = at.greenhouse.count('findByIds');
        await at.worker().resume();
        await expect.poll(() => at.greenhouse.count('findByIds'), { interval: 1 }).toBeGreaterThan(before);
        await through(at, id);
      }
      expect(at.greenhouse.count('mergePeople')).toBe(1);
      if (committed) {
        await rest(at, id, 'done');
        expect(left()).toEqual([THEIRS]);
      } else expect(at.rows.stored.get(id)?.view).toMatchObject({ state: 'needs-you', question: 'twice' });
    },
  );

  test('ours steps back: it is gone with its application, theirs is who they are, and no note stands anywhere', async () => {
    const { at, outbox, ours, seen, left } = await twice();
    await outbox.answer(id, { do: 'step-back' }, seen, 'twice');
    const row = await rest(at, id, 'taken-back');
    expect(at.greenhouse.removed).toEqual([expect.stringMatching(/^application /), `person ${ours}`]);
    expect(left()).toEqual([THEIRS]);
    expect(at.greenhouse.notes).toEqual([]);
    expect(row?.view).toMatchObject({ outcome: 'stepped-back', candidateId: THEIRS });
    expect(row?.request).toBeUndefined();
    expect(at.rows.ledger.get(KEY)).toBe(THEIRS);
  });

  test('a worker that dies in the middle of stepping back goes on, and what is gone already is gone', async () => {
    const { at, outbox, seen, left } = await twice();
    at.greenhouse.fail('removePerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await outbox.answer(id, { do: 'step-back' }, seen, 'twice');
    await expect.poll(() => at.rows.stored.get(id)?.view.retryAt, { interval: 1 }).toBeDefined();
    await through(at, id);
    at.time.now = at.rows.stored.get(id)?.view.retryAt ?? 0;
    await at.worker().resume();
    expect((await rest(at, id, 'taken-back'))?.view).toMatchObject({ outcome: 'stepped-back', candidateId: THEIRS });
    expect(left()).toEqual([THEIRS]);
  });

  test('nobody is left without a record: theirs is gone by the time, so ours stays', async () => {
    const { at, outbox, ours, seen, left } = await twice();
    at.greenhouse.people.delete(THEIRS);
    await outbox.answer(id, { do: 'step-back' }, seen, 'twice');
    await expect
      .poll(() => at.rows.stored.get(id)?.view.back, { interval: 1 })
      .toContainEqual(expect.objectContaining({ why: 'not-listed' }));
    await through(at, id);
    expect(left()).toEqual([ours]);
    expect(at.greenhouse.removed).toEqual([]);
    expect(at.rows.stored.get(id)?.view.question).toBe('twice');
  });

  test('exported again later, they are found as the one who stayed', async () => {
    const { at, outbox, seen } = await twice();
    await outbox.answer(id, { do: 'step-back' }, seen, 'twice');
    await rest(at, id, 'taken-back');
    const again = exportRequest({ id: id.replace('7', '8') });
    await outbox.start(again);
    expect((await rest(at, again.id, 'done'))?.view).toMatchObject({ outcome: 'added', candidateId: THEIRS });
  });
});
