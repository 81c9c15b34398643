import type { Answer, Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { User } from '../store/company-rows.ts';
import type { World } from '../world.ts';
import { authParameters, clientOf, namedClient, provenClient } from './client.ts';
import { isLive } from './clients.ts';

/** The name of the claims object is not published; readers must look for any namespaced key (harvest-api §2.1). */
const CLAIMS = 'https://greenhouse.io/claims';

/** `POST /introspect`: whose token this is, of which organisation, with which scopes (harvest-api §2.1). */
export function introspection(world: World, call: Call): Answer {
  provenClient(world, namedClient(call));
  const jwt = authParameters(call).get('token');
  if (!jwt) throw new Refusal(400, { message: 'Must include `token` parameter in /introspect request' });
  const token = world.tokens.read(jwt);
  const client = clientOf(world, token?.clientId);
  const user = token && world.db.users.get(token.userId);
  if (!token || !user || !client || user.deactivated || !isLive(client, world.clock.now())) {
    return { status: 200, body: { active: false } };
  }
  const { introspectScopes, introspectRole } = world.quirks;
  const scopes = [...client.scopes].filter((scope) => token.scopes?.includes(scope) ?? true);
  const role = introspectRole ? { role: roleOf(world, user) } : {};
  return {
    status: 200,
    body: {
      active: true,
      client_id: token.clientId,
      sub: String(token.userId),
      token_type: 'Bearer',
      exp: Math.floor(token.expiresAt / 1000),
      ...(introspectScopes ? { scope: scopes.join(' ') } : {}),
      [CLAIMS]: { organization: world.settings.organisation, user: { id: token.userId, ...role } },
    },
  };
}

function roleOf({ quirks }: World, user: User): string {
  if (user.service_account) return quirks.serviceUserIsSiteAdmin ? 'service_account' : 'user';
  return user.site_admin ? 'site_admin' : 'user';
}
