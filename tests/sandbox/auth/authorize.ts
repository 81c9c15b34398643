import { DEFAULT_USER } from '../company/staff.ts';
import type { Answer, Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { clientOf } from './client.ts';

/**
 * `GET /authorize`: where a partner's user consents (harvest-api §2.2). Here the user of the ready line consents at once,
 * or the one that the sandbox's own parameter `user_id` names.
 */
export function authorize(world: World, { query, trace }: Call): Answer {
  const client = clientOf(world, query.get('client_id') ?? '');
  const redirect = query.get('redirect_uri');
  if (!client?.redirectUri || redirect !== client.redirectUri) {
    throw new Refusal(400, { message: 'Unknown client_id or redirect_uri', errorId: 'err-sandbox' });
  }
  const user = world.db.users.get(Number(query.get('user_id') ?? DEFAULT_USER));
  const scopes = (query.get('scope') ?? '').split(/[ +]/).filter(Boolean);
  const challenge = query.get('code_challenge') ?? undefined;
  const fault =
    (query.get('response_type') !== 'code' && 'unsupported_response_type') ||
    ((scopes.length === 0 || scopes.some((scope) => !client.scopes.has(scope))) && 'invalid_scope') ||
    (world.quirks.pkceRequired && challenge === undefined && 'invalid_request') ||
    ((!user || user.deactivated) && 'access_denied');
  if (fault || !user) return back(redirect, { error: fault || 'access_denied' }, query);
  trace.actingUser = user.id;
  const code = world.tokens.code({ clientId: client.id, userId: user.id, scopes, challenge });
  return back(redirect, { code: code.value }, query);
}

function back(redirect: string, outcome: Record<string, string>, query: URLSearchParams): Answer {
  const target = new URL(redirect);
  const state = query.get('state');
  for (const [name, value] of Object.entries({ ...outcome, ...(state === null ? {} : { state }) }))
    target.searchParams.set(name, value);
  return { status: 302, headers: { Location: target.href } };
}
