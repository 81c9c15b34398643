import { expect, test } from 'vitest';

import { parsePolicy } from '#lib/policy/parse.ts';
import {
  allowsSite,
  allowsUrl,
  credentialLocked,
  externalIdFieldNames,
  goesAlong,
  indexScope,
  isLocked,
  mayAct,
  onlyUser,
} from '#lib/policy/rules.ts';

const policyOf = (managed: Record<string, unknown>) => parsePolicy(managed).policy;

test.each([
  ['https://www.linkedin.com/in/mira-okafor-fixture/', true],
  ['https://linkedin.com.evil.example/in/mira', false],
  ['https://people.example/mira', true],
  ['http://people.example/mira', false],
  ['https://people.example:8443/mira', false],
  ['https://mira.pages.example/', true],
  ['https://pages.example/', false],
  ['https://notpages.example/', false],
  ['https://github.com/mira-fixture', false],
  ['about:blank', false],
])('of sites only those that are named are allowed: %s %s', (url, allowed) => {
  const policy = policyOf({ allowedSites: ['linkedin', 'https://people.example', 'https://*.pages.example'] });
  expect(allowsUrl(policy, url)).toBe(allowed);
});

test('where none is named, all are allowed', () => {
  expect(allowsUrl(null, 'https://github.com/x')).toBe(true);
  expect(allowsSite(policyOf({ undoSeconds: 1 }), 'https://any.example')).toBe(true);
});

test.each([
  ['jonas@birch.example', true],
  ['Jonas@Birch.Example', true],
  ['agency@partner.example', true],
  ['someone@partner.example', false],
  ['jonas@sub.birch.example', false],
  ['jonas@notbirch.example', false],
  ['', false],
])('who may act: %s %s', (email, allowed) => {
  expect(mayAct(policyOf({ actingUsers: ['@birch.example', 'agency@partner.example'] }), email)).toBe(allowed);
});

test('only a single whole address leaves no choice', () => {
  expect(onlyUser(policyOf({ actingUsers: ['Sourcing@birch.example'] }))).toBe('sourcing@birch.example');
  expect(onlyUser(policyOf({ actingUsers: ['@birch.example'] }))).toBeUndefined();
  expect(onlyUser(policyOf({ actingUsers: ['a@birch.example', 'b@birch.example'] }))).toBeUndefined();
  expect(onlyUser(policyOf({ actingUsers: [] }))).toBeUndefined();
  expect(onlyUser(null)).toBeUndefined();
});

test('any part of a credential locks it whole; nothing else does', () => {
  expect(credentialLocked(policyOf({ clientId: 'a-1', clientSecret: 's', locked: ['clientSecret'] }))).toBe(true);
  expect(credentialLocked(policyOf({ undoSeconds: 3, locked: ['undoSeconds'] }))).toBe(false);
  expect(isLocked(policyOf({ undoSeconds: 3, locked: ['undoSeconds'] }), 'undoSeconds')).toBe(true);
  expect(isLocked(null, 'undoSeconds')).toBe(false);
});

const YEAR = { kind: 'months', months: 12 } as const;
const EVERYBODY = { kind: 'everybody' } as const;

test.each([
  ['nobody has said anything', {}, undefined, EVERYBODY],
  ['the recruiter alone', {}, YEAR, YEAR],
  ['the organisation alone', { peopleIndex: 'off' }, undefined, { kind: 'off' }],
  ['both: the recruiter, who may', { peopleIndex: 'off' }, YEAR, YEAR],
  ['both, locked: the organisation', { peopleIndex: 'off', locked: ['peopleIndex'] }, EVERYBODY, { kind: 'off' }],
])('whom the index holds: %s', (_what, managed, chosen, scope) => {
  expect(indexScope(policyOf(managed), chosen)).toEqual(scope);
});

test('the fields for external ids have names of their own, or the organisation’s', () => {
  expect(externalIdFieldNames(null)).toEqual({ id: 'External ID', bucket: 'External ID bucket' });
  expect(externalIdFieldNames(policyOf({ externalIdField: 'Other tool' }))).toEqual({
    id: 'Other tool',
    bucket: 'External ID bucket',
  });
});

test.each<[string, Parameters<typeof goesAlong>[0], Parameters<typeof goesAlong>[1], [career: boolean, file: boolean]]>([
  ['without a word of anybody', null, {}, [true, false]],
  ['the recruiter’s word', null, { sendCareer: false, attachProfile: true }, [false, true]],
  [
    'the organisation’s, where the recruiter has said nothing',
    policyOf({ sendCareer: false, attachProfile: true }),
    {},
    [false, true],
  ],
  ['the recruiter’s before the organisation’s', policyOf({ sendCareer: false }), { sendCareer: true }, [true, false]],
  [
    'the organisation’s where it is locked',
    policyOf({ sendCareer: false, locked: ['sendCareer'] }),
    { sendCareer: true },
    [false, false],
  ],
])('what goes along: %s', (_what, policy, chosen, [sendCareer, attachProfile]) => {
  expect(goesAlong(policy, chosen)).toEqual({ sendCareer, attachProfile });
});
