import { describe, expect, it } from 'vitest';

import { memoryTokenCache } from '#lib/greenhouse/harvest/token-cache.ts';

import { bench, somebody } from './bench.ts';

const EMAIL = 'nobody-yet@fixture.example';
const minted = (calls: string[]) => calls.filter((call) => call === 'POST /token').length;

describe('tokens over the wire', () => {
  it.each([{ expiresInOnly: true }, { expiresAtOnly: true }, {}])('last an hour less a minute with %j', async (quirks) => {
    const { connect, sandbox, calls } = await bench({ quirks });
    const start = Date.UTC(2026, 10, 21, 10);
    let now = start;
    const greenhouse = connect({ now: () => now });
    await greenhouse.findByEmail(EMAIL);
    now = start + 3_539_000;
    sandbox.advance(3_539_000);
    await greenhouse.findByEmail(EMAIL);
    expect(minted(calls())).toBe(1);
    now += 2000;
    sandbox.advance(2000);
    await greenhouse.findByEmail(EMAIL);
    expect(minted(calls())).toBe(2);
  });

  it('are asked for once by many calls at a time', async () => {
    const { greenhouse, calls, recruiter } = await bench();
    await Promise.all([greenhouse.jobs(recruiter), greenhouse.choices(recruiter.id), greenhouse.findByEmail(EMAIL)]);
    expect(minted(calls())).toBe(1);
  });

  it('survive in the cache that they are given', async () => {
    const { connect, calls } = await bench();
    const cache = memoryTokenCache();
    await connect({ cache }).findByEmail(EMAIL);
    await connect({ cache }).findByEmail(EMAIL);
    expect(minted(calls())).toBe(1);
  });

  it('are replaced once when Greenhouse ends them early', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    await greenhouse.findByEmail(EMAIL);
    sandbox.advance(3_700_000);
    expect(await greenhouse.findByEmail(EMAIL)).toEqual([]);
    expect(calls()).toEqual(['POST /token', 'GET /v3/candidates', 'GET /v3/candidates', 'POST /token', 'GET /v3/candidates']);
  });

  it('are replaced once for a create too, which makes one person', async () => {
    const { greenhouse, sandbox } = await bench();
    const before = sandbox.state()['candidates']?.length ?? 0;
    await greenhouse.createPerson(somebody());
    sandbox.advance(3_700_000);
    await greenhouse.createPerson(somebody());
    expect(
      sandbox
        .requests()
        .filter(({ path }) => path === '/v3/candidates')
        .map(({ status }) => status),
    ).toEqual([201, 401, 201]);
    expect(sandbox.state()['candidates']).toHaveLength(before + 2);
  });

  it('are not asked for a third time', async () => {
    const { greenhouse, sandbox, calls } = await bench();
    sandbox.fault({ match: { path: '/v3/candidates' }, times: 9, do: 'status', status: 401, body: { message: 'Unauthorized' } });
    await expect(greenhouse.findByEmail(EMAIL)).rejects.toMatchObject({ code: 'greenhouse/unauthorized' });
    expect(minted(calls())).toBe(2);
  });

  it('work where each new one ends those before', async () => {
    const { greenhouse, sandbox, recruiter } = await bench({ quirks: { oneTokenAtATime: true } });
    await greenhouse.identify(recruiter.email);
    const { candidateId } = await greenhouse.createPerson(somebody());
    expect(await greenhouse.findByIds([candidateId])).toMatchObject([{ candidateId }]);
    const created = sandbox.requests().findLast(({ path, method }) => path === '/v3/candidates' && method === 'POST');
    expect(created?.status).toBe(201);
  });
});
