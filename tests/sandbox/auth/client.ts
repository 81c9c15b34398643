import { basicCredentials, type Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world.ts';

export type Client = { id: string; secret: string };

/** The first two checks of the auth host: is there a client at all? (harvest-api §2.1, §13) */
export function namedClient(call: Call): Client {
  const basic = basicCredentials(call);
  if (!basic || basic.user === '') throw new Refusal(401, { message: 'Unauthorized', errorId: 'err-sandbox' });
  return { id: basic.user, secret: basic.password };
}

/** The last two: is its id well-formed, and is it who it says? */
export function provenClient(world: World, client: Client): void {
  if (!/-\d+$/.test(client.id)) {
    throw new Refusal(400, {
      message: `client_id=${client.id} does not contain a valid client ID suffix`,
      errorId: 'err-sandbox',
    });
  }
  const { clientId, clientSecret, revoked } = world.credential;
  if (revoked || client.id !== clientId || client.secret !== clientSecret) throw new Refusal(401, { error: 'invalid_client' });
}

/** The parameters of an auth call, from wherever they may stand: query, form or JSON (harvest-api §2.1). */
export function authParameters(call: Call): Map<string, string> {
  const parameters = new Map(call.query);
  const text = call.body.toString('utf8');
  if ((call.headers['content-type'] ?? '').includes('json')) {
    for (const [name, value] of Object.entries(jsonObject(text))) parameters.set(name, String(value));
  } else {
    for (const [name, value] of new URLSearchParams(text)) parameters.set(name, value);
  }
  return parameters;
}

function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new Refusal(400, { message: 'Request body is not valid JSON', errorId: 'err-sandbox' });
  }
}
