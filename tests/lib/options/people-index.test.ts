import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { peopleIndexModel } from '#lib/options/people-index.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { fakePorts, inSandbox, tested, untested } from './ports.ts';

const FILLING: IndexStatus = { scope: { kind: 'everybody' }, state: 'filling', people: 400_000, of: 1_000_000, damaged: 0 };

async function open(connection: Connection | null = tested, index: IndexStatus = FILLING) {
  const fake = fakePorts({ connection, index });
  const model = peopleIndexModel(fake.ports);
  const stop = await model.start();
  return { ...fake, model, stop };
}

test.each<[string, Connection | null, string]>([
  ['nobody is connected', null, 'nobody'],
  ['nobody knows yet whose it would be', untested, 'nobody'],
  ['a partner key cannot', { ...tested, kind: 'partner' }, 'cannot'],
  ['a credential can', tested, 'there'],
  ['one that is refused for now still has its own', { ...untested, was: tested.identity }, 'there'],
])('%s', async (_what, connection, is) => {
  const { model } = await open(connection);
  expect(model.is.value).toBe(is);
  expect(model.status.value).toEqual(is === 'there' ? FILLING : undefined);
});

test('it is followed while it fills, and no longer than the page is there', async () => {
  const { model, index, stop } = await open();
  index.tell({ ...FILLING, people: 400_500 });
  expect(model.status.value?.people).toBe(400_500);
  stop();
  index.tell({ ...FILLING, people: 401_000 });
  expect(model.status.value?.people).toBe(400_500);
});

test('another organisation has another one', async () => {
  const { model, index, ports } = await open();
  index.tell({ ...FILLING, people: 3 });
  await ports.connection.set(inSandbox);
  await settled();
  expect(model.status.value?.people).toBe(3);
  await ports.connection.remove();
  await settled();
  expect(model.status.value, 'nothing is shown of an organisation that is not connected').toBeUndefined();
});

test('what is pressed is said, and its answer shown', async () => {
  const { model, index } = await open();
  await model.say('pause');
  expect(model.status.value?.state).toBe('paused');
  await model.say('resume');
  await model.say('rebuild');
  expect(index.said).toEqual([{ do: 'pause' }, { do: 'resume' }, { do: 'rebuild' }]);
});

test('a second press while the first is under way says nothing', async () => {
  const { model, index } = await open();
  await Promise.all([model.say('pause'), model.say('resume')]);
  expect(index.said).toEqual([{ do: 'pause' }]);
});

test('a press that fails changes nothing, and says so until the next', async () => {
  const { model, index } = await open();
  index.fails(new AppError('message/lost'));
  await model.say('pause');
  expect(model.met.value?.code).toBe('message/lost');
  expect(model.status.value).toEqual(FILLING);
  expect(model.busy.value).toBe(false);
  index.fails(undefined);
  await model.say('pause');
  expect(model.met.value).toBeUndefined();
});

test('off deletes, so it waits for a yes', async () => {
  const { model, index } = await open();
  await model.choose({ kind: 'off' });
  expect([model.leaving.value, index.said]).toEqual([true, []]);
  await model.leave(false);
  expect([model.leaving.value, index.said]).toEqual([false, []]);
  await model.choose({ kind: 'off' });
  await model.leave(true);
  expect(index.said).toEqual([{ do: 'choose', scope: { kind: 'off' } }]);
  expect(model.status.value?.state).toBe('off');
});

test('off where there is nothing to delete is not asked about', async () => {
  const { model, index } = await open(tested, { ...FILLING, state: 'asks', people: 0 });
  await model.choose({ kind: 'off' });
  expect(index.said).toEqual([{ do: 'choose', scope: { kind: 'off' } }]);
});

test('what was pressed is shown until it is so, or was refused', async () => {
  const { model, index } = await open();
  const choosing = model.choose({ kind: 'months', months: 3 });
  expect(model.scope.value).toEqual({ kind: 'months', months: 3 });
  await choosing;
  expect(model.scope.value).toEqual({ kind: 'months', months: 3 });
  index.fails(new AppError('message/lost'));
  await model.choose({ kind: 'everybody' });
  expect(model.scope.value).toEqual({ kind: 'months', months: 3 });
});

test('another choice takes the question back', async () => {
  const { model, index } = await open();
  await model.choose({ kind: 'off' });
  await model.choose({ kind: 'everybody' });
  expect(model.leaving.value).toBe(false);
  expect(index.said).toEqual([{ do: 'choose', scope: { kind: 'everybody' } }]);
});

test.each([
  ['12', 12],
  ['0', 1],
  ['500', 120],
])('%s months are kept as %s', async (typed, months) => {
  const { model, index } = await open();
  await model.chooseMonths(typed);
  expect(index.said).toEqual([{ do: 'choose', scope: { kind: 'months', months } }]);
});

test('what is no number of months chooses nothing', async () => {
  const { model, index } = await open();
  await model.chooseMonths('');
  expect(index.said).toEqual([]);
});

test('the limit that Greenhouse told is reckoned with', async () => {
  const rate = { limit: 150, remaining: 3, resetAt: 0 };
  const { model } = await open({ ...tested, health: { surplus: [], rate, checkedAt: 0 } });
  expect(model.limit.value).toBe(150);
});

const settled = () => new Promise((done) => setTimeout(done, 5));
