/** The sandbox as a stranger starts it, and mistypes. What it serves then is held by `curl.test.ts`. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

// Each start is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const start = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; told: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], (error, out, told) =>
      resolve({ code: error?.code ?? 0, out, told }),
    );
  });

it('says what it takes, and what of it was wrong', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((listening) => taken.once('listening', listening));
  const port = String((taken.address() as AddressInfo).port);
  const [help, ...wrong] = await Promise.all([
    start('--help'),
    start('--plain', '--port', port),
    start('--candidates', 'many'),
    start('--nonsense'),
    start('--quirk', 'nonsense=1'),
  ]);
  expect(help).toEqual({ code: 0, out: expect.stringMatching(/^usage: npm run sandbox/), told: '' });
  const words = ['address already in use', '--candidates wants a whole number', '--nonsense', 'no switch nonsense=1'];
  expect(wrong).toEqual(
    words.map((reason) => ({
      code: 1,
      out: '',
      told: expect.stringMatching(new RegExp(`^.*${reason}.*\nusage: npm run sandbox`)),
    })),
  );
});
