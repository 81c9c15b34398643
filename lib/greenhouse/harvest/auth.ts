/** The auth host: tokens and introspection, by HTTP Basic (harvest-api reference, section 2.1). */
import { AppError } from '#lib/errors.ts';

import { basic } from '../http/basic.ts';
import { authRefusal } from '../http/error-body.ts';
import type { Refused } from '../http/failure.ts';
import type { Exchange } from '../http/exchange.ts';

export interface AuthHost {
  token(form: Record<string, string>): Promise<unknown>;
  introspect(token: string): Promise<unknown>;
}

export interface AuthOptions {
  exchange: Exchange;
  host: string;
  clientId: string;
  secret: () => Promise<string>;
}

const CREDENTIAL_REFUSED = new Set(['invalid_client', 'unauthorized_client', 'invalid_grant']);

/**
 * What a refused token request means: the credential, or the acting user that it named. The body's words are compared and never
 * passed on, as they may echo the client id.
 */
function refusedToken({ status, body }: Refused, namesUser: boolean): AppError | undefined {
  if (status < 400) return undefined;
  const { error, message } = authRefusal(body);
  const credential = status === 401 || CREDENTIAL_REFUSED.has(error) || /client[_ ]id/i.test(message);
  return new AppError(credential || !namesUser ? 'greenhouse/unauthorized' : 'greenhouse/acting-user', { status });
}

export function authHost({ exchange, host, clientId, secret }: AuthOptions): AuthHost {
  const post = async (path: string, form: Record<string, string>): Promise<unknown> => {
    const authorization = basic(clientId, await secret());
    const explain = (refused: Refused) => refusedToken(refused, 'sub' in form);
    return (await exchange({ method: 'post', url: `${host}${path}`, authorization, form, explain, repeatable: true })).body;
  };
  return {
    token: (form) => post('/token', form),
    introspect: (token) => post('/introspect', { token, token_type_hint: 'access_token' }),
  };
}
