import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

const DAY = 86_400_000;
const OTHER = { id: 88_001, name: 'Quayside' };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const token = (secret: string, of = caller) =>
  caller.raw<{ access_token: string; error?: string }>('POST', '/token?grant_type=client_credentials', {
    headers: { authorization: `Basic ${btoa(`${of.sandbox.clientId}:${secret}`)}` },
  });
const introspect = async (of = caller) => {
  const { access_token } = (
    await of.raw<{ access_token: string }>('POST', '/token?grant_type=client_credentials', {
      headers: { authorization: of.basic },
    })
  ).body;
  const headers = { authorization: of.basic, 'content-type': 'application/x-www-form-urlencoded' };
  return (await of.raw<Record<string, unknown>>('POST', '/introspect', { body: `token=${access_token}`, headers })).body;
};

describe('a credential', () => {
  it('rotated takes both secrets for a week, then the new one', async () => {
    const old = caller.sandbox.clientSecret;
    const { clientSecret } = caller.sandbox.credential({ rotate: true });
    expect(clientSecret).not.toBe(old);
    caller.sandbox.advance(7 * DAY - 60_000);
    expect([(await token(old)).status, (await token(clientSecret)).status]).toEqual([200, 200]);
    caller.sandbox.advance(61_000);
    expect(await token(old)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect((await token(clientSecret)).status).toBe(200);
  });

  it('rotated without grace ends the old secret at once', async () => {
    caller.sandbox.quirks({ secretGraceMs: 0 });
    caller.sandbox.credential({ rotate: true });
    expect((await token(caller.sandbox.clientSecret)).status).toBe(401);
  });

  it('that has ended gives no token, and ends those it gave', async () => {
    const { access_token } = (await token(caller.sandbox.clientSecret)).body;
    caller.sandbox.credential({ expiresInMs: 60_000 });
    const use = () => caller.raw('GET', '/v3/sources', { headers: { authorization: `Bearer ${access_token}` } });
    expect((await use()).status).toBe(200);
    caller.sandbox.advance(60_000);
    expect((await use()).status).toBe(401);
    expect((await token(caller.sandbox.clientSecret)).status).toBe(401);
    caller.sandbox.credential({ expiresInMs: null });
    expect((await use()).status).toBe(200);
  });
});

describe('introspection', () => {
  it('tells scopes and role, unless it is silent', async () => {
    caller.sandbox.scopes({ only: ['harvest:jobs:list'] });
    expect(await introspect()).toMatchObject({ scope: 'harvest:jobs:list' });
    expect(JSON.stringify(await introspect())).toContain('"role":"service_account"');
    caller.sandbox.quirks({ introspectScopes: false, introspectRole: false });
    const silent = await introspect();
    expect(silent).not.toHaveProperty('scope');
    expect(JSON.stringify(silent)).not.toContain('role');
  });

  it('calls the token of a dead credential inactive', async () => {
    const ask = await token(caller.sandbox.clientSecret);
    caller.sandbox.advance(3_600_000);
    const headers = { authorization: caller.basic, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await caller.raw('POST', '/introspect', { body: `token=${ask.body.access_token}`, headers });
    expect(answer).toMatchObject({ status: 200, body: { active: false } });
  });
});

it('the service user reads as a Site Admin, unless it is none; then lists are forbidden, or empty', async () => {
  expect((await caller.harvest('GET', 'sources')).status).toBe(200);
  caller.sandbox.quirks({ serviceUserIsSiteAdmin: false });
  expect((await caller.harvest('GET', 'sources')).status).toBe(403);
  caller.sandbox.quirks({ nonAdminReads: 'empty' });
  expect(await caller.harvest('GET', 'sources')).toMatchObject({ status: 200, body: [] });
});

it('a second sandbox is another organisation, with its own credential and tokens', async () => {
  const other = await callSandbox({ organisation: OTHER });
  expect(JSON.stringify(await introspect(other))).toContain('"organization":{"id":88001,"name":"Quayside"}');
  expect(other.sandbox.clientId).toMatch(/-88001$/);
  expect((await token(other.sandbox.clientSecret, other)).status).toBe(401);
  const { access_token } = (await token(caller.sandbox.clientSecret)).body;
  const stranger = await other.raw('GET', '/v3/sources', { headers: { authorization: `Bearer ${access_token}` } });
  expect(stranger.status).toBe(401);
  expect(other.sandbox.partnerKey).not.toBe(caller.sandbox.partnerKey);
  await other.sandbox.close();
});
