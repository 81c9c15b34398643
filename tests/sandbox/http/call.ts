import type { IncomingMessage } from 'node:http';

import { Refusal } from './refusal.ts';

/** What the request log learns about a call while it is being answered. */
export type Trace = { actingUser: number | string | null; scopeNeeded: string | null; grant?: string };

/** One request, read to its end. */
export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
  /** The name that the caller used, without a port. */
  host: string;
  /** The address that the caller used, for links. */
  origin: string;
  trace: Trace;
};

/** `body` is sent as JSON, `pieces` as they are. */
export type Answer = {
  status: number;
  body?: unknown;
  pieces?: Iterable<string>;
  headers?: Record<string, string>;
};

/** More than the largest attachment weighs in base64. */
const LARGEST_BODY = 256 * 1024 * 1024;

/** Reads a request to its end; nothing when it is too large to be kept, or has no address that can be read. */
export async function readCall(request: IncomingMessage, scheme: string): Promise<Call | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += (piece as Buffer).length;
    if (length <= LARGEST_BODY) pieces.push(piece as Buffer);
  }
  const origin = `${scheme}://${request.headers.host ?? '127.0.0.1'}`;
  const target = request.url ?? '/';
  const address = target.startsWith('/') ? origin + target : target;
  if (length > LARGEST_BODY || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return {
    method: request.method ?? 'GET',
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(pieces),
    origin,
    trace: { actingUser: null, scopeNeeded: null },
  };
}

/** User name and password of HTTP Basic, or nothing. */
export function basicCredentials(call: Call): { user: string; password: string } | undefined {
  const [scheme, encoded] = (call.headers['authorization'] ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) return undefined;
  return { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/** What an endpoint says, whether it answered or refused. */
export function answerOrRefusal(endpoint: () => Answer): Answer {
  try {
    return endpoint();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { status: refusal.status, body: refusal.body, headers: refusal.headers };
  }
}
