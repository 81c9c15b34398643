/**
 * One port for every host. Firefox can be told to take all names to this machine and port 443 to one port, and no more: so
 * what is asked of Greenhouse's hosts is handed on to the sandbox, and everything else to the sample pages.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';

import { GREENHOUSE_HOSTS } from '#lib/greenhouse/hosts.ts';

import { certificate } from '../sandbox/certificate.ts';
import type { Ports } from '../support/extension.ts';

export interface Front {
  port: number;
  /** Every host that was asked, in order. */
  hosts: string[];
  close(): Promise<void>;
}

const GREENHOUSE = new Set(GREENHOUSE_HOSTS.map((origin) => new URL(origin).host));

export async function openFront(ports: Ports): Promise<Front> {
  const hosts: string[] = [];
  // Both servers have certificates that nobody trusts, and are ours.
  const agent = new Agent({ rejectUnauthorized: false, keepAlive: true });

  const handOn = (incoming: IncomingMessage, answer: ServerResponse): void => {
    const { host = '' } = incoming.headers;
    hosts.push(host);
    const outgoing = request({
      agent,
      host: '127.0.0.1',
      port: GREENHOUSE.has(host) ? ports.greenhouse : ports.pages,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    });
    outgoing.on('response', (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers);
      said.pipe(answer);
    });
    // An answer that never comes never comes here either.
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  };

  const server = createServer(await certificate(), handOn);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
