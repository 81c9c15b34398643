/** A credential on trial, with the browser's own locks, keys and ciphers; Greenhouse is what a test says it is. */
import { fakeBrowser } from '../storage/fake-extension.ts';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { greenhouseOf } from '#lib/connection/greenhouse.ts';
import { settlePending, testPending, tidyPending } from '#lib/connection/pending.ts';
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { Identity } from '#lib/greenhouse/schema.ts';
import { connectionItem, pendingItem } from '#lib/storage/items.ts';
import { alone, pending } from '#lib/storage/pending.ts';
import type { HarvestConnection } from '#lib/storage/schema.ts';
import { vault } from '#lib/storage/vault.ts';
import { takePolicy } from '#lib/worker/policy.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { emptied } from '../storage/stored.ts';

const NOW = 1_800_000_000_000;
const now = () => NOW;
const MINUTE = 60_000;

const jonas = { id: 7, name: 'Jonas Reed', email: 'jonas.reed@birchlabs.example', siteAdmin: false };
const birch: Identity = { organisation: { id: '1', name: 'Birch Labs' }, actingUser: jonas };
const sandbox: Identity = { organisation: { id: '2', name: 'Birch Labs Sandbox' }, actingUser: jonas };

const inUse: HarvestConnection = {
  kind: 'harvest',
  clientId: 'birch-1',
  actingEmail: jonas.email,
  rights: [],
  savedAt: 1,
  identity: birch,
};
const trial: HarvestConnection = { kind: 'harvest', clientId: 'other-2', actingEmail: jonas.email, rights: [], savedAt: NOW };

/** A Greenhouse that asks for the secret, as the real one, and then says who it is. */
const saying =
  (who: Identity | ErrorCode, meanwhile = async () => {}): typeof greenhouseOf =>
  () => ({
    ...fakeGreenhouse().port,
    identify: async () => {
      opened.push(await vault.open((await vault.has('pending')) ? 'pending' : 'current'));
      await meanwhile();
      if (typeof who === 'string') throw new AppError(who);
      return who;
    },
  });
let opened: string[];

const names = async () => ({
  inUse: (await connectionItem.get())?.identity?.organisation?.name,
  secret: await vault.open().catch(() => undefined),
  onTrial: (await pendingItem.get())?.identity?.organisation?.name,
  pending: await vault.open('pending').catch(() => undefined),
});

beforeEach(async () => {
  fakeBrowser.reset();
  await emptied();
  opened = [];
});

const connectedToBirch = async () => {
  await vault.put('birch-secret');
  await connectionItem.set({ ...inUse });
};

test('the first credential is taken over, whatever its test ran into: it takes nothing’s place', async () => {
  await pending.put(trial, 'other-secret');
  await testPending(now, saying('greenhouse/unreachable'));
  expect(await names()).toMatchObject({ secret: 'other-secret', pending: undefined });
  expect(await connectionItem.get()).toMatchObject({ clientId: 'other-2', error: { code: 'greenhouse/unreachable' } });
});

test('but not one that Greenhouse refuses: nothing of it is kept', async () => {
  await pending.put(trial, 'other-secret');
  expect((await testPending(now, saying('greenhouse/unauthorized'))).error?.code).toBe('greenhouse/unauthorized');
  expect(await fakeBrowser.storage.local.get(['connection', 'pending-connection'])).toEqual({});
  expect(await vault.has()).toBe(false);
  expect(await vault.has('pending')).toBe(false);
});

describe('while Birch Labs is connected', () => {
  beforeEach(connectedToBirch);

  test('another credential of it takes over, with what the administrator said', async () => {
    await connectionItem.set({ ...inUse, environment: 'sandbox' });
    await pending.put(trial, 'new-secret');
    await testPending(now, saying(birch));
    expect(await names()).toEqual({ inUse: 'Birch Labs', secret: 'new-secret', onTrial: undefined, pending: undefined });
    expect(await connectionItem.get()).toMatchObject({ clientId: 'other-2', environment: 'sandbox', savedAt: NOW });
  });

  test('another acting user works with the secret that is there, which is as old as it was', async () => {
    await pending.put({ ...trial, clientId: 'birch-1', actingEmail: 'ana@birchlabs.example' }, '');
    await testPending(now, saying(birch));
    expect(opened).toEqual(['birch-secret']);
    expect(await connectionItem.get()).toMatchObject({ actingEmail: 'ana@birchlabs.example', savedAt: 1 });
  });

  test.each(['greenhouse/unauthorized', 'greenhouse/acting-user', 'greenhouse/forbidden', 'greenhouse/unreachable'] as const)(
    'a test that ends with %s leaves it in use',
    async (code) => {
      await pending.put(trial, 'other-secret');
      await testPending(now, saying(code));
      expect(await names()).toMatchObject({ inUse: 'Birch Labs', secret: 'birch-secret' });
      expect(await connectionItem.get()).toEqual(inUse);
    },
  );

  test('its sandbox waits for an answer, and “Switch” changes connection and secret', async () => {
    await pending.put(trial, 'other-secret');
    await testPending(now, saying(sandbox));
    expect(await names()).toEqual({
      inUse: 'Birch Labs',
      secret: 'birch-secret',
      onTrial: 'Birch Labs Sandbox',
      pending: 'other-secret',
    });
    await settlePending(true, NOW);
    expect(await names()).toMatchObject({ inUse: 'Birch Labs Sandbox', secret: 'other-secret', pending: undefined });
    expect(await connectionItem.get()).toMatchObject({ environment: 'sandbox' });
    await settlePending(true, NOW);
    expect(await names(), 'a second answer changes nothing').toMatchObject({ inUse: 'Birch Labs Sandbox' });
  });

  test('“Stay” forgets the other secret', async () => {
    await pending.put(trial, 'other-secret');
    await testPending(now, saying(sandbox));
    await settlePending(false, NOW);
    expect(await names()).toEqual({ inUse: 'Birch Labs', secret: 'birch-secret', onTrial: undefined, pending: undefined });
  });

  test('an answer to another question than the one that is open changes nothing', async () => {
    await pending.put(trial, 'other-secret');
    await testPending(now, saying(sandbox));
    await settlePending(true, NOW - 1);
    expect(await names()).toMatchObject({ inUse: 'Birch Labs', onTrial: 'Birch Labs Sandbox' });
  });

  test('one that another page replaced during its test is not taken over', async () => {
    await pending.put(trial, 'other-secret');
    const replaced = () => pending.put({ ...trial, savedAt: NOW + 1 }, 'third-secret');
    await expect(testPending(now, saying(birch, replaced))).rejects.toMatchObject({ code: 'message/lost' });
    expect(await names()).toMatchObject({ inUse: 'Birch Labs', secret: 'birch-secret', pending: 'third-secret' });
  });

  test('a secret is never opened for a connection that is no longer in use', async () => {
    const network = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network in this test'));
    const begun = () =>
      greenhouseOf(inUse, now)
        .findByEmail('mira@okafor.example')
        .catch(() => 'failed');
    await begun();
    const asked = network.mock.calls.length;
    expect(asked, 'while it is, Greenhouse is asked for a token').toBeGreaterThan(0);
    await pending.put(trial, 'other-secret');
    await testPending(now, saying(sandbox));
    await settlePending(true, NOW);
    expect(await begun()).toBe('failed');
    expect(network).toHaveBeenCalledTimes(asked);
    network.mockRestore();
  });

  describe('a worker that is started finds', () => {
    beforeEach(async () => {
      await pending.put(trial, 'other-secret');
      await testPending(now, saying(sandbox));
    });

    test('a question of a few minutes ago: it stays open', async () => {
      await tidyPending(NOW + 5 * MINUTE, false);
      expect(await names()).toMatchObject({ onTrial: 'Birch Labs Sandbox', pending: 'other-secret' });
    });

    test.each([
      ['one that nobody answered in a quarter of an hour', 16 * MINUTE, false],
      ['one from before the browser was closed', MINUTE, true],
    ])('%s: it is withdrawn, with its secret', async (_title, later, fresh) => {
      await tidyPending(NOW + later, fresh);
      expect(await names()).toEqual({ inUse: 'Birch Labs', secret: 'birch-secret', onTrial: undefined, pending: undefined });
    });

    test('a switch half made: the connection is changed, and its secret follows', async () => {
      await connectionItem.set(await pendingItem.get());
      await tidyPending(NOW, true);
      expect(await names()).toEqual({
        inUse: 'Birch Labs Sandbox',
        secret: 'other-secret',
        onTrial: undefined,
        pending: undefined,
      });
    });

    test('a secret without its connection: it is forgotten', async () => {
      await pendingItem.remove();
      await tidyPending(NOW, false);
      expect(await vault.has('pending')).toBe(false);
    });
  });
});

test('disconnecting forgets what is on trial, too', async () => {
  await connectedToBirch();
  await pending.put(trial, 'other-secret');
  await pending.forgetAll();
  expect(await names()).toEqual({ inUse: undefined, secret: undefined, onTrial: undefined, pending: undefined });
});

test('a word on the organisation is not written over the connection that takes its place in that moment', async () => {
  await connectedToBirch();
  const replacing = alone(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await vault.put('other-secret');
    await connectionItem.set(trial);
  });
  await Promise.all([replacing, pending.setEnvironment('sandbox')]);
  expect(await connectionItem.get()).toEqual({ ...trial, environment: 'sandbox' });
});

test('a new acting user on trial is forgotten when a policy replaces the secret that was meant', async () => {
  const given = (partnerKey: string) => fakeBrowser.storage.managed.set({ partnerKey });
  const policy = () => takePolicy(() => Promise.resolve(), now);
  await given('key-of-birch');
  await policy();
  const shared = { kind: 'partner' as const, actingEmail: 'ines@birchlabs.example', rights: [], savedAt: NOW, byPolicy: true };
  await pending.put(shared, '');
  // It was tested with Birch's key, and waits for the recruiter's answer.
  await pendingItem.set({ ...shared, identity: birch });
  await given('key-of-another');
  await policy();
  await settlePending(true, NOW);
  expect(await names()).toEqual({ inUse: undefined, secret: 'key-of-another', onTrial: undefined, pending: undefined });
});
