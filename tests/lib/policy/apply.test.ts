import { expect, test } from 'vitest';

import { applyPolicy } from '#lib/policy/apply.ts';
import { AppError } from '#lib/errors.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { DEFAULT_SETTINGS, type Connection, type Settings } from '#lib/storage/schema.ts';

import { memoryItem, tested } from '../options/ports.ts';

const GIVEN = { clientId: 'gleaner-given-71009', clientSecret: 'given-secret' };
const NOW = 1_795_000_000_000;
const EMAIL = 'jonas.reed@birch.example';

/** A browser in which `set` is what the administrator has set; every call of `apply` is a start of the worker. */
function world({ connection = null as Connection | null, secret = undefined as string | undefined } = {}) {
  const kept = { secret, tests: 0, locked: false, died: false, set: {} as Record<string, unknown> | Error };
  const connectionItem = memoryItem<Connection | null>(connection, null);
  const policy = memoryItem<Policy | null>(null, null);
  const settings = memoryItem<Settings>(DEFAULT_SETTINGS, DEFAULT_SETTINGS);
  const apply = (set?: Record<string, unknown> | Error) => {
    if (set) kept.set = set;
    return applyPolicy({
      managed: () => (kept.set instanceof Error ? Promise.reject(kept.set) : Promise.resolve(kept.set)),
      policy,
      settings,
      connection: connectionItem,
      vault: {
        open: () => {
          if (kept.locked) return Promise.reject(new AppError('settings/passphrase'));
          return kept.secret === undefined ? Promise.reject(new Error('empty')) : Promise.resolve(kept.secret);
        },
        put: (next) => {
          if (kept.died) return Promise.reject(new Error('the worker died'));
          kept.secret = next;
          return Promise.resolve();
        },
        forget: () => {
          kept.secret = undefined;
          return Promise.resolve();
        },
      },
      test: async () => {
        kept.tests += 1;
        const now = await connectionItem.get();
        if (now) await connectionItem.set({ ...now, ...(tested.identity ? { identity: tested.identity } : {}) });
      },
      lock: (work) => work(),
      alone: (work) => work(),
      now: () => NOW,
    });
  };
  return { kept, apply, connection: connectionItem, policy, settings };
}

test('a credential is put in place, and waits for nothing but the recruiter’s own address', async () => {
  const { apply, connection, kept } = world();
  await apply(GIVEN);
  expect(await connection.get()).toEqual({
    kind: 'harvest',
    clientId: GIVEN.clientId,
    actingEmail: '',
    rights: [],
    byPolicy: true,
    savedAt: NOW,
  });
  expect(kept).toMatchObject({ secret: 'given-secret', tests: 0 });
});

test('where the rule leaves one user only, it connects by itself', async () => {
  const { apply, connection, kept } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  expect(await connection.get()).toMatchObject({ actingEmail: EMAIL, identity: { organisation: { name: 'Birch Labs' } } });
  await apply();
  expect(kept.tests, 'a start of the worker that finds nothing new asks nobody').toBe(1);
});

test('a changed secret follows into the vault, and is tested with the address that was typed', async () => {
  const { apply, connection, kept } = world();
  await apply(GIVEN);
  await connection.set({ ...(await connection.get())!, actingEmail: EMAIL });
  await apply({ ...GIVEN, clientSecret: 'next-secret' });
  expect(kept).toMatchObject({ secret: 'next-secret', tests: 1 });
  expect(await connection.get()).toMatchObject({ actingEmail: EMAIL, byPolicy: true });
});

test('another credential is another connection: what was known of the former is gone', async () => {
  const { apply, connection } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  await apply({ partnerKey: 'partner-fixture' });
  expect(await connection.get()).toMatchObject({ kind: 'partner', actingEmail: EMAIL, byPolicy: true });
  expect(await connection.get()).not.toHaveProperty('clientId');
});

test('when it goes, the connection and its secret go; nothing else does', async () => {
  const { apply, connection, kept, policy } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  await apply({});
  expect(await connection.get()).toBeNull();
  expect(kept.secret).toBeUndefined();
  expect(await policy.get()).toBeNull();
});

test('a recruiter’s own credential stays, unless the organisation’s is locked', async () => {
  const { apply, connection, kept } = world({ connection: tested, secret: 'own-secret' });
  await apply(GIVEN);
  expect(await connection.get()).toEqual(tested);
  expect(kept.secret).toBe('own-secret');
  await apply({});
  expect(await connection.get(), 'a policy that goes takes only what it gave').toEqual(tested);
  await apply({ ...GIVEN, locked: ['clientId'] });
  expect(await connection.get()).toMatchObject({ clientId: GIVEN.clientId, byPolicy: true, actingEmail: EMAIL });
  expect(kept).toMatchObject({ secret: 'given-secret', tests: 1 });
});

test('the same credential, typed before the policy came, is only marked as given', async () => {
  const { apply, connection, kept } = world({ connection: tested, secret: 'given-secret' });
  await apply({ clientId: (tested as { clientId: string }).clientId, clientSecret: 'given-secret', locked: ['clientId'] });
  expect(await connection.get()).toEqual({ ...tested, byPolicy: true });
  expect(kept.tests).toBe(0);
});

test('an address that the rule leaves out is asked for again', async () => {
  const { apply, connection } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  await apply({ ...GIVEN, actingUsers: ['@elsewhere.example'] });
  expect(await connection.get()).toMatchObject({ actingEmail: '', rights: [] });
  expect(await connection.get()).not.toHaveProperty('identity');
});

test('what could not be reached is tried again at the next start', async () => {
  const { apply, connection, kept } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  await connection.set({ ...(await connection.get())!, error: { code: 'greenhouse/unreachable' } });
  await apply();
  expect(kept.tests).toBe(2);
});

test('the undo window is written once, and every time where it is locked', async () => {
  const { apply, settings } = world();
  await apply({ undoSeconds: 25 });
  expect((await settings.get()).undoSeconds).toBe(25);
  await settings.set({ undoSeconds: 3, buttonOn: ['github'] });
  await apply();
  expect(await settings.get()).toEqual({ undoSeconds: 3, buttonOn: ['github'] });
  await apply({ undoSeconds: 25, locked: ['undoSeconds'] });
  expect(await settings.get()).toEqual({ undoSeconds: 25, buttonOn: ['github'] });
  await apply({});
  expect((await settings.get()).undoSeconds).toBe(DEFAULT_SETTINGS.undoSeconds);
});

test('when the browser cannot say what is set, everything stays as it was', async () => {
  const { apply, connection, kept } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  await expect(apply(new Error('no answer'))).rejects.toThrow('no answer');
  expect(await connection.get()).toMatchObject({ byPolicy: true });
  expect(kept.secret).toBe('given-secret');
});

test('another partner key may be another organisation’s: nothing of the former speaks for it until it is tested', async () => {
  const { apply, connection, kept } = world();
  const given = { partnerKey: 'first-key', actingUsers: [EMAIL] };
  await apply(given);
  expect(await connection.get()).toHaveProperty('identity');
  kept.died = true;
  await expect(apply({ ...given, partnerKey: 'second-key' })).rejects.toThrow('died');
  // Whoever wakes now has the old key at most under nobody's name, never the new one under the old name.
  expect(kept.secret).toBe('first-key');
  expect(await connection.get()).not.toHaveProperty('identity');
  kept.died = false;
  await apply();
  expect(kept).toMatchObject({ secret: 'second-key', tests: 2 });
  expect(await connection.get()).toHaveProperty('identity');
});

test('a worker that died before the test leaves it to the next', async () => {
  const { apply, connection, kept } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  const { identity: _never, ...untested } = (await connection.get())!;
  await connection.set(untested);
  await apply();
  expect(kept.tests).toBe(2);
  await connection.set({ ...untested, error: { code: 'greenhouse/unauthorized' } });
  await apply();
  expect(kept.tests, 'a refused one is not asked about at every start').toBe(2);
});

test('while the vault is locked nothing is begun, and after that all of it is done', async () => {
  const { apply, connection, kept } = world();
  await apply({ ...GIVEN, actingUsers: [EMAIL] });
  const before = await connection.get();
  kept.locked = true;
  const next = { clientId: 'gleaner-other-71010', clientSecret: 'other-secret', actingUsers: [EMAIL] };
  await expect(apply(next)).rejects.toMatchObject({ code: 'settings/passphrase' });
  expect(await connection.get()).toEqual(before);
  kept.locked = false;
  await apply();
  expect(kept.secret).toBe('other-secret');
  expect(await connection.get()).toMatchObject({ clientId: 'gleaner-other-71010' });
});
