/** The extension's worker, as a cell needs it: dead, somewhere else in time, or in a hurry. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium, type Page } from '@playwright/test';

import { stopWorkers } from '../support/deaths.ts';

/** So much shorter is every long wait of a worker in a hurry, and whatever a cell delays for it. */
export const HURRY = 10;
/** Shorter waits are no waits for an answer. */
const LONG_MS = 10_000;

/** From any page of the extension. */
export async function killWorkerOf(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await stopWorkers(cdp);
  await cdp.detach();
}

/** For as long as this worker lives. */
export const setForward = (profile: string, ms: number): Promise<void> => inWorker(profile, forward, ms);

/** Nobody gives up on a call later than a tenth of their time: the same waits, and no minutes of them. */
export const hurry = (profile: string): Promise<void> => inWorker(profile, shorten, [HURRY, LONG_MS] as const);

/** Playwright's own connection knows a worker only until it is killed for the first time; a second one knows the one that lives. */
async function inWorker<A>(profile: string, work: (about: A) => void, about: A): Promise<void> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const worker = second.contexts().flatMap((context) => context.serviceWorkers())[0];
    if (!worker) throw new Error('no worker lives');
    await worker.evaluate(work as (about: unknown) => void, about as unknown);
  } finally {
    await second.close();
  }
}

/** Runs in the worker. */
function forward(ms: number): void {
  const { now } = Date;
  Date.now = () => now() + ms;
}

/** Runs in the worker. */
function shorten([by, long]: readonly [number, number]): void {
  const short = (ms = 0): number => (ms >= long ? ms / by : ms);
  const { setTimeout: wait } = globalThis;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  globalThis.setTimeout = ((run: () => void, ms?: number) => wait(run, short(ms))) as typeof setTimeout;
  AbortSignal.timeout = (ms) => timeout(short(ms));
}
