/** Two organisations of one recruiter, Birch Labs and its sandbox, behind the same three host names, one at a time. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { launchExtension } from '../support/extension.ts';
import { expect, test as base } from './fixture.ts';

interface Greenhouses {
  birch: Sandbox;
  trial: Sandbox;
  /** From now on this one answers, and every open connection is closed. */
  reach: (greenhouse: Sandbox) => void;
}

/** The calls that asked it to make somebody. */
export const madeIn = (sandbox: Sandbox): string[] =>
  sandbox
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('candidates'))
    .map(({ path }) => path);

export const test = base.extend<{ greenhouses: Greenhouses & { port: number } }>({
  greenhouses: async ({ sandbox: birch }, use) => {
    const trial = await startSandbox({ seed: 2, organisation: { id: 71_005, name: 'Birch Labs Sandbox' } });
    let reached = birch;
    const open = new Set<Socket>();
    const server = createServer((near) => {
      const far = connect(reached.port, '127.0.0.1');
      for (const socket of [near, far]) {
        open.add(socket);
        socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const hangUp = () => {
      for (const socket of open) socket.destroy();
    };
    await use({
      birch,
      trial,
      port: (server.address() as AddressInfo).port,
      reach: (greenhouse) => {
        reached = greenhouse;
        hangUp();
      },
    });
    hangUp();
    server.close();
    await trial.close();
  },
  extension: async ({ pages, greenhouses }, use) => {
    const extension = await launchExtension({ pages: pages.port, greenhouse: greenhouses.port });
    await use(extension);
    await extension.close();
  },
});

export { expect };
