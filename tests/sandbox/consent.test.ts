import { createHash } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Pair = { access_token: string; refresh_token: string; error?: string };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const SCOPE = 'harvest:jobs:list harvest:candidates:create';

/** Where the consenting browser is sent. */
async function consent(change: Record<string, string> = {}, path = '/authorize'): Promise<URL> {
  const { clientId, redirectUri } = caller.sandbox.partner;
  const query = { response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: SCOPE, state: 's 1', ...change };
  const answer = await fetch(`${caller.sandbox.url}${path}?${new URLSearchParams(query)}`, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? `status:${answer.status}`);
}

const exchange = (body: Record<string, string>, path = '/token') =>
  caller.raw<Pair>('POST', path, {
    body: new URLSearchParams(body).toString(),
    headers: {
      authorization: `Basic ${btoa(`${caller.sandbox.partner.clientId}:${caller.sandbox.partner.clientSecret}`)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
const codeOf = async (...how: Parameters<typeof consent>) => (await consent(...how)).searchParams.get('code') ?? '';
const grant = async (change: Record<string, string> = {}) =>
  exchange({ grant_type: 'authorization_code', code: await codeOf(change) });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('a partner of Harvest', () => {
  it('gets a code and the state back, and for the code a pair that acts as who consented', async () => {
    const back = await consent({ user_id: '4001' });
    expect(back.origin + back.pathname).toBe(caller.sandbox.partner.redirectUri);
    expect(back.searchParams.get('state')).toBe('s 1');
    const { body } = await exchange({ grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '' });
    expect((await caller.raw('GET', '/v3/jobs', bearer(body.access_token))).status).toBe(200);
    expect((await caller.raw('GET', '/v3/offices', bearer(body.access_token))).status).toBe(403);
    expect(caller.sandbox.requests().at(-2)).toMatchObject({ actingUser: 4001 });
  });

  it('is told so when address or scopes are not its own', async () => {
    expect((await consent({ redirect_uri: 'https://elsewhere.example/' })).href).toBe('status:400');
    expect((await consent({ scope: 'harvest:everything:list' })).searchParams.get('error')).toBe('invalid_scope');
    expect((await consent({ response_type: 'token' })).searchParams.get('error')).toBe('unsupported_response_type');
  });

  it('has one minute and one use of a code', async () => {
    const code = await codeOf();
    expect((await exchange({ grant_type: 'authorization_code', code })).status).toBe(200);
    expect(await exchange({ grant_type: 'authorization_code', code })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    const late = await codeOf();
    caller.sandbox.advance(60_000);
    expect((await exchange({ grant_type: 'authorization_code', code: late })).status).toBe(400);
  });

  it('refreshes into a new pair; the old refresh token is dead, and an idle one after a day', async () => {
    const first = (await grant()).body;
    const second = await exchange({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    expect(second.status).toBe(200);
    expect((await exchange({ grant_type: 'refresh_token', refresh_token: first.refresh_token })).status).toBe(400);
    caller.sandbox.advance(86_400_000);
    expect((await exchange({ grant_type: 'refresh_token', refresh_token: second.body.refresh_token })).status).toBe(400);
    caller.sandbox.quirks({ refreshIdleMs: 14 * 86_400_000 });
    const patient = (await grant()).body.refresh_token;
    caller.sandbox.advance(86_400_000);
    expect((await exchange({ grant_type: 'refresh_token', refresh_token: patient })).status).toBe(200);
  });

  it('may not ask for tokens without consent; a customer may not ask with a code', async () => {
    expect((await exchange({ grant_type: 'client_credentials' })).body.error).toBe('unauthorized_client');
    const own = await caller.raw('POST', `/token?grant_type=authorization_code&code=${await codeOf()}`, {
      headers: { authorization: caller.basic },
    });
    expect(own).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('needs no PKCE, unless switched; a challenge is held to either way', async () => {
    const verifier = 'a'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const asked = () => codeOf({ code_challenge: challenge, code_challenge_method: 'S256' });
    expect((await exchange({ grant_type: 'authorization_code', code: await asked() })).status).toBe(400);
    caller.sandbox.quirks({ pkceRequired: true });
    expect((await consent()).searchParams.get('error')).toBe('invalid_request');
    const code = await asked();
    expect((await exchange({ grant_type: 'authorization_code', code, code_verifier: verifier })).status).toBe(200);
  });
});

it('Candidate Ingestion takes its own OAuth tokens, by scope, without On-Behalf-Of', async () => {
  const code = await codeOf({ scope: 'candidates.create jobs.view' }, '/oauth/authorize');
  const { access_token } = (await exchange({ grant_type: 'authorization_code', code }, '/oauth/token')).body;
  const me = await caller.raw('GET', '/v1/partner/current_user', bearer(access_token));
  expect(me).toMatchObject({ status: 200, body: { id: 4012 } });
  const refused = await caller.raw('GET', '/v1/partner/candidates?candidate_ids=1', bearer(access_token));
  expect(refused).toMatchObject({ status: 403, body: { errors: [{ message: 'Missing required scope: candidates.view' }] } });
  expect((await caller.raw('GET', '/v1/partner/jobs', bearer('nonsense'))).status).toBe(401);
});
