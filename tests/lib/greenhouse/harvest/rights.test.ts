import { describe, expect, it, test } from 'vitest';

import { readIntrospection } from '#lib/greenhouse/harvest/introspection.ts';
import { USED_SCOPES } from '#lib/greenhouse/rights.ts';
import type { Granted } from '#lib/greenhouse/schema.ts';

import { bench } from './bench.ts';

const scopesIn = ({ rights }: Granted, state: string) =>
  rights.filter((right) => right.state === state).map(({ scope }) => scope);

const LISTS = USED_SCOPES.filter((scope) => scope.endsWith(':list'));
const WRITES = USED_SCOPES.filter((scope) => !scope.endsWith(':list'));

/** Introspection that does not help, in each of the ways that it may. */
const SILENCES = [
  ['does not say', { status: 200, body: { active: true, client_id: 'x-1' } }],
  ['does not know the token', { status: 200, body: { active: false } }],
  ['is refused', { status: 401, body: { message: 'Unauthorized' } }],
  ['answers nonsense', { status: 200, body: 'hello' }],
] as const;

describe('the rights of the credential', () => {
  it('are told by introspection, and three lists show that the reader may read', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.scopes({ without: ['harvest:notes:create', 'harvest:referrers:list'] });
    const granted = await greenhouse.rights();
    expect(granted.rights.map(({ scope }) => scope)).toEqual(USED_SCOPES);
    expect(scopesIn(granted, 'missing').toSorted()).toEqual(['harvest:notes:create', 'harvest:referrers:list']);
    expect(scopesIn(granted, 'unknown')).toEqual([]);
    expect(granted.readerIsAdmin).toBe(true);
    expect(calls().toSorted()).toEqual([
      'GET /v3/candidates',
      'GET /v3/jobs',
      'GET /v3/users',
      'POST /introspect',
      'POST /token',
    ]);
  });

  it.each(USED_SCOPES)('name %s when it alone is missing', async (scope) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.scopes({ without: [scope] });
    const granted = await greenhouse.rights();
    expect(scopesIn(granted, 'missing')).toEqual([scope]);
    expect(granted.readerIsAdmin).toBe(true);
  });

  it('are none at all when introspection says so, and no list is asked for', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.scopes({ only: [] });
    expect(scopesIn(await greenhouse.rights(), 'missing')).toEqual(USED_SCOPES);
    expect(calls()).toEqual(['POST /token', 'POST /introspect']);
  });

  it('leave over what nothing uses', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.scopes({ only: [...USED_SCOPES, 'harvest:offers:create', 'harvest:candidates:anonymize'] });
    expect((await greenhouse.rights()).surplus).toEqual(['harvest:offers:create', 'harvest:candidates:anonymize']);
    sandbox.scopes({ only: [...USED_SCOPES] });
    expect((await greenhouse.rights()).surplus).toEqual([]);
  });

  it.each(SILENCES)('are probed by one row of each list when introspection %s', async (_, fault) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.scopes({ without: ['harvest:referrers:list'] });
    sandbox.fault({ match: { path: '/introspect' }, do: 'status', ...fault });
    const granted = await greenhouse.rights();
    expect(scopesIn(granted, 'missing')).toEqual(['harvest:referrers:list']);
    expect(scopesIn(granted, 'unknown')).toEqual(WRITES);
    expect(granted).toMatchObject({ surplus: [], readerIsAdmin: true });
    const lists = sandbox.requests().filter(({ path }) => path.startsWith('/v3/'));
    expect(lists.every(({ method, query }) => method === 'GET' && query['per_page'] === '1')).toBe(true);
    expect(lists).toHaveLength(LISTS.length);
  });

  it('are named in Greenhouse’s own form, each once', () => {
    expect(new Set(USED_SCOPES).size).toBe(USED_SCOPES.length);
    // What takes away is asked for to undo an export, and for nothing else.
    expect(USED_SCOPES.filter((scope) => !/^harvest:[a-z_]+:(list|create|update)$/.test(scope))).toEqual([
      'harvest:applications:destroy',
      'harvest:candidates:destroy',
      'harvest:applied_candidate_tags:destroy',
      'harvest:candidates:merge',
    ]);
  });
});

describe('a reader who is no Site Admin', () => {
  it('is told apart from a missing scope', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.quirks({ serviceUserIsSiteAdmin: false });
    sandbox.scopes({ without: ['harvest:referrers:list'] });
    const granted = await greenhouse.rights();
    expect(granted.readerIsAdmin).toBe(false);
    expect(scopesIn(granted, 'missing')).toEqual(['harvest:referrers:list']);
  });

  it('leaves every right unknown where introspection does not help: each refusal may have either cause', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.quirks({ serviceUserIsSiteAdmin: false });
    sandbox.fault({ match: { path: '/introspect' }, do: 'status', status: 404 });
    const granted = await greenhouse.rights();
    expect(granted.readerIsAdmin).toBe(false);
    expect(scopesIn(granted, 'unknown')).toEqual(USED_SCOPES);
  });

  it('may also get no rows instead of a refusal: an organisation has never nobody', async () => {
    const { greenhouse, sandbox } = await bench();
    for (const path of ['/v3/users', '/v3/jobs', '/v3/candidates'])
      sandbox.fault({ match: { path }, do: 'status', status: 200, body: [] });
    expect((await greenhouse.rights()).readerIsAdmin).toBe(false);
  });

  it('is not suspected in an organisation that has no jobs and candidates yet', async () => {
    const { greenhouse, sandbox } = await bench();
    for (const path of ['/v3/jobs', '/v3/candidates']) sandbox.fault({ match: { path }, do: 'status', status: 200, body: [] });
    expect((await greenhouse.rights()).readerIsAdmin).toBe(true);
  });

  it('is not suspected when the lists cannot be had for another reason', async () => {
    const { greenhouse, sandbox } = await bench();
    sandbox.fault({ match: { method: 'GET' }, times: 50, do: 'status', status: 422 });
    const granted = await greenhouse.rights();
    expect(granted).not.toHaveProperty('readerIsAdmin');
    expect(scopesIn(granted, 'granted')).toEqual(USED_SCOPES);
  });
});

describe('the role in the claims', () => {
  const ORGANISATION = { id: 9, name: 'Birch Labs' };
  test.each([
    ['site_admin', true],
    ['Site Admin', true],
    ['job_admin', false],
    ['service_account', undefined],
  ])('%s', (role, readerIsAdmin) => {
    const beside = { active: true, 'https://any.example/claims': { organization: ORGANISATION, role } };
    const within = { active: true, claims: { organization: ORGANISATION, user: { id: 1, role } } };
    expect(readIntrospection(beside)).toMatchObject({ organisation: { id: '9' }, readerIsAdmin });
    expect(readIntrospection(within)).toMatchObject({ organisation: { name: 'Birch Labs' }, readerIsAdmin });
  });

  test.each([undefined, null, 7, { name: 'site_admin' }])('%j tells nothing', (role) => {
    expect(readIntrospection({ claims: { organization: ORGANISATION, role } }).readerIsAdmin).toBeUndefined();
  });
});
