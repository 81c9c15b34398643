import { beforeEach, describe, expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { connectModel } from '#lib/options/connect.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { speakEnglish } from './english.ts';

import { CLIENT_ID, fakePorts, inSandbox, tested, untested } from './ports.ts';

const typed = { clientId: CLIENT_ID, secret: 'secret-fixture', partnerKey: '', actingEmail: 'jonas.reed@birch.example' };
beforeEach(speakEnglish);

const ignored = () => undefined;

async function started(world: Parameters<typeof fakePorts>[0] = {}) {
  const fake = fakePorts(world);
  const model = connectModel(fake.ports);
  await model.start();
  return { ...fake, model };
}

test('the secret is in the vault, and out of the page, before anything is tested', async () => {
  const { model, vault, did } = await started();
  await model.connect(typed, (field) => did.push(`emptied ${field}`));
  expect(did).toEqual(['vault', 'emptied secret', 'emptied partnerKey', 'test']);
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

const ana: Connection = { ...tested, actingEmail: 'ana.duarte@birch.example' };

test('changing only the address keeps the saved secret', async () => {
  const { model, vault, did, ports } = await started({
    connection: tested,
    secret: 'kept-fixture',
    answer: () => Promise.resolve(ana),
  });
  await model.connect({ ...typed, secret: '', actingEmail: 'ana.duarte@birch.example' }, ignored);
  expect(vault.secret).toBe('kept-fixture');
  expect(did).toEqual(['trial', 'test']);
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
  expect(did).toEqual(['test current']);
  expect(model.problem.value).toMatchObject({ code: 'greenhouse/unauthorized' });
});

describe('another credential, while one is in use', () => {
  const other = { ...typed, clientId: inSandbox.clientId, secret: 'other-fixture' };
  const world = { connection: tested, secret: 'kept-fixture', unfinished: 3 };
  const answering = (result: Connection) => ({ ...world, answer: () => Promise.resolve(result) });
  const refused = (code: 'greenhouse/unauthorized' | 'greenhouse/unreachable'): Connection => ({
    ...untested,
    clientId: inSandbox.clientId,
    error: { code },
  });

  test('of another organisation is a question that says from what to what, and what waits', async () => {
    const { model, vault, ports } = await started(answering(inSandbox));
    await model.connect(other, ignored);
    expect(model.switching.question.value).toEqual({ from: 'Birch Labs', to: 'Birch Labs Sandbox', unfinished: 3 });
    expect(vault.secret).toBe('kept-fixture');
    expect((await ports.connection.get())?.identity?.organisation?.name).toBe('Birch Labs');
    expect(model.status.value).toMatchObject({ organisation: 'Birch Labs' });
  });

  test('is in use after “Switch”', async () => {
    const { model, vault } = await started(answering(inSandbox));
    await model.connect(other, ignored);
    await model.switching.take();
    expect(model.switching.question.value).toBeUndefined();
    expect(model.status.value).toMatchObject({ organisation: 'Birch Labs Sandbox' });
    expect(vault).toEqual({ secret: 'other-fixture' });
  });

  test('is forgotten after “Stay”, and the form shows what is in use', async () => {
    const { model, vault } = await started(answering(inSandbox));
    await model.connect(other, ignored);
    await model.switching.stay();
    expect(model.switching.question.value).toBeUndefined();
    expect(vault).toEqual({ secret: 'kept-fixture' });
    expect(model.clientId.value).toBe(CLIENT_ID);
  });

  test('is still a question when the page is opened again', async () => {
    const first = await started(answering(inSandbox));
    await first.model.connect(other, ignored);
    const again = connectModel(first.ports);
    await again.start();
    expect(again.switching.question.value?.to).toBe('Birch Labs Sandbox');
    expect(again.clientId.value).toBe(CLIENT_ID);
  });

  test('of the same organisation takes its place without a word', async () => {
    const { model, vault } = await started(answering({ ...tested, clientId: 'renewed-71006' }));
    await model.connect({ ...other, clientId: 'renewed-71006' }, ignored);
    expect(model.switching.question.value).toBeUndefined();
    expect(vault).toEqual({ secret: 'other-fixture' });
  });

  test.each(['greenhouse/unauthorized', 'greenhouse/unreachable'] as const)(
    'that fails with %s leaves the one in use, and says so',
    async (code) => {
      const { model, vault } = await started(answering(refused(code)));
      await model.connect(other, ignored);
      expect(model.problem.value?.code).toBe(code);
      expect(model.status.value).toMatchObject({ is: 'connected', organisation: 'Birch Labs' });
      expect(model.stays.value?.identity?.organisation?.name).toBe('Birch Labs');
      expect(vault.secret).toBe('kept-fixture');
    },
  );

  test('that could not be tested is tried again without being pasted again', async () => {
    let result = refused('greenhouse/unreachable');
    const { model, did, vault } = await started({ ...world, answer: () => Promise.resolve(result) });
    await model.connect(other, ignored);
    result = inSandbox;
    await model.connect({ ...other, secret: '' }, ignored);
    expect(did).toEqual(['vault', 'test', 'trial', 'test']);
    expect(vault.pending).toBe('other-fixture');
    expect(model.switching.question.value?.to).toBe('Birch Labs Sandbox');
  });
});

describe('a Harvest v1 key', () => {
  const KEY = 'a7183e1b7e9ab09b8a5cfa87d1934c3c';

  test.each([
    ['clientId', { clientId: KEY, secret: '' }],
    ['secret', { clientId: '', secret: KEY }],
  ])('in %s is sent nowhere, saved nowhere, and leaves the page', async (field, where) => {
    const { model, did } = await started();
    model.type('clientId', where.clientId);
    await model.connect({ ...typed, ...where }, (emptied) => did.push(`emptied ${emptied}`));
    expect(model.problem.value).toMatchObject({ code: 'typed/v1-key', field });
    expect(did).toEqual(field === 'secret' ? ['emptied secret'] : []);
    expect(model.clientId.value).toBe('');
    expect(model.asksForNewCredential.value).toBe(true);
  });

  test('in the partner key is known by Greenhouse’s refusal, and not kept', async () => {
    const refused: Connection = {
      kind: 'partner',
      actingEmail: typed.actingEmail,
      rights: [],
      error: { code: 'greenhouse/unauthorized' },
    };
    const { model, vault, ports } = await started({ answer: () => Promise.resolve(refused) });
    await model.connect({ ...typed, clientId: '', secret: '', partnerKey: KEY }, ignored);
    expect(model.problem.value).toMatchObject({ code: 'partner/refused', field: 'partnerKey' });
    expect(model.asksForNewCredential.value).toBe(true);
    expect([vault, await ports.connection.get()]).toEqual([{}, null]);
  });
});

test('what the administrator says of the organisation is kept with the connection', async () => {
  const { model, ports } = await started({ connection: tested, secret: 'kept' });
  await model.setEnvironment('sandbox');
  expect(await ports.connection.get()).toEqual({ ...tested, environment: 'sandbox' });
});

test('a secret that a policy brings after its connection is seen, and only the address is typed', async () => {
  const world = fakePorts({ connection: null });
  const model = connectModel(world.ports);
  await model.start();
  await world.ports.connection.set({ ...untested, actingEmail: '', byPolicy: true });
  await vi.waitFor(() => expect(model.clientId.value).toBe(CLIENT_ID));
  world.vault.secret = 'by policy';
  world.secretChanged();
  await vi.waitFor(() => expect(model.kept.value).toHaveLength(1));
  await model.connect({ clientId: CLIENT_ID, secret: '', partnerKey: '', actingEmail: typed.actingEmail }, () => {});
  expect(model.problem.value).toBeUndefined();
  expect(world.did).toContain('test');
});
