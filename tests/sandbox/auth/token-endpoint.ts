import { iso } from '../clock.ts';
import { SERVICE_USER } from '../company/staff.ts';
import type { Answer, Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { authParameters, namedClient, provenClient } from './client.ts';

const GRANTS = ['authorization_code', 'refresh_token', 'client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'];

/** `POST /token`, checked in the order that was measured: credentials, grant, suffix, pair (harvest-api §13). */
export function tokenEndpoint(world: World, call: Call): Answer {
  if (!world.tokenBudget.spend()) {
    throw new Refusal(429, { message: 'Too Many Requests' }, { 'Retry-After': String(world.tokenBudget.secondsToReset()) });
  }
  const client = namedClient(call);
  const parameters = authParameters(call);
  const grant = parameters.get('grant_type');
  if (!grant) throw new Refusal(400, { message: 'Must include `grant_type` parameter in /token request' });
  call.trace.grant = grant;
  if (!GRANTS.includes(grant)) throw new Refusal(400, { message: `grant_type must be one of: ${GRANTS.join(', ')}` });
  provenClient(world, client);
  // A custom integration has this one grant; the others are for partners (harvest-api §2.2).
  if (grant !== 'client_credentials') throw new Refusal(400, { error: 'unauthorized_client' });
  const userId = actingUser(world, parameters.get('sub'));
  call.trace.actingUser = userId;
  return {
    status: 200,
    body: tokenAnswer(world, world.tokens.mint(client.id, userId, world.quirks.oneTokenAtATime)),
    headers: { 'Cache-Control': 'no-store' },
  };
}

/** `sub` is the numeric id of an active user; without it the integration's own service user acts (harvest-api §2.1). */
function actingUser(world: World, sub: string | undefined): number {
  if (sub === undefined || sub === '') return SERVICE_USER;
  const user = /^\d+$/.test(sub) ? world.db.users.get(Number(sub)) : undefined;
  if (!user || user.deactivated) throw new Refusal(400, { message: `sub=${sub} is not an active user`, errorId: 'err-sandbox' });
  return user.id;
}

function tokenAnswer(world: World, token: { jwt: string; expiresAt: number }): object {
  return {
    token_type: 'Bearer',
    access_token: token.jwt,
    ...(world.quirks.expiresInOnly ? {} : { expires_at: iso(token.expiresAt) }),
    ...(world.quirks.expiresAtOnly ? {} : { expires_in: Math.round((token.expiresAt - world.clock.now()) / 1000) }),
  };
}
