import { clientOf } from '../auth/client.ts';
import { isLive } from '../auth/clients.ts';
import type { Call } from '../http/call.ts';
import { unauthorized } from '../http/refusal.ts';
import type { User } from '../store/company-rows.ts';
import type { World } from '../world.ts';

/** An authenticated call: the world as one user acts in it, with the scopes of one token. */
export type Acting = { world: World; call: Call; user: User; holds: (scope: string) => boolean };

/** The user of a bearer token and what the token may do; nothing when it is unknown, has ended or was withdrawn. */
export function bearer(world: World, call: Call): Acting | undefined {
  const [scheme, jwt] = (call.headers['authorization'] ?? '').split(' ');
  const token = scheme?.toLowerCase() === 'bearer' ? world.tokens.read(jwt) : undefined;
  const client = token && clientOf(world, token.clientId);
  const user = token && world.db.users.get(token.userId);
  if (!token || !client || !isLive(client, world.clock.now()) || !user || user.deactivated) return undefined;
  call.trace.actingUser = user.id;
  // What was taken from the client stops working at once, whatever was consented to (harvest-api §2.2).
  const holds = (scope: string): boolean => client.scopes.has(scope) && (token.scopes?.includes(scope) ?? true);
  return { world, call, user: asSwitched(world, user), holds };
}

/** A token that cannot be read, has expired or was withdrawn is a 401 (harvest-api §6). */
export function authenticated(world: World, call: Call): Acting {
  const acting = bearer(world, call);
  if (!acting) throw unauthorized();
  return acting;
}

/** Greenhouse makes the service user of an integration, and nobody says with which rights (harvest-api §2.1). */
function asSwitched({ quirks }: World, user: User): User {
  return user.service_account ? { ...user, site_admin: quirks.serviceUserIsSiteAdmin } : user;
}
