/** One recruiter's browser and its Greenhouse, in which one export after another is made, each as if it were the first of the day. */
import { setTimeout as wait } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import type { ExportAnswer, ExportRequest, ExportView } from '#lib/export/schema.ts';

import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { ask } from '../support/ask-worker.ts';
import { launchExtension } from '../support/extension.ts';
import { servePages } from '../support/pages.ts';
import { type Afterwards, afterwardsIn, viewOf } from './afterwards.ts';
import type { Death } from './cells.ts';
import type { Connected, Wish } from './flavours.ts';
import { panelBeside, press, putProfile, ready, shownIn } from './panel.ts';
import { forget, prepare } from './prepare.ts';
import type { Shown } from './says.ts';
import { lead, pressFor } from './wishing.ts';
import { within } from './within.ts';
import { hurry, killWorkerOf, setForward } from './worker.ts';

/** Nobody waits for a budget here but where a fault says so. */
const NO_LIMIT = 100_000;
/** Whatever is asked here waits for no network. */
const ANSWERS_WITHIN_MS = 20_000;
/** On a machine that has much else to do. */
const STARTS_WITHIN_MS = 45_000;
const LONG_AGO_MS = 3_600_000;

export interface Stand {
  readonly sandbox: Sandbox;
  /** A number that no export had before. */
  next(): number;
  /** Opens the panel beside the page of the person, up to where only the press is missing; it stays beside somebody's from then on. */
  meet(request: ExportRequest): Promise<void>;
  /** Nothing is at hand: no token, nothing known of the fields, no worker. */
  cold(): Promise<void>;
  die(death: Death): Promise<void>;
  /** For Greenhouse, and for the worker for as long as it lives. */
  pass(ms: number): Promise<void>;
  /** The worker's long waits are short ones, for as long as it lives; still nothing is at hand. */
  hurry(): Promise<void>;
  start(request: ExportRequest): Promise<void>;
  /** The exports that have ended well here. */
  readonly afterwards: Afterwards;
  /** As the message of the panel's list has them. */
  views(): Promise<ExportView[]>;
  view(request: ExportRequest): Promise<ExportView | undefined>;
  /** As it stands in the panel. */
  shown(request: ExportRequest): Promise<Shown>;
  answer(view: ExportView, answer: ExportAnswer): Promise<void>;
  /** The panel stands open where a wish is said, up to where only the press is missing. */
  lead(request: ExportRequest, view: ExportView, wish: Wish): Promise<void>;
  /** Presses what the panel offers for it; of an undo all of it that can be. */
  want(request: ExportRequest, view: ExportView, wish: Wish): Promise<void>;
  /** Once; whoever asks again has it closed already. */
  close(): Promise<void>;
  isClosed(): boolean;
}

const QUIET_MS = 400;

/** Until nobody has asked for anything for a moment. */
async function quiet(sandbox: Sandbox): Promise<void> {
  for (let asked = -1; asked !== sandbox.requests().length; await wait(QUIET_MS)) asked = sandbox.requests().length;
}

const inTime = <T>(what: string, work: Promise<T>): Promise<T> => within(ANSWERS_WITHIN_MS, what, work);

export async function openStand(connected: Connected): Promise<Stand> {
  const now = () => new Date().getTime() - LONG_AGO_MS;
  const sandbox = await startSandbox({ rateLimit: NO_LIMIT, tokenRateLimit: NO_LIMIT, candidates: 2000, now });
  const pages = await servePages();
  let extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await extension.close();
    await Promise.all([sandbox.close(), pages.close()]);
  };
  try {
    await prepare(extension, sandbox, connected);
  } catch (thrown) {
    await close();
    throw thrown;
  }
  // No lag hides what was prepared.
  sandbox.advance(LONG_AGO_MS);
  let exports = 0;
  /** Of the person whom the panel is beside. */
  let profile: string | undefined;
  let panel: Page;
  /** A panel that was just opened asks for its lists. */
  let isFresh = true;
  async function openPanel(): Promise<void> {
    isFresh = true;
    panel = await (profile === undefined ? extension.open('sidepanel.html') : panelBeside(extension, profile));
  }
  await openPanel();
  const views = () => inTime('listing', ask(panel, 'export.list', {}));
  const view = async (request: ExportRequest) => viewOf(await views(), request);

  return {
    sandbox,
    close,
    isClosed: () => closed,
    next: () => (exports += 1),
    async meet(request) {
      putProfile(pages, request);
      profile = request.url;
      const before = extension.context.pages();
      await openPanel();
      for (const page of before) await page.close();
      await ready(panel, request.jobName ?? '');
    },
    async cold() {
      if (isFresh) await quiet(sandbox);
      isFresh = false;
      // What is on its way for the panel would be at hand again.
      await killWorkerOf(panel);
      await panel.evaluate(forget);
      await killWorkerOf(panel);
    },
    async die(death) {
      if (death === 'worker') await inTime('killing the worker', killWorkerOf(panel));
      if (death === 'reload') await inTime('reloading the extension', extension.reload());
      if (death === 'browser') {
        await inTime('killing the browser', extension.crash());
        extension = await within(STARTS_WITHIN_MS, 'starting the browser', extension.relaunch());
      }
      if (death === 'reload' || death === 'browser') await inTime('opening the panel', openPanel());
    },
    async pass(ms) {
      sandbox.advance(ms);
      await inTime('setting the clock', setForward(extension.profile, ms));
    },
    async hurry() {
      // It has to live first.
      await inTime('waking the worker', ask(panel, 'export.list', {}));
      await inTime('hurrying', hurry(extension.profile));
      // A worker that wakes does what is due of earlier exports.
      await quiet(sandbox);
      await panel.evaluate(forget);
    },
    async start(request) {
      if (profile === undefined) await inTime('starting', ask(panel, 'export.start', request));
      else await inTime('pressing', press(panel));
      while (!(await view(request))) await wait(20);
    },
    afterwards: afterwardsIn(sandbox),
    views,
    view,
    shown: (request) => inTime('reading the panel', shownIn(panel, request)),
    answer: async ({ id, writtenAt, question }, answer) => {
      const seen = { seen: writtenAt ?? 0, ...(question === undefined ? {} : { about: question }) };
      await inTime('answering', ask(panel, 'export.answer', { id, answer, ...seen }));
    },
    lead: (request, view, wish) => inTime('leading there', lead(panel, request, view, wish)),
    want: (request, view, wish) => pressFor(panel, request, view, wish),
  };
}
