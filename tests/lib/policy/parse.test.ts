import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { KEYS, parsePolicy } from '#lib/policy/parse.ts';

const WHOLE = {
  clientId: ' gleaner-fixture-71004 ',
  clientSecret: 'secret-fixture',
  actingUsers: ['@Birch.example', 'sourcing@birch.example'],
  allowedSites: ['LinkedIn', 'https://people.example/*', 'https://*.birch.example'],
  defaultSource: 'LinkedIn (Prospecting)',
  defaultTags: ['sourced'],
  defaultStage: 'Phone Screen',
  undoSeconds: 20,
  sendCareer: false,
  attachProfile: true,
  peopleIndex: '12 months',
  externalIdField: ' Sourcing ID ',
  externalIdBucketField: 'Sourcing bucket',
  locked: ['clientId', 'defaultSource'],
};

test('a whole policy is taken as it stands, tidied', () => {
  expect(parsePolicy(WHOLE)).toEqual({
    policy: {
      actingUsers: ['@birch.example', 'sourcing@birch.example'],
      allowedSites: ['linkedin', 'https://people.example', 'https://*.birch.example'],
      defaultSource: 'LinkedIn (Prospecting)',
      defaultTags: ['sourced'],
      defaultStage: 'Phone Screen',
      undoSeconds: 20,
      sendCareer: false,
      attachProfile: true,
      peopleIndex: { kind: 'months', months: 12 },
      externalIdField: 'Sourcing ID',
      externalIdBucketField: 'Sourcing bucket',
      locked: ['clientId', 'defaultSource'],
      problems: [],
    },
    credential: { kind: 'harvest', clientId: 'gleaner-fixture-71004', secret: 'secret-fixture' },
  });
});

test('nothing set is no policy', () => expect(parsePolicy({})).toEqual({ policy: null, credential: undefined }));

test.each<[string, Record<string, unknown>, { key: string; entry?: string }[]]>([
  ['a number too large', { undoSeconds: 600 }, [{ key: 'undoSeconds' }]],
  ['a number in words', { undoSeconds: '20' }, [{ key: 'undoSeconds' }]],
  ['a word where yes or no belongs', { sendCareer: 'no' }, [{ key: 'sendCareer' }]],
  ['an index of nobody knows whom', { peopleIndex: 'some' }, [{ key: 'peopleIndex' }]],
  ['an index of no month', { peopleIndex: '0 months' }, [{ key: 'peopleIndex' }]],
  ['an index of more months than there are', { peopleIndex: '121' }, [{ key: 'peopleIndex' }]],
  ['an empty text', { defaultStage: ' ' }, [{ key: 'defaultStage' }]],
  ['a text where a list belongs', { allowedSites: 'linkedin' }, [{ key: 'allowedSites' }]],
  ['a list where a text belongs', { clientSecret: ['x'] }, [{ key: 'clientSecret' }]],
  ['a misspelt site', { allowedSites: ['linkedn', 'github'] }, [{ key: 'allowedSites', entry: 'linkedn' }]],
  [
    'a path, which is no site',
    { allowedSites: ['https://a.example/team'] },
    [{ key: 'allowedSites', entry: 'https://a.example/team' }],
  ],
  ['a user without an @', { actingUsers: ['birch.example'] }, [{ key: 'actingUsers', entry: 'birch.example' }]],
  ['a misspelt lock', { undoSeconds: 5, locked: ['undo'] }, [{ key: 'locked', entry: 'undo' }]],
  ['a lock on what is not set', { locked: ['defaultTags'] }, [{ key: 'locked', entry: 'defaultTags' }]],
  [
    'a lock on what is wrong',
    { undoSeconds: 600, locked: ['undoSeconds'] },
    [{ key: 'undoSeconds' }, { key: 'locked', entry: 'undoSeconds' }],
  ],
  ['a lock on a key of every object', { locked: ['constructor'] }, [{ key: 'locked', entry: 'constructor' }]],
  ['an unknown key', { clientID: 'x', __proto__x: 1 }, [{ key: 'clientID' }, { key: '__proto__x' }]],
  ['a key of every object', { constructor: 'x' }, [{ key: 'constructor' }]],
])('%s is named and left out, and the rest applies', (_what, wrong, problems) => {
  const { policy } = parsePolicy({ defaultSource: 'Referral', ...wrong });
  expect(policy?.problems).toEqual(problems);
  expect(policy?.defaultSource).toBe('Referral');
});

test.each([
  ['Everybody', { kind: 'everybody' }],
  ['off', { kind: 'off' }],
  ['1 month', { kind: 'months', months: 1 }],
  ['24', { kind: 'months', months: 24 }],
])('the index: %s', (peopleIndex, scope) => expect(parsePolicy({ peopleIndex }).policy?.peopleIndex).toEqual(scope));

test('a rule of which nothing good is left allows nothing, rather than everything', () => {
  expect(parsePolicy({ allowedSites: ['linkedn'], actingUsers: ['x'] }).policy).toMatchObject({
    allowedSites: [],
    actingUsers: [],
  });
});

describe('the credential', () => {
  test('never gets into the policy that pages read', () => {
    const { policy } = parsePolicy({ ...WHOLE, partnerKey: 'partner-fixture', clientSecret: 'secret-fixture' });
    expect(JSON.stringify(policy)).not.toMatch(/secret-fixture|partner-fixture|71004/);
    expect(JSON.stringify(parsePolicy({ clientSecret: [' secret-fixture'] }).policy)).not.toContain('secret-fixture');
  });

  test('half of one is none, and the missing half is named', () => {
    expect(parsePolicy({ clientId: 'a-1' })).toMatchObject({ policy: { problems: [{ key: 'clientSecret' }] } });
    expect(parsePolicy({ clientSecret: 's' })).toMatchObject({ policy: { problems: [{ key: 'clientId' }] } });
    expect(parsePolicy({ clientId: 'a-1' }).credential).toBeUndefined();
  });

  test('of two, the one that can do more is used', () => {
    const both = parsePolicy({ clientId: 'a-1', clientSecret: 's', partnerKey: 'p' });
    expect(both.credential).toEqual({ kind: 'harvest', clientId: 'a-1', secret: 's' });
    expect(both.policy?.problems).toEqual([{ key: 'partnerKey' }]);
    expect(parsePolicy({ partnerKey: 'p' }).credential).toEqual({ kind: 'partner', secret: 'p' });
  });
});

test('the schema that Chrome reads names the same keys, and hides the secrets from its list of policies', () => {
  const file = resolve(import.meta.dirname, '../../../assets/public/managed-schema.json');
  const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, { sensitiveValue?: boolean }> };
  expect(Object.keys(properties)).toEqual(Object.keys(KEYS));
  const hidden = Object.keys(properties).filter((key) => properties[key]?.sensitiveValue);
  expect(hidden).toEqual(['clientSecret', 'partnerKey']);
});
