import { iso } from './clock.ts';
import type { Call } from './http/call.ts';

/** One received request, as `GET /_sandbox/requests` tells it. */
export type LogEntry = {
  id: number;
  time: string;
  host: string;
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  actingUser: number | string | null;
  scopeNeeded: string | null;
  /** What was answered, or would have been; 0 when the connection was dropped before anything was done. */
  status: number;
  /** Whether what it asked for was done, whatever the caller heard of it. */
  committed: boolean;
  grant?: string;
  fault?: string;
};

type Outcome = { status: number; committed: boolean; fault?: string | undefined };

const SECRET = new Set(['client_secret', 'token', 'refresh_token', 'code', 'code_verifier', 'client_assertion']);
/** A file in a body would fill the log. */
const LONGEST = 4096;

/** What is written down about a call: everything but secrets. */
export function logEntry(id: number, now: number, call: Call, outcome: Outcome): LogEntry {
  const { grant, actingUser, scopeNeeded } = call.trace;
  return {
    id,
    time: iso(now),
    host: call.host,
    method: call.method,
    path: call.path,
    // The token of a tracking link is none.
    query: Object.fromEntries([...call.query].filter(([name]) => call.path.startsWith('/v3/') || !SECRET.has(name))),
    body: bodyOf(call),
    actingUser,
    scopeNeeded,
    status: outcome.status,
    committed: outcome.committed,
    ...(grant === undefined ? {} : { grant }),
    ...(outcome.fault === undefined ? {} : { fault: outcome.fault }),
  };
}

function bodyOf(call: Call): unknown {
  if (call.body.length === 0) return null;
  const text = call.body.toString('utf8');
  if ((call.headers['content-type'] ?? '').includes('x-www-form-urlencoded'))
    return withoutSecrets(Object.fromEntries(new URLSearchParams(text)));
  try {
    return withoutSecrets(JSON.parse(text));
  } catch {
    return shortened(text);
  }
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return shortened(value);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) => (SECRET.has(name) ? [] : [[name, withoutSecrets(held)]])),
  );
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
