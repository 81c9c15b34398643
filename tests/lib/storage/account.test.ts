import { expect, test } from 'vitest';

import { accountOf, accountsOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';

const actingUser = { id: 4012, name: 'Jonas Reed', email: 'jonas.reed@birch.example', siteAdmin: false };
const identity = { organisation: { id: '71004', name: 'Birch Labs' }, actingUser };
const untold: Connection = { kind: 'harvest', clientId: 'birch-71004', actingEmail: actingUser.email, rights: [] };

test('what went under the credential’s name is still the account’s once Greenhouse has told the organisation', () => {
  expect(accountsOf(untold)).toContain(accountOf(untold));
  const told = { ...untold, identity };
  expect(accountOf(told)).toBe('71004');
  expect(accountsOf(told)).toEqual(['71004', 'birch-71004']);
});

test('a refused test changes nothing of whose data it is', () => {
  expect(accountOf({ ...untold, was: identity })).toBe('71004');
});

test('a partner key goes by its user, whoever has the key', () => {
  expect(accountsOf({ kind: 'partner', actingEmail: actingUser.email, rights: [], identity })).toEqual(['partner 4012']);
});
