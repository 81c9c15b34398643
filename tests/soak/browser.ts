/** One recruiter's browser: the real outbox and the real adapter on a disk of its own, dying now and then between any two steps. */
import { type Connected, createOutbox } from '#lib/export/outbox.ts';
import type { Undoable } from '#lib/export/schema.ts';
import { undoableNow } from '#lib/export/undoable-now.ts';
import { budgetsOf } from '#lib/greenhouse/budget/budget.ts';
import type { ExternalIdOptions } from '#lib/greenhouse/harvest/external-ids.ts';
import { harvest } from '#lib/greenhouse/harvest/harvest.ts';
import { memoryTokenCache } from '#lib/greenhouse/harvest/token-cache.ts';
import { theirClock } from '#lib/greenhouse/http/their-clock.ts';
import type { Listener } from '#lib/greenhouse/trace.ts';
import { find } from '#lib/identity/find.ts';
import { referenceOf } from '#lib/sites/references.ts';

import { finderOver } from '../support/finder.ts';
import { plainHash, plainKeys } from '../support/memory-rows.ts';
import { diskOf } from './disk.ts';
import { SECOND, strikes, type World } from './world.ts';

const ACCOUNT = 'org-1';
/** A timer is that of a worker that lives; what is later waits for the alarm, of which there is one. */
const TIMER_AT_MOST_MS = 25 * SECOND;
/** Timeouts are of real time, which does not pass here. */
const PATIENCE = { attempt: 600_000, total: 600_000 };

/** What a panel can ask of it. */
interface Worker {
  outbox: ReturnType<typeof createOutbox>;
  /** What of an export that is over can be taken back; nothing of one that is forgotten. */
  undoable(id: string): Promise<Undoable | undefined>;
}

const never = (): Promise<never> => new Promise(() => undefined);

export interface BrowserOptions {
  number: number;
  /** Of the recruiter. */
  email: string;
  holdMs: number;
  locks: boolean;
}

export function browser(world: World, { number, email, holdMs, locks: isLocking }: BrowserOptions) {
  const { time } = world;
  const now = (): number => time.now;
  const disk = diskOf((row) => world.truth.wrote(number, row));
  let tokens = memoryTokenCache();
  let fields: unknown;
  const externalIds: ExternalIdOptions = {
    names: async () => ({ id: 'External ID', bucket: 'External ID bucket' }),
    idOf: (address) => {
      const reference = referenceOf(address);
      return reference && `${reference.site}:${reference.handle}`;
    },
    cache: { get: async () => fields, put: async (found) => void (fields = found) },
  };
  let born = 0;
  let worker: Worker | undefined;
  let alarm = Number.POSITIVE_INFINITY;
  const timers = new Set<number>();

  function die(): void {
    if (!worker) return;
    world.truth.counted.deaths += 1;
    worker = undefined;
    timers.clear();
  }

  /** What is on the disk stays. */
  function restart(): void {
    [worker, fields, born, tokens, alarm] = [undefined, undefined, 0, memoryTokenCache(), Number.POSITIVE_INFINITY];
    timers.clear();
  }

  /** Nothing that a dead worker asked for is answered. */
  const guarded =
    (isOver: () => boolean) =>
    <A extends unknown[], R>(work: (...args: A) => Promise<R>, mayDie = false) =>
    async (...args: A): Promise<R> => {
      const strike = (): void => {
        if (mayDie && !isOver() && strikes(world, 'death')) die();
      };
      strike();
      if (isOver()) return never();
      const done = await work(...args).then(
        (value) => ({ value }),
        (thrown: unknown) => ({ thrown }),
      );
      strike();
      if (isOver()) return never();
      if ('thrown' in done) throw done.thrown;
      return done.value;
    };

  function begin(): Worker {
    born += 1;
    const host = `browser-${number}-${born}.example`;
    const isOver = (): boolean => worker !== mine;
    world.lives.set(host, { isOver, die: () => (isOver() ? undefined : die()) });
    const guard = guarded(isOver);
    const clock = theirClock(now);
    const budgets = budgetsOf({ now, random: world.random, sleep: time.sleep });
    const greenhouse = (heard?: Listener['heard']) =>
      harvest({
        clientId: world.sandbox.clientId,
        secret: async () => world.sandbox.clientSecret,
        actingEmail: email,
        hosts: { auth: `http://${host}`, harvest: `http://${host}` },
        cache: tokens,
        externalIds,
        now,
        urgency: 'export',
        budgets,
        clock,
        sleep: time.sleep,
        online: () => true,
        patience: PATIENCE,
        ...(heard ? { heard } : {}),
      });
    const locks = new Map<string, Promise<unknown>>();
    const connected = guard(async (heard?: Listener['heard']): Promise<Connected> => {
      const port = greenhouse(heard);
      const finder = finderOver({ ...disk, greenhouse: port, account: ACCOUNT, now });
      return {
        accounts: [ACCOUNT],
        greenhouse: async () => port,
        find: (request) => find(finder, request),
        exported: async (ids) => (await finder.ledger.of([ids]))[0],
      };
    });
    const outbox = createOutbox({
      rows: {
        get: guard((id) => disk.port.get(id)),
        overlapping: guard((accounts, keys) => disk.port.overlapping(accounts, keys)),
        waiting: guard(() => disk.port.waiting()),
        all: guard(() => disk.port.all()),
        put: guard((row, created, forgotten) => disk.port.put(row, created, forgotten), true),
        sweep: guard((at) => disk.port.sweep(at)),
      },
      keysOf: guard(plainKeys),
      hash: plainHash,
      connected,
      locked: guard(async () => false),
      holdMs: async () => holdMs,
      lock: (name, work) => {
        if (!isLocking) return work();
        const turn = (locks.get(name) ?? Promise.resolve()).then(work, work);
        locks.set(name, turn);
        return turn;
      },
      changed: () => undefined,
      wakeAt: (at) => (isOver() ? undefined : wakeAt(at)),
      now,
    });
    const undoable = guard(async (id: string) => {
      const row = await disk.port.get(id);
      return row && undoableNow(row, await connected(), disk.port, time.now);
    });
    const mine: Worker = { outbox, undoable };
    return mine;
  }

  function wakeAt(wanted: number): void {
    const at = Math.max(wanted, time.now + SECOND);
    const living = worker;
    // Once for each time, as the worker's own timers: every wake asks again for all that still wait.
    if (at - time.now <= TIMER_AT_MOST_MS && !timers.has(at)) {
      timers.add(at);
      time.at(at, () => {
        timers.delete(at);
        if (worker === living) void living?.outbox.resume();
      });
    }
    if (alarm > time.now && alarm <= at) return;
    alarm = at;
    time.at(at, () => {
      if (alarm === at) wake();
    });
  }

  const wake = (): void => void awake().outbox.resume();

  /** Whoever speaks to a dead worker wakes it. */
  function awake(): Worker {
    if (worker) return worker;
    worker = begin();
    void worker.outbox.resume();
    return worker;
  }

  return { number, disk, awake, restart };
}

export type Browser = ReturnType<typeof browser>;
