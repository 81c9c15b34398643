import * as z from 'zod/mini';

import { ALL_SCOPES } from './auth/scopes.ts';
import { faultBody } from './faults.ts';
import type { Answer, Call } from './http/call.ts';
import { jsonBody, validBody } from './http/json-body.ts';
import { noSuchRoute } from './http/refusal.ts';
import { DEFAULT_QUIRKS, type Quirks } from './options.ts';
import type { Host } from './host.ts';
import { stateJson } from './state.ts';

const switches = z.record(z.enum(Object.keys(DEFAULT_QUIRKS) as [keyof Quirks]), z.union([z.boolean(), z.number(), z.string()]));
const quirksBody = z.partialRecord(switches.def.keyType, switches.def.valueType);
const clockBody = z.strictObject({ advanceMs: z.number() });
const scopeList = z.array(z.string());
const credentialBody = z.strictObject({
  scopes: z.optional(z.union([z.literal('all'), scopeList])),
  without: z.optional(scopeList),
  revoked: z.optional(z.boolean()),
  clientSecret: z.optional(z.string()),
});

/** `/_sandbox/*`: how tests look behind the counter. Never part of Greenhouse, never counted or logged. */
export function control(host: Host, call: Call): Answer {
  const endpoint = ENDPOINTS[`${call.method} ${call.path.slice('/_sandbox'.length)}`];
  if (!endpoint) throw noSuchRoute();
  return endpoint(host, call);
}

const done = (body: unknown = { ok: true }): Answer => ({ status: 200, body });

const ENDPOINTS: Record<string, (host: Host, call: Call) => Answer> = {
  'GET /state': ({ world }, call) => ({ status: 200, pieces: stateJson(world, call.query.get('written') === 'true') }),
  'GET /requests': (host) => done(host.log),
  'POST /reset': (host) => {
    host.reset();
    return done();
  },
  'POST /faults': (host, call) => {
    for (const fault of validBody(z.array(faultBody), jsonBody(call))) host.faults.add(fault);
    return done();
  },
  'POST /clock': (host, call) => {
    host.clock.advance(validBody(clockBody, jsonBody(call)).advanceMs);
    return done({ now: new Date(host.clock.now()).toISOString() });
  },
  'GET /quirks': ({ world }) => done(world.quirks),
  'POST /quirks': ({ world }, call) => {
    Object.assign(world.quirks, validBody(quirksBody, jsonBody(call)));
    return done(world.quirks);
  },
  'POST /credential': ({ world }, call) => {
    const { scopes, without, revoked, clientSecret } = validBody(credentialBody, jsonBody(call));
    const { credential } = world;
    if (scopes) credential.scopes = new Set(scopes === 'all' ? ALL_SCOPES : scopes);
    for (const scope of without ?? []) credential.scopes.delete(scope);
    if (revoked !== undefined) credential.revoked = revoked;
    if (clientSecret !== undefined) credential.clientSecret = clientSecret;
    return done({ scopes: [...credential.scopes], revoked: credential.revoked });
  },
};
