/** Sequences by which an export once made two people, lost one, or told an untruth. Each is driven through the whole outbox. */
import { describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import { exportRequest } from '../../support/export-request.ts';
import { rest, through, world } from './world.ts';

const idOf = (number: number) => `7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b${String(number).padStart(2, '0')}`;
const MINUTE = 60_000;
const LAG = { ms: 5 * MINUTE };
type World = ReturnType<typeof world>;

const viewOf = (at: World, { id }: Pick<ExportRequest, 'id'>): ExportView | undefined => at.rows.stored.get(id)?.view;

/** Presses, and waits until the export rests. */
async function press(at: World, request: ExportRequest): Promise<ExportView | undefined> {
  await at.worker().start(request);
  await expect
    .poll(() => {
      const view = viewOf(at, request);
      return view && (view.retryAt !== undefined || ['done', 'needs-you', 'undone', 'abandoned'].includes(view.state));
    })
    .toBe(true);
  await through(at, request.id);
  return viewOf(at, request);
}

/** Time passes as it does: whatever is due is done when it is. */
async function pass(at: World, ms: number): Promise<void> {
  const until = at.time.now + ms;
  for (;;) {
    const due = (await at.rows.port.waiting()).map((one) => one.due).filter((one) => one > at.time.now);
    at.time.now = Math.min(until, ...due);
    await at.worker().resume();
    for (const id of at.rows.stored.keys()) await through(at, id);
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (at.time.now >= until) return;
  }
}

const asked = (at: World, request: ExportRequest, answer: Parameters<ReturnType<World['worker']>['answer']>[1]) =>
  at.worker().answer(request.id, answer, viewOf(at, request)?.writtenAt, viewOf(at, request)?.question);

describe('while Greenhouse does not list yet whom we made', () => {
  test('they are exported to another job as whom they are, and to the same job not again', async () => {
    const at = world();
    at.greenhouse.lag.ms = LAG.ms;
    const request = exportRequest();
    await press(at, request);
    const other = exportRequest({ id: idOf(2), target: { kind: 'candidate', jobId: 42 } });
    expect(await press(at, other)).toMatchObject({ state: 'done', outcome: 'added' });
    expect(await press(at, exportRequest({ id: idOf(3) }))).toMatchObject({ outcome: 'already-there' });
    expect(at.greenhouse.people.size).toBe(1);
    expect([...at.greenhouse.people.values()][0]?.applications.map(({ jobId }) => jobId)).toEqual([41, 42]);
  });

  test('they are known by another page’s name of them, pressed at once or one after the other', async () => {
    const at = world();
    at.greenhouse.lag.ms = LAG.ms;
    const one = exportRequest({ aliases: ['linkedin-sales:b'] });
    const other = exportRequest({ id: idOf(2), externalId: 'linkedin-sales:b', aliases: [one.externalId] });
    const worker = at.worker();
    const views = await Promise.all([worker.start(one), worker.start(other)]);
    expect(views.map(({ id }) => id)).toEqual([one.id, one.id]);
    await rest(at, one.id, 'done');
    expect(await press(at, { ...other, id: idOf(3) })).toMatchObject({ outcome: 'already-there' });
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('somebody of another site with the same address is asked about, and not made', async () => {
    const at = world();
    at.greenhouse.lag.ms = LAG.ms;
    await press(at, exportRequest());
    const github = exportRequest({ id: idOf(2), externalId: 'github:mira', aliases: [], url: 'https://github.com/mira' });
    expect(await press(at, github)).toMatchObject({ question: 'known', candidateIds: [...at.greenhouse.people.keys()] });
    expect(at.greenhouse.people.size).toBe(1);
  });
});

describe('a create whose answer was lost', () => {
  const lostOne = { code: 'greenhouse/unknown-outcome', committed: true } as const;

  test('is not sent again by an answer that was meant for something else, while it is looked for', async () => {
    const at = world();
    at.greenhouse.lag.ms = LAG.ms;
    at.greenhouse.fail('createPerson', lostOne);
    const request = exportRequest();
    await press(at, request);
    await at.worker().answer(request.id, { do: 'create-anyway' });
    await at.worker().answer(request.id, { do: 'add-to', candidateId: 5 });
    await pass(at, 6 * MINUTE);
    expect(viewOf(at, request)).toMatchObject({ state: 'done', outcome: 'created' });
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('and that commits minutes late is found by the last look, or by the one before a second create', async () => {
    for (const lateMs of [9 * MINUTE, 12 * MINUTE]) {
      const at = world();
      at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: 'late', lateMs });
      const request = exportRequest();
      await press(at, request);
      await pass(at, 11 * MINUTE);
      if (lateMs > 11 * MINUTE) expect(viewOf(at, request)?.question).toBe('unknown-outcome');
      at.time.now += 2 * MINUTE;
      await asked(at, request, { do: 'create-anyway' });
      await rest(at, request.id, 'done');
      expect(at.greenhouse.people.size).toBe(1);
    }
  });

  test('is found without anybody asking, long after the question', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: 'late', lateMs: 40 * MINUTE });
    const request = exportRequest();
    await press(at, request);
    await pass(at, 30 * MINUTE);
    expect(viewOf(at, request)?.question).toBe('unknown-outcome');
    await pass(at, 60 * MINUTE);
    expect(viewOf(at, request)).toMatchObject({ state: 'done', outcome: 'created' });
  });

  test('by an error that nobody foresaw is looked for too', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'bug', committed: true });
    const request = exportRequest();
    expect(await press(at, request)).toMatchObject({ state: 'creating' });
    await at.worker().answer(request.id, { do: 'retry' });
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('is not taken for somebody else of the same agency, who came to the same job that day', async () => {
    const at = world();
    const { candidate } = exportRequest();
    const of = (number: number, firstName: string, site: string): ExportRequest =>
      exportRequest({
        id: idOf(number),
        externalId: `github:${site}`,
        aliases: [],
        url: `https://github.com/${site}`,
        candidate: { ...candidate, firstName, links: [] },
        note: { body: `about ${firstName}`, visibility: 'public' },
      });
    await press(at, of(1, 'Ann', 'a'));
    const bob = of(2, 'Bob', 'b');
    expect(await press(at, bob)).toMatchObject({ question: 'known' });
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome' });
    await asked(at, bob, { do: 'create-anyway' });
    await expect.poll(() => viewOf(at, bob)?.state).toBe('creating');
    await pass(at, 11 * MINUTE);
    expect(viewOf(at, bob)).toMatchObject({ question: 'unknown-outcome' });
    await asked(at, bob, { do: 'create-anyway' });
    await rest(at, bob.id, 'done');
    const people = [...at.greenhouse.people.values()];
    expect(people.map(({ firstName }) => firstName)).toEqual(['Ann', 'Bob']);
    expect(at.greenhouse.notes.map(({ candidateId, body }) => [candidateId, body])).toEqual(
      people.map(({ candidateId, firstName }) => [candidateId, `about ${firstName}`]),
    );
  });

  test('and that was a second record on purpose is not taken for the first', async () => {
    const at = world();
    await press(at, exportRequest());
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome' });
    const second = exportRequest({ id: idOf(2), createAnyway: true });
    expect(await press(at, second)).toMatchObject({ state: 'creating' });
    await pass(at, 2 * MINUTE);
    expect(viewOf(at, second)?.outcome).toBeUndefined();
  });

  test('let go, is not said to have been sent nowhere, and the next export of theirs finds it', async () => {
    const at = world();
    at.greenhouse.lag.ms = LAG.ms;
    at.greenhouse.fail('createPerson', lostOne);
    const request = exportRequest();
    await press(at, request);
    expect((await at.worker().answer(request.id, { do: 'drop' })).state).toBe('abandoned');
    expect(at.rows.stored.get(request.id)).not.toHaveProperty('request');
    const next = exportRequest({ id: idOf(2) });
    expect(await press(at, next)).toMatchObject({ state: 'matching', waitsFor: 'another-export' });
    await pass(at, 11 * MINUTE);
    expect(viewOf(at, next)).toMatchObject({ question: 'known' });
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('with a partner key, and said to be there, is asked about the next time', async () => {
    const at = world({ kind: 'partner' });
    at.greenhouse.fail('createPerson', lostOne);
    const request = exportRequest();
    expect(await press(at, request)).toMatchObject({ question: 'cannot-look' });
    await asked(at, request, { do: 'is-there' });
    expect(viewOf(at, request)?.state).toBe('done');
    expect(await press(at, exportRequest({ id: idOf(2) }))).toMatchObject({ question: 'cannot-look' });
    expect(at.greenhouse.people.size).toBe(1);
  });
});

describe('an export of somebody who is exported already', () => {
  test('to another job is an export of its own, with what it was given', async () => {
    const at = world({ holdMs: 10_000 });
    await at.worker().start(exportRequest());
    const other = exportRequest({
      id: idOf(2),
      target: { kind: 'candidate', jobId: 99 },
      note: { body: 'for 99', visibility: 'public' },
    });
    expect((await at.worker().start(other)).id).toBe(other.id);
    await pass(at, MINUTE);
    const [person, ...more] = at.greenhouse.people.values();
    expect(more).toEqual([]);
    expect(person?.applications.map(({ jobId }) => jobId).toSorted()).toEqual([41, 99]);
    expect(at.greenhouse.notes).toMatchObject([{ body: 'for 99' }]);
  });

  test('waits while a create of theirs may be on its way, and is told to', async () => {
    const at = world();
    at.greenhouse.lag.ms = LAG.ms;
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await press(at, exportRequest());
    const other = exportRequest({ id: idOf(2), target: { kind: 'candidate', jobId: 99 } });
    expect(await press(at, other)).toMatchObject({ waitsFor: 'another-export' });
    await pass(at, 10 * MINUTE);
    expect(viewOf(at, other)).toMatchObject({ state: 'done', outcome: 'added' });
    expect(at.greenhouse.people.size).toBe(1);
  });
});

describe('somebody who', () => {
  test('was merged or deleted since the press is asked about, and is made anew on the recruiter’s word', async () => {
    const at = world();
    const request = exportRequest({ candidateId: 5 });
    expect(await press(at, request)).toMatchObject({ state: 'needs-you', question: 'gone' });
    await asked(at, request, { do: 'create-anyway' });
    expect((await rest(at, request.id, 'done'))?.view.outcome).toBe('created');
  });

  test('was made anonymous since gets no application', async () => {
    const at = world();
    await press(at, exportRequest());
    const [candidateId = 0] = at.greenhouse.people.keys();
    const person = at.greenhouse.people.get(candidateId);
    Object.assign(person ?? {}, { firstName: '', lastName: '', emails: [], externalIds: [], urls: [], phones: [] });
    at.time.now += 120 * MINUTE;
    const other = exportRequest({ id: idOf(2), candidateId, target: { kind: 'candidate', jobId: 42 } });
    expect(await press(at, other)).toMatchObject({ question: 'gone' });
    expect(person?.applications).toHaveLength(1);
  });

  test('was exported long ago and is not shown any more is never new', async () => {
    const at = world();
    await press(at, exportRequest());
    at.greenhouse.people.clear();
    at.time.now += 120 * MINUTE;
    expect(await press(at, exportRequest({ id: idOf(2) }))).toMatchObject({ question: 'hidden' });
    expect(at.greenhouse.count('createPerson')).toBe(1);
  });
});

describe('two recruiters who make the same person at the same moment', () => {
  test('are found out afterwards, and the later one steps back: its note waits for the recruiter', async () => {
    const at = world();
    const request = exportRequest({ note: { body: 'from here', visibility: 'public' } });
    const { port } = at.greenhouse;
    const create = port.createPerson.bind(port);
    port.createPerson = async (person) => {
      port.createPerson = create;
      // The colleague's arrives a moment before ours.
      await create(person);
      return create(person);
    };
    expect(await press(at, request)).toMatchObject({ state: 'needs-you', question: 'twice', outcome: 'created' });
    const [theirs, ours] = at.greenhouse.people.keys();
    expect(viewOf(at, request)).toMatchObject({ candidateId: ours, twins: [theirs] });
    expect(at.greenhouse.notes).toEqual([]);
    await asked(at, request, { do: 'keep-both' });
    await rest(at, request.id, 'done');
    expect(at.greenhouse.notes).toMatchObject([{ candidateId: ours }]);
  });

  test('are found out where ours was made without its ids and its answer was lost: the colleague’s was taken for it', async () => {
    const at = world();
    const request = exportRequest();
    const { port } = at.greenhouse;
    const create = port.createPerson.bind(port);
    port.createPerson = async (person) => {
      await create(person);
      // Refused because of the fields, it was sent once more without them.
      await create({ ...person, externalId: '', aliases: [] });
      throw new AppError('greenhouse/unknown-outcome').as('unknown');
    };
    await press(at, request);
    await pass(at, 3 * MINUTE);
    const [theirs, ours] = at.greenhouse.people.keys();
    expect(viewOf(at, request)).toMatchObject({ state: 'needs-you', question: 'twice', candidateId: theirs, twins: [ours] });
  });

  test('are found out as soon as the lists show both, though everything was done by then', async () => {
    const at = world();
    at.greenhouse.lag.ms = 30_000;
    const { port } = at.greenhouse;
    const create = port.createPerson.bind(port);
    port.createPerson = async (person) => {
      await create(person);
      return create(person);
    };
    expect(await press(at, exportRequest())).toMatchObject({ state: 'done' });
    await pass(at, 3 * MINUTE);
    expect(viewOf(at, exportRequest())).toMatchObject({ state: 'needs-you', question: 'twice' });
    expect(at.rows.stored.get(exportRequest().id)).not.toHaveProperty('request');
    await asked(at, exportRequest(), { do: 'keep-both' });
    expect(viewOf(at, exportRequest())?.state).toBe('done');
  });
});

test('a row that cannot be written down says so, is tried again ever more seldom, and goes on when there is room', async () => {
  const at = world({ holdMs: 1000 });
  const request = exportRequest();
  const told: ExportView[] = [];
  const worker = at.worker((view) => told.push(view));
  await worker.start(request);
  const { put } = at.rows.port;
  await rest(at, request.id, 'held');
  at.rows.port.put = () => Promise.reject(new AppError('storage/full'));
  at.time.now += 1000;
  for (const wait of [30_000, 60_000, 120_000]) {
    await worker.resume();
    await expect.poll(() => at.wakes.at(-1)).toBe(at.time.now + wait);
    at.time.now += wait;
  }
  expect(told.at(-1)).toMatchObject({ waitsFor: 'storage', error: { code: 'storage/full' } });
  expect(await worker.list()).toMatchObject([{ waitsFor: 'storage' }]);
  at.rows.port.put = put;
  await worker.resume();
  await rest(at, request.id, 'done');
  expect((await worker.list())[0]).not.toHaveProperty('waitsFor');
});

test('what another user of the organisation pressed is not sent under this one’s name', async () => {
  const at = world({ holdMs: 1000 });
  at.user.id = 1;
  await at.worker().start(exportRequest());
  at.user.id = 2;
  at.time.now += 1000;
  await at.worker().resume();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(viewOf(at, exportRequest())?.state).toBe('held');
  expect(await at.worker().list()).toMatchObject([{ elsewhere: true, waitsFor: 'other-user' }]);
  at.user.id = 1;
  await at.worker().resume();
  await rest(at, exportRequest().id, 'done');
});
