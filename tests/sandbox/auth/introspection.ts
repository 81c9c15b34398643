import { ORGANIZATION } from '../company/structure.ts';
import type { Answer, Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { authParameters, namedClient, provenClient } from './client.ts';

/** The name of the claims object is not published; readers must look for any namespaced key (harvest-api §2.1). */
const CLAIMS = 'https://greenhouse.io/claims';

/** `POST /introspect`: whose token this is, of which organisation, with which scopes (harvest-api §2.1). */
export function introspection(world: World, call: Call): Answer {
  provenClient(world, namedClient(call));
  const jwt = authParameters(call).get('token');
  if (!jwt) throw new Refusal(400, { message: 'Must include `token` parameter in /introspect request' });
  const token = world.tokens.read(jwt);
  const user = token && world.db.users.get(token.userId);
  if (!token || !user) return { status: 200, body: { active: false } };
  return {
    status: 200,
    body: {
      active: true,
      client_id: token.clientId,
      sub: String(token.userId),
      token_type: 'Bearer',
      exp: Math.floor(token.expiresAt / 1000),
      scope: [...world.credential.scopes].join(' '),
      [CLAIMS]: { organization: ORGANIZATION, user: { id: token.userId, role: roleOf(user) } },
    },
  };
}

function roleOf(user: { service_account: boolean; site_admin: boolean }): string {
  if (user.service_account) return 'service_account';
  return user.site_admin ? 'site_admin' : 'user';
}
