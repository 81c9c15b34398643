/** The sandbox without a wire: `fetch` for whoever lives in its process and has more to ask than sockets carry in the time. */
import type { Host } from './host.ts';
import type { Call } from './http/call.ts';
import { replyTo, textOf } from './reception.ts';

/** What breaks on the wire is a `TypeError` here as there. Knows nothing of `/_sandbox`, nor of an answer that is cut. */
export const inProcess =
  (host: Host): typeof fetch =>
  async (input, init) => {
    const reply = await replyTo(host, await callOf(new Request(input, init)));
    if (!reply) throw new TypeError('fetch failed');
    const { answer, headers } = reply;
    const type: Record<string, string> = { 'Content-Type': 'application/json; charset=utf-8' };
    return new Response(textOf(answer), { status: answer.status, headers: { ...type, ...answer.headers, ...headers } });
  };

async function callOf(request: Request): Promise<Call> {
  const url = new URL(request.url);
  return {
    method: request.method,
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    body: Buffer.from(await request.arrayBuffer()),
    origin: url.origin,
    trace: { actingUser: null, scopeNeeded: null },
  };
}
