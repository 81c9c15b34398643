import { basicCredentials, type Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { World } from '../world.ts';
import { type Client, isLive, knowsSecret } from './clients.ts';

export type Named = { id: string; secret: string };

/** The first two checks of the auth host: is there a client at all? (harvest-api §2.1, §13) */
export function namedClient(call: Call): Named {
  const basic = basicCredentials(call);
  if (!basic || basic.user === '') throw new Refusal(401, { message: 'Unauthorized', errorId: 'err-sandbox' });
  return { id: basic.user, secret: basic.password };
}

/** The last two: is its id well-formed, and is it who it says? */
export function provenClient(world: World, { id, secret }: Named): Client {
  if (!/-\d+$/.test(id)) {
    throw new Refusal(400, { message: `client_id=${id} does not contain a valid client ID suffix`, errorId: 'err-sandbox' });
  }
  const now = world.clock.now();
  const client = clientOf(world, id);
  if (!client || !isLive(client, now) || !knowsSecret(client, secret, now)) throw new Refusal(401, { error: 'invalid_client' });
  return client;
}

export function clientOf({ credential, partner }: World, id: string | undefined): Client | undefined {
  return [credential, partner].find((client) => client.id === id);
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

/** A body may be empty although it is announced as JSON: Greenhouse's own client does that (harvest-api §2.1). */
function jsonObject(text: string): object {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new Refusal(400, { message: 'Request body is not valid JSON', errorId: 'err-sandbox' });
  }
}
