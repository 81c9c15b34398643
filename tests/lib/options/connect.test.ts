import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { connectModel } from '#lib/options/connect.ts';

import { CLIENT_ID, fakePorts, tested, untested } from './ports.ts';

const typed = { clientId: CLIENT_ID, secret: 'secret-fixture', actingEmail: 'jonas.reed@birch.example' };
const ignored = () => undefined;

async function started(world: Parameters<typeof fakePorts>[0] = {}) {
  const fake = fakePorts(world);
  const model = connectModel(fake.ports);
  await model.start();
  return { ...fake, model };
}

test('the secret is in the vault, and out of the page, before anything is tested', async () => {
  const { model, vault, did } = await started();
  await model.connect(typed, () => did.push('cleared'));
  expect(did).toEqual(['vault', 'cleared', 'test']);
  expect(vault.secret).toBe('secret-fixture');
});

test('no signal and no stored connection holds the secret', async () => {
  const { model, ports } = await started();
  await model.connect(typed, ignored);
  const kept = JSON.stringify([model, await ports.connection.get()]);
  expect(kept).toContain('Birch Labs');
  expect(kept).not.toContain('secret-fixture');
});

test('a good test says who we are', async () => {
  const { model } = await started();
  await model.connect(typed, ignored);
  expect(model.status.value).toEqual({ is: 'connected', organisation: 'Birch Labs', name: 'Jonas Reed' });
  expect(model.problem.value).toBeUndefined();
});

test('changing only the address keeps the saved secret', async () => {
  const { model, vault, did, ports } = await started({ connection: tested, secret: 'kept-fixture' });
  await model.connect({ ...typed, secret: '', actingEmail: 'ana.duarte@birch.example' }, ignored);
  expect(vault.secret).toBe('kept-fixture');
  expect(did).toEqual(['test']);
  expect((await ports.connection.get())?.actingEmail).toBe('ana.duarte@birch.example');
});

test('a slip is neither saved nor tested, and leaves the standing connection as it is', async () => {
  const { model, did } = await started({ connection: tested, secret: 'kept-fixture' });
  await model.connect({ ...typed, clientId: 'fixture' }, () => did.push('cleared'));
  expect(did).toEqual([]);
  expect(model.problem.value).toMatchObject({ code: 'typed/id-without-suffix', field: 'clientId' });
  expect(model.status.value.is).toBe('connected');
});

test('what the last test ran into is there again when the page is opened again', async () => {
  const { model } = await started({ connection: { ...untested, error: { code: 'greenhouse/acting-user' } }, secret: 'kept' });
  expect(model.problem.value).toMatchObject({ code: 'greenhouse/acting-user', field: 'actingEmail' });
  expect(model.status.value.is).toBe('failed');
});

test('a worker that dies during the test is a problem with a next step, not a page that waits for ever', async () => {
  const { model } = await started({ answer: () => Promise.reject(new AppError('message/lost')) });
  await model.connect(typed, ignored);
  expect(model.busy.value).toBe(false);
  expect(model.problem.value?.code).toBe('message/lost');
});

test('pressing Connect twice tests once', async () => {
  const { model, did } = await started();
  await Promise.all([model.connect(typed, ignored), model.connect(typed, ignored)]);
  expect(did.filter((step) => step === 'test')).toHaveLength(1);
});

test('disconnecting forgets the secret and the connection', async () => {
  const { model, vault, ports } = await started({ connection: tested, secret: 'kept-fixture' });
  await model.disconnect();
  expect(vault.secret).toBeUndefined();
  expect(await ports.connection.get()).toBeNull();
  expect(model.status.value.is).toBe('none');
  expect(model.clientId.value).toBe('');
});

test('a connection that changed elsewhere is shown without touching what is being typed', async () => {
  const { model, ports } = await started();
  model.type('clientId', 'half-typ');
  await ports.connection.set(tested);
  expect(model.status.value.is).toBe('connected');
  expect(model.clientId.value).toBe('half-typ');
});

test('testing again asks about what is stored, and saves nothing', async () => {
  const { model, did } = await started({
    connection: tested,
    secret: 'kept',
    answer: () => Promise.resolve({ ...tested, error: { code: 'greenhouse/unauthorized' } }),
  });
  await model.testAgain();
  expect(did).toEqual(['test']);
  expect(model.problem.value).toMatchObject({ code: 'greenhouse/unauthorized' });
});
