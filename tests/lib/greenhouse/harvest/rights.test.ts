import { describe, expect, it } from 'vitest';

import { NEEDED_SCOPES } from '#lib/greenhouse/rights.ts';

import { bench } from './bench.ts';

const stateOf = (rights: { scope: string; state: string }[], scope: string) =>
  rights.find((right) => right.scope === scope)?.state;

describe('the rights of the credential', () => {
  it('are told by introspection, without a single list being read', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.scopes({ without: ['harvest:notes:create', 'harvest:referrers:list'] });
    const rights = await greenhouse.rights();
    expect(rights).toHaveLength(NEEDED_SCOPES.length);
    expect(
      rights
        .filter(({ state }) => state === 'missing')
        .map(({ scope }) => scope)
        .toSorted(),
    ).toEqual(['harvest:notes:create', 'harvest:referrers:list']);
    expect(rights.filter(({ state }) => state === 'unknown')).toEqual([]);
    expect(calls()).toEqual(['POST /token', 'POST /introspect']);
  });

  it.each([
    ['does not say', { status: 200, body: { active: true, client_id: 'x-1' } }],
    ['does not know the token', { status: 200, body: { active: false } }],
    ['is refused', { status: 401, body: { message: 'Unauthorized' } }],
    ['answers nonsense', { status: 200, body: 'hello' }],
  ])('are probed by one row of each list when introspection %s', async (_, fault) => {
    const { greenhouse, sandbox } = await bench();
    sandbox.scopes({ without: ['harvest:referrers:list'] });
    sandbox.fault({ match: { path: '/introspect' }, do: 'status', ...fault });
    const rights = await greenhouse.rights();
    expect(stateOf(rights, 'harvest:jobs:list')).toBe('granted');
    expect(stateOf(rights, 'harvest:referrers:list')).toBe('missing');
    expect(stateOf(rights, 'harvest:candidates:create')).toBe('unknown');
    const lists = sandbox.requests().filter(({ path }) => path.startsWith('/v3/'));
    expect(lists.every(({ method, query }) => method === 'GET' && query['per_page'] === '1')).toBe(true);
    expect(lists).toHaveLength(NEEDED_SCOPES.filter(({ scope }) => scope.endsWith(':list')).length);
  });

  it('are named in Greenhouse’s own form, each once', () => {
    const scopes = NEEDED_SCOPES.map(({ scope }) => scope);
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(scopes.filter((scope) => !/^harvest:[a-z_]+:(list|create)$/.test(scope))).toEqual([]);
    expect(NEEDED_SCOPES.filter(({ purpose }) => !/^[a-z_]+$/.test(purpose))).toEqual([]);
  });
});
