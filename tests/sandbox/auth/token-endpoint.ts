import { createHash } from 'node:crypto';

import { iso } from '../clock.ts';
import { SERVICE_USER } from '../company/staff.ts';
import type { Answer, Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { authParameters, namedClient, provenClient } from './client.ts';
import type { Client } from './clients.ts';
import type { Grant } from './tokens.ts';

type Parameters = Map<string, string>;

const GRANTS: Record<string, ((world: World, client: Client, given: Parameters) => Grant) | undefined> = {
  authorization_code: consented,
  refresh_token: refreshed,
  client_credentials: ownIntegration,
  'urn:ietf:params:oauth:grant-type:token-exchange': undefined,
};

/** `POST /token`, checked in the order that was measured: credentials, grant, suffix, pair (harvest-api §13). */
export function tokenEndpoint(world: World, call: Call): Answer {
  if (!world.tokenBudget.spend()) {
    throw new Refusal(429, { message: 'Too Many Requests' }, { 'Retry-After': String(world.tokenBudget.secondsToReset()) });
  }
  const named = namedClient(call);
  const given = authParameters(call);
  const grantType = given.get('grant_type');
  if (!grantType) throw new Refusal(400, { message: 'Must include `grant_type` parameter in /token request' });
  call.trace.grant = grantType;
  if (!Object.hasOwn(GRANTS, grantType)) {
    throw new Refusal(400, { message: `grant_type must be one of: ${Object.keys(GRANTS).join(', ')}` });
  }
  const client = provenClient(world, named);
  const grant = GRANTS[grantType]?.(world, client, given);
  if (!grant) throw unauthorizedClient();
  call.trace.actingUser = grant.userId;
  return { status: 200, body: tokenAnswer(world, client, grant), headers: { 'Cache-Control': 'no-store' } };
}

function unauthorizedClient(): Refusal {
  return new Refusal(400, { error: 'unauthorized_client' });
}

/** Not for partners (harvest-api §2.2). */
function ownIntegration(world: World, client: Client, given: Parameters): Grant {
  if (client.redirectUri !== null) throw unauthorizedClient();
  return { clientId: client.id, userId: actingUser(world, given.get('sub')), scopes: null };
}

/** `sub` is the numeric id of an active user; without it the integration's own service user acts (harvest-api §2.1). */
function actingUser(world: World, sub: string | undefined): number {
  if (sub === undefined || sub === '') return SERVICE_USER;
  const user = /^\d+$/.test(sub) ? world.db.users.get(Number(sub)) : undefined;
  if (!user || user.deactivated) throw new Refusal(400, { message: `sub=${sub} is not an active user`, errorId: 'err-sandbox' });
  return user.id;
}

function consented(world: World, client: Client, given: Parameters): Grant {
  const code = world.tokens.take(given.get('code'), 'code', client.id);
  const redirect = given.get('redirect_uri') ?? client.redirectUri;
  const verifier = createHash('sha256')
    .update(given.get('code_verifier') ?? '')
    .digest('base64url');
  if (!code || redirect !== client.redirectUri || (code.challenge !== undefined && code.challenge !== verifier)) {
    throw new Refusal(400, { error: 'invalid_grant' });
  }
  return code;
}

/** Each use gives a new pair; the old refresh token is dead (harvest-api §2.2). */
function refreshed(world: World, client: Client, given: Parameters): Grant {
  const token = world.tokens.take(given.get('refresh_token'), 'refresh', client.id);
  if (!token) throw new Refusal(400, { error: 'invalid_grant' });
  return token;
}

function tokenAnswer({ tokens, quirks, clock }: World, client: Client, { userId, clientId, scopes }: Grant): object {
  const grant = { userId, clientId, scopes };
  const { value, expiresAt } = tokens.access(grant, quirks.oneTokenAtATime);
  return {
    token_type: 'Bearer',
    access_token: value,
    ...(quirks.expiresInOnly ? {} : { expires_at: iso(expiresAt) }),
    ...(quirks.expiresAtOnly ? {} : { expires_in: Math.round((expiresAt - clock.now()) / 1000) }),
    ...(client.redirectUri === null ? {} : { refresh_token: tokens.refresh(grant, quirks.refreshIdleMs).value }),
  };
}
