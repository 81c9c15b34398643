import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { testConnection } from '#lib/connection/test.ts';
import { AppError, ERROR_CODES, type ErrorCode } from '#lib/errors.ts';
import type { ExternalIdFields } from '#lib/greenhouse/external-ids.ts';
import type { Identity, Right } from '#lib/greenhouse/schema.ts';
import { accountOf } from '#lib/storage/account.ts';
import { connectionItem } from '#lib/storage/items.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';

const NOW = 1_800_000_000_000;
const now = () => NOW;

const identity: Identity = {
  organisation: { id: 'org-1', name: 'Birch Labs' },
  actingUser: { id: 7, name: 'Jonas Reed', email: 'jonas.reed@birchlabs.example', siteAdmin: false },
};
const rights: Right[] = [{ scope: 'harvest:jobs:list', state: 'granted' }];
const saved: Connection = { kind: 'harvest', clientId: 'client-1', actingEmail: 'jonas.reed@birchlabs.example', rights: [] };
const granted = { surplus: ['harvest:offers:create'], readerIsAdmin: true };
const health = { ...granted, checkedAt: NOW };
const known: Connection = { ...saved, identity, rights, health, testedAt: NOW - 60_000 };

/** A Greenhouse that answers both questions of the test so. */
const greenhouse = (answers: { rights?: Right[] | AppError; identity?: Identity | AppError }) => {
  const answer = <T>(value: T | AppError) => (value instanceof AppError ? Promise.reject(value) : Promise.resolve(value));
  const { port } = fakeGreenhouse();
  const told = answers.rights instanceof AppError ? answers.rights : { ...granted, rights: answers.rights ?? rights };
  return { ...port, rights: () => answer(told), identify: () => answer(answers.identity ?? identity) };
};

beforeEach(async () => {
  fakeBrowser.reset();
  await connectionItem.set(saved);
});

test('says who we are and what we may do, and writes it down with the time', async () => {
  const result = await testConnection(saved, greenhouse({}), now);
  expect(result).toEqual({ ...saved, identity, rights, health, environment: 'production', testedAt: NOW });
  expect(await connectionItem.get()).toEqual(result);
});

describe('the rights to make fields for external ids', () => {
  const making: Right[] = [
    { scope: 'harvest:custom_fields:create', state: 'missing' },
    { scope: 'harvest:custom_field_options:create', state: 'unknown' },
    { scope: 'harvest:bulk_requests:list', state: 'granted' },
  ];
  const others: Right[] = [...rights, { scope: 'harvest:notes:create', state: 'missing' }];
  const there = { name: 'External ID', state: 'there' as const };
  const whole: ExternalIdFields = { id: there, bucket: there, buckets: 1024, fetchedAt: NOW };
  const test_ = async (fields: () => Promise<ExternalIdFields>) => {
    const port = greenhouse({ rights: [...making, ...others] });
    return (await testConnection(saved, { ...port, externalIdFields: fields }, now)).rights;
  };

  test('are missed by nobody where both are there', async () => {
    expect(await test_(async () => whole)).toEqual([making[2], ...others]);
  });

  test.each<[string, () => Promise<ExternalIdFields>]>([
    ['one is missing', async () => ({ ...whole, bucket: { name: 'External ID bucket', state: 'missing' } })],
    ['one is switched off', async () => ({ ...whole, id: { ...there, state: 'off' } })],
    ['buckets are missing', async () => ({ ...whole, buckets: 1000 })],
    ['nobody may look', async () => ({ ...whole, id: { ...there, state: 'unknown' }, refused: 'harvest:custom_fields:list' })],
    ['Greenhouse does not answer', () => Promise.reject(new AppError('greenhouse/unreachable'))],
  ])('are missed where %s', async (_, fields) => {
    expect(await test_(fields)).toEqual([...making, ...others]);
  });

  test('cost no look at the fields where they are all there', async () => {
    const look = vi.fn(async () => whole);
    await testConnection(saved, { ...greenhouse({}), externalIdFields: look }, now);
    expect(look).not.toHaveBeenCalled();
  });
});

test('a test that succeeds takes the last error away', async () => {
  const failed: Connection = { ...known, error: { code: 'greenhouse/unauthorized' } };
  expect(await testConnection(failed, greenhouse({}), now)).not.toHaveProperty('error');
});

test('an acting user who is refused leaves the rights in view, and nobody as who we are', async () => {
  const missing: Right[] = [{ scope: 'harvest:users:list', state: 'missing' }];
  const refused = new AppError('greenhouse/forbidden', { scope: 'harvest:users:list' });
  const result = await testConnection(known, greenhouse({ rights: missing, identity: refused }), now);
  expect(result).toEqual({
    ...saved,
    rights: missing,
    health,
    was: identity,
    testedAt: NOW,
    error: { code: 'greenhouse/forbidden', detail: { scope: 'harvest:users:list' } },
  });
  expect(await connectionItem.get()).toEqual(result);
});

describe('an error that says nothing about the credential', () => {
  const codes: ErrorCode[] = ['greenhouse/unreachable', 'greenhouse/limited', 'greenhouse/garbled'];

  test.each(codes)('%s leaves what was known as true as it was', async (code) => {
    const result = await testConnection(known, greenhouse({ rights: new AppError(code) }), now);
    expect(result).toEqual({ ...known, testedAt: NOW, error: { code } });
  });

  test.each(codes)('%s after the rights were told keeps who we were, and takes the new rights', async (code) => {
    const fewer: Right[] = [{ scope: 'harvest:jobs:list', state: 'missing' }];
    const result = await testConnection(known, greenhouse({ rights: fewer, identity: new AppError(code) }), now);
    expect(result).toMatchObject({ identity, rights: fewer, error: { code } });
  });
});

test.each(ERROR_CODES.filter((code) => /^greenhouse\/(unauthorized|acting-user|forbidden)|^settings\/(?!passphrase)/.test(code)))(
  '%s takes back who we were: nobody may act under a refused credential',
  async (code) => {
    const result = await testConnection(known, greenhouse({ rights: new AppError(code) }), now);
    expect(result).not.toHaveProperty('identity');
    expect(result).toMatchObject({ rights, error: { code } });
  },
);

describe('whose data is whose does not change', () => {
  const refused = new AppError('greenhouse/unauthorized');

  test('by a refusal, nor by another one after it', async () => {
    const once = await testConnection(known, greenhouse({ rights: refused }), now);
    const twice = await testConnection(once, greenhouse({ rights: refused }), now);
    expect([accountOf(once), accountOf(twice)]).toEqual(['org-1', 'org-1']);
    expect(await testConnection(twice, greenhouse({}), now)).not.toHaveProperty('was');
  });

  test('by a test in which Greenhouse did not tell the organisation', async () => {
    const untold = greenhouse({ identity: { ...identity, organisation: null } });
    expect(accountOf(await testConnection(known, untold, now))).toBe('org-1');
  });
});

test('the administrator’s word about the environment outlives a test', async () => {
  expect(await testConnection({ ...known, environment: 'sandbox' }, greenhouse({}), now)).toMatchObject({
    environment: 'sandbox',
  });
});

test('a credential that waits for its passphrase was not tested: that is told, and nothing is written down', async () => {
  await connectionItem.set(known);
  const locked = greenhouse({ rights: new AppError('settings/passphrase') });
  await expect(testConnection(known, locked, now)).rejects.toMatchObject({ code: 'settings/passphrase' });
  expect(await connectionItem.get()).toEqual(known);
});

test('what nobody foresaw is a bug, said so, and not thrown at the options page', async () => {
  const port = { ...greenhouse({}), rights: () => Promise.reject(new TypeError('undefined is not a function')) };
  expect(await testConnection(saved, port, now)).toMatchObject({ error: { code: 'bug' } });
});

describe('the answer is about the credential that was asked with', () => {
  test.each([{ clientId: 'client-2' }, { actingEmail: 'ana.duarte@birchlabs.example' }])(
    'and is not written over another one that was saved meanwhile: %j',
    async (changes) => {
      const port = greenhouse({});
      vi.spyOn(port, 'identify').mockImplementation(async () => {
        await connectionItem.set({ ...saved, ...changes });
        return identity;
      });
      await testConnection(saved, port, now);
      expect(await connectionItem.get()).toEqual({ ...saved, ...changes });
    },
  );

  test('and does not bring back one that was removed meanwhile', async () => {
    await connectionItem.remove();
    await testConnection(saved, greenhouse({}), now);
    expect(await connectionItem.get()).toBeNull();
  });
});
