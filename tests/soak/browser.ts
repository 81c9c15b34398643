/** One recruiter's browser: the real outbox and the real adapter on a disk of its own, dying now and then between any two steps. */
import { createOutbox } from '#lib/export/outbox.ts';
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

type Outbox = ReturnType<typeof createOutbox>;

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
  const tokens = memoryTokenCache();
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
  let outbox: Outbox | undefined;
  let alarm = Number.POSITIVE_INFINITY;
  const timers = new Set<number>();

  function die(): void {
    if (!outbox) return;
    world.truth.deaths += 1;
    outbox = undefined;
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

  function begin(): Outbox {
    born += 1;
    const host = `browser-${number}-${born}.example`;
    const isOver = (): boolean => outbox !== mine;
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
    const mine: Outbox = createOutbox({
      rows: {
        get: guard((id) => disk.port.get(id)),
        overlapping: guard((accounts, keys) => disk.port.overlapping(accounts, keys)),
        waiting: guard(() => disk.port.waiting()),
        all: guard(() => disk.port.all()),
        put: guard((row, created) => disk.port.put(row, created), true),
        sweep: guard((at) => disk.port.sweep(at)),
      },
      keysOf: guard(plainKeys),
      hash: plainHash,
      connected: guard(async (heard) => {
        const port = greenhouse(heard);
        const finder = finderOver({ ...disk, greenhouse: port, account: ACCOUNT, now });
        return {
          accounts: [ACCOUNT],
          greenhouse: async () => port,
          find: (request) => find(finder, request),
          exported: async (ids) => (await finder.ledger.of([ids]))[0],
        };
      }),
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
    return mine;
  }

  function wakeAt(wanted: number): void {
    const at = Math.max(wanted, time.now + SECOND);
    const living = outbox;
    // Once for each time, as the worker's own timers: every wake asks again for all that still wait.
    if (at - time.now <= TIMER_AT_MOST_MS && !timers.has(at)) {
      timers.add(at);
      time.at(at, () => {
        timers.delete(at);
        if (outbox === living) void living?.resume();
      });
    }
    if (alarm > time.now && alarm <= at) return;
    alarm = at;
    time.at(at, () => {
      if (alarm === at) wake();
    });
  }

  const wake = (): void => void awake().resume();

  /** Whoever speaks to a dead worker wakes it. */
  function awake(): Outbox {
    if (outbox) return outbox;
    outbox = begin();
    void outbox.resume();
    return outbox;
  }

  return { number, disk, awake, forgetFields: () => (fields = undefined) };
}

export type Browser = ReturnType<typeof browser>;
