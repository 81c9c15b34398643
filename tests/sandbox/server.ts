import { createServer as createPlainServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { certificate } from './certificate.ts';
import { DEFAULT_USER } from './company/staff.ts';
import { changeCredential, type CredentialChange, type CredentialState } from './credential-control.ts';
import type { Fault } from './faults.ts';
import type { Gate } from './gates.ts';
import { Host } from './host.ts';
import { readCall } from './http/call.ts';
import { inProcess } from './in-process.ts';
import type { Match } from './match.ts';
import { type SandboxOptions, type Settings, settle } from './options.ts';
import type { Quirks } from './quirks.ts';
import { receive } from './reception.ts';
import type { LogEntry } from './request-log.ts';
import { type State, stateOf } from './state.ts';

export type { CredentialChange, CredentialState, Fault, Gate, LogEntry, Match, Quirks, SandboxOptions, State };

export type SandboxUser = { id: number; name: string; email: string | null };

/** A running sandbox, for tests and the demo. Over the wire the same things are under `/_sandbox`. */
export type Sandbox = {
  port: number;
  url: string;
  clientId: string;
  clientSecret: string;
  partnerKey: string;
  /** A partner's client for the authorization code grant, of Harvest and of Candidate Ingestion. */
  partner: { clientId: string; clientSecret: string; redirectUri: string };
  /** The recruiter of the ready line. */
  user: SandboxUser;
  users: SandboxUser[];
  close: () => Promise<void>;
  reset: () => void;
  state: () => State;
  /** What was written since the seed. */
  written: () => State;
  requests: () => LogEntry[];
  fault: (...faults: Fault[]) => void;
  /** Holds the next call that fits; in this process alone, since only here can somebody wait for it. */
  gate: (match: Match) => Gate;
  /** No fault and no gate waits for a call any more; what a gate holds it goes on holding. */
  calm: () => void;
  advance: (ms: number) => void;
  quirks: (changes: Partial<Quirks>) => void;
  /** The same answers without a wire, for whoever asks very much (`in-process.ts`). */
  fetch: typeof fetch;
  credential: (change: CredentialChange) => CredentialState;
  scopes: (change: { only?: string[]; without?: string[] }) => void;
};

/** Starts a Greenhouse of one's own (harvest-api; contracts, "Command lines"). */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = settle(options);
  const host = new Host(settings);
  const server = await openServer(settings, (request, response) => {
    readCall(request, settings.plain ? 'http' : 'https')
      .then((call) => (call ? receive(host, call, response) : refuse(response)))
      .catch((error: unknown) => {
        process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'application/json' });
        response.end('{"message":"Sandbox error"}');
      });
  });
  return sandboxOf(host, server);
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'Content-Type': 'application/json' }).end('{"message":"Bad Request"}');
}

async function openServer(settings: Settings, listener: RequestListener): Promise<Server> {
  const server = settings.plain ? createPlainServer(listener) : createSecureServer(await certificate(), listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  return server;
}

function sandboxOf(host: Host, server: Server): Sandbox {
  const { port } = server.address() as AddressInfo;
  const { credential, partner, partnerKey } = host.world;
  const users = [...host.world.db.users.descending()].map((user) => ({
    id: user.id,
    name: `${user.first_name} ${user.last_name}`,
    email: user.primary_email,
  }));
  const user = users.find(({ id }) => id === DEFAULT_USER);
  if (!user) throw new Error('The seed has lost its default recruiter.');
  return {
    port,
    url: `${host.settings.plain ? 'http' : 'https'}://127.0.0.1:${port}`,
    clientId: credential.id,
    clientSecret: credential.secret,
    partnerKey,
    partner: { clientId: partner.id, clientSecret: partner.secret, redirectUri: partner.redirectUri ?? '' },
    user,
    users,
    close: () => closeServer(server),
    reset: () => host.reset(),
    state: () => stateOf(host.world),
    written: () => stateOf(host.world, true),
    requests: () => host.log,
    fault: (...faults) => {
      for (const fault of faults) host.fault(fault);
    },
    gate: (match) => host.gate(match),
    calm: () => host.calm(),
    advance: (ms) => host.clock.advance(ms),
    quirks: (changes) => {
      Object.assign(host.world.quirks, changes);
    },
    fetch: inProcess(host),
    credential: (change) => changeCredential(host.world, change),
    scopes: ({ only, without }) => {
      changeCredential(host.world, { scopes: only, without });
    },
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
