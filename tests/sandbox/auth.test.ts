import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox({ seed: 7 });
});
afterAll(() => caller.sandbox.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const ask = (body: string, authorization?: string) =>
  caller.raw<Record<string, string>>('POST', '/token', { body, headers: authorization ? { ...form, authorization } : form });

describe('POST /token refuses in the measured order', () => {
  it('no credentials, before it looks at the grant', async () => {
    const answer = await ask('');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ message: 'Unauthorized', errorId: expect.stringMatching(/^err-/) as string });
  });

  it('no grant_type, before it looks at the client id', async () => {
    const answer = await ask('', `Basic ${btoa('nonsense:x')}`);
    expect(answer).toMatchObject({ status: 400, body: { message: 'Must include `grant_type` parameter in /token request' } });
  });

  it('an unknown grant, naming those there are', async () => {
    const answer = await ask('grant_type=password', caller.basic);
    expect(answer.status).toBe(400);
    expect(answer.body['message']).toContain('urn:ietf:params:oauth:grant-type:token-exchange');
  });

  it('a client id without its suffix', async () => {
    const answer = await ask('grant_type=client_credentials', `Basic ${btoa('nonsense:x')}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'client_id=nonsense does not contain a valid client ID suffix' },
    });
  });

  it('an unknown pair', async () => {
    const answer = await ask('grant_type=client_credentials', `Basic ${btoa('nonsense-17:x')}`);
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it.each(['abc', '999999', '4014'])('sub=%s, who is nobody or no longer works here', async (sub) => {
    expect((await ask(`grant_type=client_credentials&sub=${sub}`, caller.basic)).status).toBe(400);
  });
});

describe('POST /token answers', () => {
  it.each([
    ['a form', '/token', 'grant_type=client_credentials&sub=4012', form],
    ['a query', '/token?grant_type=client_credentials&sub=4012', undefined, {}],
    ['JSON', '/token?grant_type=client_credentials', '{"sub":4012}', { 'content-type': 'application/json' }],
  ])('%s', async (_, path, body, headers) => {
    const answer = await caller.raw<Record<string, unknown>>('POST', path, {
      body,
      headers: { ...headers, authorization: caller.basic },
    });
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } });
    expect(String(answer.body['access_token']).split('.')).toHaveLength(3);
    expect(Date.parse(String(answer.body['expires_at']))).toBeGreaterThan(0);
  });

  it('with the one expiry field that a switch leaves', async () => {
    caller.sandbox.quirks({ expiresInOnly: true });
    expect((await ask('grant_type=client_credentials', caller.basic)).body).not.toHaveProperty('expires_at');
    caller.sandbox.quirks({ expiresInOnly: false, expiresAtOnly: true });
    expect((await ask('grant_type=client_credentials', caller.basic)).body).not.toHaveProperty('expires_in');
    caller.sandbox.quirks({ expiresAtOnly: false });
  });
});

describe('a token', () => {
  const use = (jwt: string) => caller.raw('GET', '/v3/sources', { headers: { authorization: `Bearer ${jwt}` } });
  const mint = async () => (await ask('grant_type=client_credentials', caller.basic)).body['access_token'] ?? '';

  it('ends after an hour of the sandbox clock', async () => {
    const jwt = await mint();
    caller.sandbox.advance(59 * 60_000);
    expect((await use(jwt)).status).toBe(200);
    caller.sandbox.advance(61_000);
    expect((await use(jwt)).status).toBe(401);
  });

  it('ends with the next one only under the switch', async () => {
    const first = await mint();
    await mint();
    expect((await use(first)).status).toBe(200);
    caller.sandbox.quirks({ oneTokenAtATime: true });
    await mint();
    expect((await use(first)).status).toBe(401);
    caller.sandbox.quirks({ oneTokenAtATime: false });
  });

  it('is told about by /introspect: organisation, user, scopes', async () => {
    const introspect = (token: string) =>
      caller.raw<Record<string, unknown>>('POST', '/introspect', {
        body: `token=${token}&token_type_hint=access_token`,
        headers: { ...form, authorization: caller.basic },
      });
    const answer = await introspect(await mint());
    expect(answer.body).toMatchObject({ active: true, sub: '4000', client_id: caller.sandbox.clientId });
    expect(String(answer.body['scope']).split(' ')).toContain('harvest:candidates:create');
    expect(JSON.stringify(answer.body)).toContain('"organization":{"id":71004,"name":"Birch Labs"}');
    expect((await introspect('x.y.z')).body).toEqual({ active: false });
  });
});

it('the token endpoint has its own window of a minute', async () => {
  const narrow = await callSandbox({ tokenRateLimit: 1, now: () => 1_800_000_000_000 });
  const token = () => narrow.raw('POST', '/token?grant_type=client_credentials', { headers: { authorization: narrow.basic } });
  expect((await token()).status).toBe(200);
  const refused = await token();
  expect(refused.status).toBe(429);
  narrow.sandbox.advance(Number(refused.headers.get('retry-after')) * 1000);
  expect((await token()).status).toBe(200);
  await narrow.sandbox.close();
});
