/** One recruiter's browser and its Greenhouse, in which one export after another is made, each as if it were the first of the day. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { chromium, type Page, type Worker } from '@playwright/test';

import type { ExportAnswer, ExportRequest, ExportView } from '#lib/export/schema.ts';

import { connect, credentialOf } from '../demo/connect.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { ask } from '../support/ask-worker.ts';
import { type Extension, launchExtension } from '../support/extension.ts';
import type { Death } from './cells.ts';
import type { Connected } from './flavours.ts';

/** May manage custom fields, and write private ones; the sandbox's default recruiter may not. */
const PRIYA = 'priya.ramanathan@birchlabs.example';
/** Nobody waits for a budget here but where a fault says so. */
const NO_LIMIT = 100_000;
/** Whatever is asked here waits for no network. */
const ANSWERS_WITHIN_MS = 20_000;
const LONG_AGO_MS = 3_600_000;

export interface Stand {
  readonly sandbox: Sandbox;
  /** A number that no export had before. */
  next(): number;
  /** Nothing is at hand: no token, nothing known of the fields, no worker. */
  cold(): Promise<void>;
  die(death: Death): Promise<void>;
  /** For Greenhouse, and for the worker for as long as it lives. */
  pass(ms: number): Promise<void>;
  start(request: ExportRequest): Promise<ExportView>;
  view(id: string): Promise<ExportView | undefined>;
  answer(view: ExportView, answer: ExportAnswer): Promise<void>;
  close(): Promise<void>;
}

export async function openStand(connected: Connected): Promise<Stand> {
  const now = () => new Date().getTime() - LONG_AGO_MS;
  const sandbox = await startSandbox({ rateLimit: NO_LIMIT, tokenRateLimit: NO_LIMIT, candidates: 2000, now });
  let extension = await launchExtension({ pages: 9, greenhouse: sandbox.port });
  const close = async () => {
    await extension.close();
    await sandbox.close();
  };
  try {
    await prepare(extension, sandbox, connected);
  } catch (thrown) {
    await close();
    throw thrown;
  }
  // No lag hides what was prepared.
  sandbox.advance(LONG_AGO_MS);
  let page = await talkingPage(extension);
  let exports = 0;
  return {
    sandbox,
    close,
    next: () => (exports += 1),
    cold: async () => {
      await page.evaluate(forget);
      await killWorkerOf(page);
    },
    async die(death) {
      if (death === 'worker') await killWorkerOf(page);
      if (death === 'reload') await extension.reload();
      if (death === 'browser') {
        await extension.crash();
        extension = await extension.relaunch();
      }
      if (death === 'reload' || death === 'browser') page = await talkingPage(extension);
    },
    async pass(ms) {
      sandbox.advance(ms);
      await inWorker(extension, (worker) => worker.evaluate(setForward, ms));
    },
    start: (request) => inTime(ask(page, 'export.start', request)),
    view: async (id) => (await inTime(ask(page, 'export.list', {}))).find((view) => view.id === id),
    answer: async ({ id }, answer) => {
      await inTime(ask(page, 'export.answer', { id, answer }));
    },
  };
}

/** A page of ours with nothing on it: what stands in a panel or in the settings asks questions of its own. */
const inTime = <T>(answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    wait(ANSWERS_WITHIN_MS, undefined, { ref: false }).then(() => {
      throw new Error(`the worker did not answer within ${ANSWERS_WITHIN_MS} ms`);
    }),
  ]);

const talkingPage = (extension: Extension): Promise<Page> => extension.open('manifest.json');

async function killWorkerOf(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

/** Playwright's own connection knows a worker only until it is killed for the first time; a second one knows the one that lives. */
async function inWorker(extension: Extension, work: (worker: Worker) => Promise<void>): Promise<void> {
  const [port] = (await readFile(join(extension.profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const worker = second.contexts().flatMap((context) => context.serviceWorkers())[0];
    if (!worker) throw new Error('no worker lives');
    await work(worker);
  } finally {
    await second.close();
  }
}

/** Runs in the worker. */
function setForward(ms: number): void {
  const { now } = Date;
  Date.now = () => now() + ms;
}

/** Runs in a page of ours. */
async function forget(): Promise<void> {
  await chrome.storage.session.clear();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gleaner');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('no database')));
  });
  const write = database.transaction('cache', 'readwrite');
  write.objectStore('cache').clear();
  await new Promise<void>((resolve) => write.addEventListener('complete', () => resolve()));
  database.close();
}

async function prepare(extension: Extension, sandbox: Sandbox, connected: Connected): Promise<void> {
  const options = await extension.open('options.html');
  await options.evaluate(() => chrome.storage.local.set({ settings: { undoSeconds: 0, buttonOn: [] } }));
  if (connected === 'fields') {
    await connect(options, { ...credentialOf(sandbox), email: PRIYA });
    await ask(options, 'external-ids.make', {});
  }
  if (connected === 'plain') await connect(options, credentialOf(sandbox));
  if (connected === 'partner') {
    await options.getByRole('textbox', { name: 'Partner key' }).fill(sandbox.partnerKey);
    await options.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await options.getByRole('status', { name: 'Connection' }).filter({ hasText: sandbox.user.name }).waitFor();
  }
  await options.close();
}
