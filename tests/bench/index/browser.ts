/** A browser with bench extensions, asked from a page of each as the panel asks its worker. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { chromium, type Page } from '@playwright/test';

import { chromiumPath } from '../../support/chromium-path.ts';
import { extensionIdOf } from '../../support/managed-policy.ts';
import type { Question } from './worker.ts';

export interface BenchBrowser<P extends string> {
  /** What the worker measured. */
  ask(place: P, question: Question): Promise<number[]>;
  /** Milliseconds from the page's question to its answer, there and back. */
  roundTrip(place: P, question: Question): Promise<number>;
  /** Kills every worker, as the browser does after half a minute, and waits until what they held open is closed. */
  sleep(): Promise<void>;
  /** Bytes in the folder of its databases. */
  disk(place: P): Promise<number>;
  /** Bytes that the worker holds on to, what can be collected already taken away. */
  heap(place: P): Promise<number>;
  close(): Promise<void>;
}

/** So long after the last connection Chromium keeps a database's files open. */
export const CLOSED_MS = 6000;

export async function launchBench<P extends string>(
  folders: Record<P, string>,
  profile: string,
  flags: string[] = [],
): Promise<BenchBrowser<P>> {
  const list = Object.values<string>(folders).join(',');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    chromiumSandbox: false,
    args: [
      `--disable-extensions-except=${list}`,
      `--load-extension=${list}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--remote-debugging-port=0',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...flags,
    ],
  });
  const pages = {} as Record<P, Page>;
  const idOf = (place: P): string => extensionIdOf(folders[place]);
  for (const place of Object.keys(folders) as P[]) {
    pages[place] = await context.newPage();
    await pages[place].goto(`chrome-extension://${idOf(place)}/page.html`);
  }
  const cdp = await context.newCDPSession(Object.values<Page>(pages)[0] as Page);
  await cdp.send('ServiceWorker.enable');

  async function said(place: P, question: Question): Promise<{ times: number[]; took: number }> {
    const { answer, took } = await pages[place].evaluate(async (question) => {
      const started = performance.now();
      const answer = (await chrome.runtime.sendMessage(question)) as { times: number[] } | { failed: string };
      return { answer, took: performance.now() - started };
    }, question);
    if ('failed' in answer) throw new Error(`${place}, ${question.do}: ${answer.failed}`);
    return { times: answer.times, took };
  }

  return {
    ask: async (place, question) => (await said(place, question)).times,
    roundTrip: async (place, question) => (await said(place, question)).took,
    async sleep() {
      await cdp.send('ServiceWorker.stopAllWorkers');
      await new Promise((resolve) => setTimeout(resolve, CLOSED_MS));
    },
    disk: (place) => bytesIn(join(profile, 'Default/IndexedDB'), `chrome-extension_${idOf(place)}_0`),
    heap: (place) => workerHeap(profile, idOf(place)),
    close: () => context.close(),
  };
}

/** Of all folders that begin so: LevelDB has one for records and one for large values, SQLite one for both. */
async function bytesIn(parent: string, beginning: string): Promise<number> {
  const entries = await readdir(parent, { recursive: true, withFileTypes: true }).catch(() => []);
  let sum = 0;
  for (const entry of entries) {
    // What is compacted away meanwhile weighs nothing.
    const counts = entry.isFile() && relative(parent, entry.parentPath).startsWith(beginning);
    const found = counts ? await stat(join(entry.parentPath, entry.name)).catch(() => undefined) : undefined;
    sum += found?.size ?? 0;
  }
  return sum;
}

type Command = readonly [method: string, params?: object];

/** Playwright has no sessions with workers; the browser's own list of what can be debugged leads to one. */
export async function onWorker(profile: string, id: string, commands: readonly Command[]): Promise<Record<string, number>[]> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    type: string;
    url: string;
    webSocketDebuggerUrl: string;
  }[];
  const worker = targets.find(({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`));
  if (!worker) throw new Error('The worker is not running.');
  const socket = new WebSocket(worker.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('The worker cannot be looked into.')));
  });
  const send = (number: number, [method, params = {}]: Command): Promise<Record<string, number>> =>
    new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const said = JSON.parse(String(data)) as { id?: number; result: Record<string, number> };
        if (said.id === number) resolve(said.result);
      });
      socket.send(JSON.stringify({ id: number, method, params }));
    });
  const said = [];
  for (const [at, command] of commands.entries()) said.push(await send(at + 1, command));
  socket.close();
  return said;
}

export async function workerHeap(profile: string, id: string): Promise<number> {
  const [, usage] = await onWorker(profile, id, [['HeapProfiler.collectGarbage'], ['Runtime.getHeapUsage']]);
  const { usedSize = Number.NaN, backingStorageSize = 0 } = usage ?? {};
  return usedSize + backingStorageSize;
}
