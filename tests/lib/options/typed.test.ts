import { describe, expect, test } from 'vitest';

import { kindOf, slipIn, tidy, type Typed } from '#lib/options/typed.ts';
import type { Connection } from '#lib/storage/schema.ts';

const actingEmail = 'jonas.reed@birch.example';
const typed: Typed = { clientId: 'fixture-71004', secret: 'secret-fixture', partnerKey: '', actingEmail };
const empty: Typed = { ...typed, clientId: '', secret: '' };

const harvest = (clientId: string): Connection => ({ kind: 'harvest', clientId, actingEmail, rights: [] });
const partner: Connection = { kind: 'partner', actingEmail, rights: [] };
const slip = (change: Partial<Typed>, ...kept: Connection[]) => slipIn({ ...typed, ...change }, kept)?.code;

test('what a web page or a mail adds to a copied secret is taken off', () => {
  expect(tidy(' \u200babc\u00a0-\n71004\ufeff ')).toBe('abc-71004');
});

test('nothing is wrong with an id, a secret and an address', () => {
  expect(slip({})).toBeUndefined();
});

test('an id without its number is told from an old v1 key', () => {
  expect(slip({ clientId: 'fixture' })).toBe('typed/id-without-suffix');
  expect(slip({ clientId: 'a7183e1b7e9ab09b8a5cfa87d1934c3c' })).toBe('typed/v1-key');
});

test('a long id with its number is no v1 key', () => {
  expect(slip({ clientId: 'a7183e1b7e9ab09b8a5cfa87d1934c3c-71004' })).toBeUndefined();
});

test('the secret may be left empty only for the id that it was saved with', () => {
  expect(slip({ secret: '' })).toBe('typed/no-secret');
  expect(slip({ secret: '' }, harvest(typed.clientId))).toBeUndefined();
  expect(slip({ secret: '' }, harvest('another-71004'))).toBe('typed/secret-of-other-id');
});

describe('a Harvest v1 key, which came alone, is recognised', () => {
  const KEY = 'a7183e1b7e9ab09b8a5cfa87d1934c3c';

  test.each([KEY, `${KEY}-`, `${KEY}-1`])('as a client ID: %s', (clientId) => {
    expect(slipIn({ ...empty, clientId }, [])).toMatchObject({ code: 'typed/v1-key', field: 'clientId' });
  });

  test.each([KEY, `${KEY}-1`])('as a secret without a client ID: %s', (secret) => {
    expect(slipIn({ ...empty, secret }, [])).toMatchObject({ code: 'typed/v1-key', field: 'secret' });
  });

  test('and a V3 secret whose client ID was forgotten is not called one', () => {
    expect(slipIn({ ...empty, secret: 'Zk3vQm81LwR7bTn5XcP2sYd9GhJ4fKa6' }, [])?.code).toBe('typed/no-client-id');
  });
});

describe('a partner key', () => {
  test('is enough with an address', () => {
    expect(slip({ ...empty, partnerKey: 'partner-fixture' })).toBeUndefined();
    expect(slip({ ...empty, partnerKey: 'partner-fixture', actingEmail: '' })).toBe('typed/no-email');
  });

  test('and a pair are one too many', () => {
    expect(slip({ partnerKey: 'partner-fixture' })).toBe('typed/both');
    expect(slip({ partnerKey: 'partner-fixture', secret: '' })).toBe('typed/both');
  });

  test('goes beside the client ID that the form came with', () => {
    expect(slip({ partnerKey: 'partner-fixture', secret: '' }, harvest(typed.clientId))).toBeUndefined();
  });

  test('is meant where it is typed, and where nothing is and one is saved', () => {
    expect(kindOf({ ...typed, partnerKey: 'partner-fixture' }, [])).toBe('partner');
    expect(kindOf(empty, [partner])).toBe('partner');
    expect(kindOf(typed, [partner])).toBe('harvest');
    expect(kindOf(empty, [])).toBe('harvest');
  });
});

test('an empty or impossible address is named', () => {
  expect(slip({ actingEmail: '' })).toBe('typed/no-email');
  expect(slip({ actingEmail: 'jonas.reed' })).toBe('typed/not-an-email');
});
