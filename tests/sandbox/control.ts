import * as z from 'zod/mini';

import { changeCredential, credentialChange } from './credential-control.ts';
import { faultBody } from './faults.ts';
import type { Answer, Call } from './http/call.ts';
import { jsonBody, validBody } from './http/json-body.ts';
import { noSuchRoute } from './http/refusal.ts';
import type { Host } from './host.ts';
import { quirksSchema } from './quirks.ts';
import { stateJson } from './state.ts';

const quirksBody = z.partial(quirksSchema);
const clockBody = z.strictObject({ advanceMs: z.number() });

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
    for (const fault of validBody(z.array(faultBody), jsonBody(call))) host.fault(fault);
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
  'POST /credential': ({ world }, call) => done(changeCredential(world, validBody(credentialChange, jsonBody(call)))),
};
