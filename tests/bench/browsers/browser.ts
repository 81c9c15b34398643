/** One recruiter's browser: the real outbox and adapter on storage of its own, and everything that calls with the credential. */
import { createOutbox } from '#lib/export/outbox.ts';
import type { ExportRequest } from '#lib/export/schema.ts';
import { type Budgets, budgetsOf } from '#lib/greenhouse/budget/budget.ts';
import type { Known, Urgency } from '#lib/greenhouse/budget/known.ts';
import { harvestClient, type HarvestOptions } from '#lib/greenhouse/harvest/client.ts';
import { harvest } from '#lib/greenhouse/harvest/harvest.ts';
import { CANDIDATES } from '#lib/greenhouse/harvest/lists/people.ts';
import { memoryTokenCache } from '#lib/greenhouse/harvest/token-cache.ts';
import { find } from '#lib/identity/find.ts';
import { AppError } from '#lib/errors.ts';

import type { Sandbox } from '../../sandbox/server.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryRows, plainHash, plainKeys } from '../../support/memory-rows.ts';
import type { VirtualTime } from './virtual-time.ts';

const ACCOUNT = 'org-1';
/** After this without work a browser ends the worker. */
const WORKER_LIFE_MS = 30_000;
/** Timeouts are of real time, in which hundreds of browsers share one machine. */
const PATIENCE = { attempt: 600_000, total: 600_000 };
/** Small, so that paging never ends soon. What a page weighs is not what is measured. */
const PAGE = 20;

export interface World {
  time: VirtualTime;
  sandbox: Sandbox;
  random: () => number;
}

/** When an export was pressed, and when the person was in Greenhouse; epoch milliseconds. */
export interface Exported {
  pressedAt: number;
  createdAt?: number;
  done: boolean;
}

export function browser({ time, sandbox, random }: World) {
  const rows = memoryRows();
  const exported = new Map<string, Exported>();
  /** Session storage, and the tokens in it. */
  const session = new Map<string, Known>();
  const cache = memoryTokenCache();
  const now = (): number => time.now;
  const tally = { waitedForExports: 0, pages: 0, workers: 0 };

  const locks = new Map<string, Promise<unknown>>();
  const lock = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (locks.get(name) ?? Promise.resolve()).then(work, work);
    locks.set(name, turn);
    return turn;
  };

  /** Tells how long exports waited to enter. */
  const watched = (budgets: Budgets): Budgets => ({
    ...budgets,
    api: {
      ...budgets.api,
      enter: async (urgency, signal) => {
        const asked = time.now;
        const leave = await budgets.api.enter(urgency, signal);
        if (urgency === 'export') tally.waitedForExports += time.now - asked;
        return leave;
      },
    },
  });

  /** Times at which it is woken anyway: whoever looks at a row asks for its time again. */
  const wakes = new Set<number>();

  function newWorker() {
    tally.workers += 1;
    const store = (name: string) => ({
      get: async () => session.get(name),
      set: async (known: Known) => void session.set(name, known),
    });
    const budgets = watched(budgetsOf({ now, random, sleep: time.sleep }, store));
    const options = (urgency: Urgency): HarvestOptions => ({
      clientId: sandbox.clientId,
      secret: async () => sandbox.clientSecret,
      actingEmail: sandbox.user.email ?? '',
      hosts: { auth: sandbox.url, harvest: sandbox.url },
      cache,
      now,
      urgency,
      budgets,
      sleep: time.sleep,
      patience: PATIENCE,
    });
    const greenhouse = (urgency: Urgency) => harvest(options(urgency));
    const client = (urgency: Urgency) => harvestClient(options(urgency));
    const outbox = createOutbox({
      rows: rows.port,
      keysOf: plainKeys,
      hash: plainHash,
      connected: async () => ({
        accounts: [ACCOUNT],
        greenhouse: async () => greenhouse('export'),
        find: (request) => find(finderOver({ ...rows, greenhouse: greenhouse('export'), account: ACCOUNT, now }), request),
        exported: async () => undefined,
      }),
      locked: async () => false,
      holdMs: async () => 0,
      lock,
      changed: ({ id, state }) => {
        const one = exported.get(id);
        if (!one) return;
        if (state === 'created') one.createdAt ??= time.now;
        one.done = state === 'done';
      },
      wakeAt: (at) => {
        if (wakes.has(at)) return;
        wakes.add(at);
        const dies = at - time.now > WORKER_LIFE_MS;
        time.at(at, () => {
          wakes.delete(at);
          if (dies) worker = newWorker();
          void worker.outbox.resume();
        });
      },
      now,
    });
    return { greenhouse, client, outbox };
  }
  let worker = newWorker();

  /** As often as it takes: the recruiter presses "Try again" when the panel says when. */
  async function insist<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (thrown) {
        const { code, detail } = AppError.from(thrown);
        if (code !== 'greenhouse/limited') throw thrown;
        await time.sleep((detail.until ?? Number.NaN) - time.now);
      }
    }
  }

  return {
    exported,
    rows,
    tally,

    openPanel: () => insist(() => worker.greenhouse('recruiter').jobs({ ...sandbox.user, email: '', siteAdmin: false })),
    verdictOn: (email: string) => insist(() => worker.greenhouse('recruiter').findByEmail(email)),

    async press(request: ExportRequest): Promise<void> {
      exported.set(request.id, { pressedAt: time.now, done: false });
      await worker.outbox.start(request);
    },

    /** Reads everybody again and again until `over`. */
    async sync(over: () => boolean): Promise<void> {
      let cursor: string | undefined;
      while (!over()) {
        await insist(async () => {
          const query = cursor === undefined ? { per_page: PAGE } : { cursor };
          const onPage = (progress: { cursor: string | undefined }) => {
            ({ cursor } = progress);
            tally.pages += 1;
          };
          for await (const _people of worker.client('background').api.pages(CANDIDATES, query, undefined, onPage))
            if (over()) return;
        });
      }
    },
  };
}

export type Browser = ReturnType<typeof browser>;
