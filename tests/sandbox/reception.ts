import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

import { authorize } from './auth/authorize.ts';
import { introspection } from './auth/introspection.ts';
import { tokenEndpoint } from './auth/token-endpoint.ts';
import { control } from './control.ts';
import type { Fault } from './faults.ts';
import { harvest } from './harvest/dispatch.ts';
import type { Host } from './host.ts';
import { type Answer, answerOrRefusal, type Call } from './http/call.ts';
import { noSuchRoute, Refusal } from './http/refusal.ts';
import { partner } from './ingestion/partner.ts';
import { type LogEntry, logEntry } from './request-log.ts';
import type { World } from './world.ts';

/** What goes back over the wire, but for its headers of every day: `cut` stops in the middle. */
export interface Reply {
  answer: Answer;
  headers: Record<string, string>;
  cut: boolean;
}

/** Receives one call: control aside, it is delayed, perhaps spoilt by a fault, answered and written down. */
export async function receive(host: Host, call: Call, response: ServerResponse): Promise<void> {
  if (call.path.startsWith('/_sandbox/')) {
    send(
      response,
      answerOrRefusal(() => control(host, call)),
    );
    return;
  }
  const reply = await replyTo(host, call);
  if (!reply) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  if (reply.cut) sendCut(response, reply.answer);
  else send(response, reply.answer);
}

/** Nothing where the connection breaks. */
export async function replyTo(host: Host, call: Call): Promise<Reply | undefined> {
  const receivedAt = host.clock.now();
  const { id, fault, gate, note } = host.meet(call);
  const entry = (status: number, committed: boolean): LogEntry =>
    logEntry(id, receivedAt, call, { status, committed, fault: fault?.do });
  const arrived = (await gate?.holdBefore(entry(0, false))) ?? true;
  await waitFor(host.settings.latencyMs + (fault?.do === 'answer-late' ? 0 : (fault?.delayMs ?? 0)));
  // HEAD is GET, of which HTTP leaves the body out.
  const answer = arrived ? outcome(host, call.method === 'HEAD' ? { ...call, method: 'GET' } : call, fault) : undefined;
  const status = answer?.status ?? 0;
  note(entry(status, status > 0 && status < 400 && !INSTEAD.has(fault?.do)));
  const heard = (await gate?.holdAfter()) ?? true;
  if (fault?.do === 'answer-late') await waitFor(fault.delayMs ?? 0);
  if (!answer || !heard || fault?.do === 'drop-after-commit') return undefined;
  const headers = {
    'X-Request-Id': `sandbox-${id}`,
    ...(host.world.quirks.cors ? ORIGINS : {}),
    // By its own time, as every server's.
    Date: new Date(host.clock.now()).toUTCString(),
  };
  return { answer, headers, cut: fault?.do === 'truncate' };
}

/** Faults in whose case nothing is done. */
const INSTEAD: ReadonlySet<Fault['do']> = new Set(['status', 'garbage']);

const waitFor = async (ms: number): Promise<void> => {
  if (ms > 0) await wait(ms);
};

/** What Greenhouse would say, or what the fault says in its place; nothing when the call never arrives. */
function outcome(host: Host, call: Call, fault: Fault | undefined): Answer | undefined {
  switch (fault?.do) {
    case 'drop-before':
      return undefined;
    case 'status':
      return { status: fault.status ?? 503, body: fault.body ?? { message: 'Sandbox fault' }, headers: fault.headers ?? {} };
    case 'garbage':
      return {
        status: 502,
        pieces: ['<html><body><h1>502 Bad Gateway</h1></body></html>'],
        headers: { 'Content-Type': 'text/html' },
      };
    default:
      return answerOrRefusal(() => crossOrigin(host.world, call) ?? route(host, call));
  }
}

/** The answer to a browser's question before a call, if the hosts allow other origins at all (harvest-api §12 #20). */
function crossOrigin({ quirks }: World, { method }: Call): Answer | undefined {
  if (!quirks.cors || method !== 'OPTIONS') return undefined;
  const allowed = {
    'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
    'Access-Control-Allow-Headers': '*, Authorization',
  };
  return { status: 204, headers: allowed };
}

const ORIGINS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
};

/** What each host of Greenhouse serves; a name of the machine itself serves everything. */
const HOSTS: Record<string, RegExp> = {
  'auth.greenhouse.io': /^\/(token|introspect|authorize)$/,
  'harvest.greenhouse.io': /^\/v3\//,
  'api.greenhouse.io': /^\/(v1\/partner\/|oauth\/)/,
};

/** The auth host, and Candidate Ingestion's own names for the same two steps (harvest-api §2). */
const AUTH: Record<string, (world: World, call: Call) => Answer> = {
  'POST /token': tokenEndpoint,
  'POST /introspect': introspection,
  'GET /authorize': authorize,
  'POST /oauth/token': tokenEndpoint,
  'GET /oauth/authorize': authorize,
};

/** What the URLs of v1 and v2 say since they were switched off has not been published (harvest-api §12 #1). */
const RETIRED = /^\/v[12]\/(?!partner\/)/;

/** All hosts share the port. */
function route({ world }: Host, call: Call): Answer {
  if (RETIRED.test(call.path)) throw new Refusal(world.quirks.retiredStatus, { message: 'Resource not found' });
  if (HOSTS[call.host]?.test(call.path) === false) throw noSuchRoute();
  const auth = AUTH[`${call.method} ${call.path}`];
  if (auth) return auth(world, call);
  if (call.path.startsWith('/v3/')) return harvest(world, call);
  if (call.path.startsWith('/v1/partner/')) return partner(world, call);
  throw noSuchRoute();
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/** The body as text; a 204 has none. */
export const textOf = ({ status, body, pieces }: Answer): string | undefined =>
  pieces ? [...pieces].join('') : status === 204 || body === undefined ? undefined : JSON.stringify(body);

function send(response: ServerResponse, { status, body, pieces, headers }: Answer): void {
  if (pieces) {
    Readable.from(pieces).pipe(response.writeHead(status, { ...JSON_TYPE, ...headers }));
    return;
  }
  const text = textOf({ status, body });
  const length = text === undefined ? {} : { ...JSON_TYPE, 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(status, { ...length, ...headers }).end(text);
}

/** A 200 whose JSON stops in the middle. */
function sendCut(response: ServerResponse, { body, headers }: Answer): void {
  const text = JSON.stringify(body) ?? '';
  response.writeHead(200, { ...JSON_TYPE, ...headers });
  response.end(text.slice(0, Math.floor(text.length / 2)));
}
