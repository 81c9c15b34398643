import type { Call } from '../http/call.ts';
import { unauthorized } from '../http/refusal.ts';
import type { User } from '../store/company-rows.ts';
import type { World } from '../world.ts';

/** An authenticated call: the world as one user acts in it. */
export type Acting = { world: World; call: Call; user: User };

/** Who is calling; a token that cannot be read, has expired or was withdrawn is a 401 (harvest-api §6). */
export function authenticated(world: World, call: Call): Acting {
  const [scheme, jwt] = (call.headers['authorization'] ?? '').split(' ');
  const token = scheme?.toLowerCase() === 'bearer' && jwt ? world.tokens.read(jwt) : undefined;
  const user = token && !world.credential.revoked ? world.db.users.get(token.userId) : undefined;
  if (!user || user.deactivated) throw unauthorized();
  call.trace.actingUser = user.id;
  const demoted = user.service_account && !world.quirks.serviceUserIsSiteAdmin;
  return { world, call, user: demoted ? { ...user, site_admin: false } : user };
}
