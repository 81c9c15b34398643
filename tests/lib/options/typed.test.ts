import { expect, test } from 'vitest';

import { slipIn, tidy } from '#lib/options/typed.ts';

const typed = { clientId: 'fixture-71004', secret: 'secret-fixture', actingEmail: 'jonas.reed@birch.example' };
const slip = (change: Partial<typeof typed>, kept?: string) => slipIn({ ...typed, ...change }, kept)?.code;

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
  expect(slip({ secret: '' }, typed.clientId)).toBeUndefined();
  expect(slip({ secret: '' }, 'another-71004')).toBe('typed/secret-of-other-id');
});

test('an empty or impossible address is named', () => {
  expect(slip({ actingEmail: '' })).toBe('typed/no-email');
  expect(slip({ actingEmail: 'jonas.reed' })).toBe('typed/not-an-email');
});
