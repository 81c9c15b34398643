/**
 * The filling of the index, kept going: one turn after the other while there is something to do, a rest where there is not, and an
 * alarm for whoever comes after this worker. All that it knows is written down; a death costs no more than the page under way.
 */
import { AppError } from '#lib/errors.ts';
import type { Trouble } from '#lib/storage/index-trouble.ts';

import { nowAndThen } from './now-and-then.ts';
import { parseProgress } from './progress.ts';
import { statusOf } from './state.ts';
import type { IndexCommand, IndexScope, IndexStatus } from './status.ts';
import { troubleAfter } from './trouble.ts';
import { type Base, turn, type TurnPorts } from './turn.ts';

export interface SyncPorts extends TurnPorts {
  /** Nothing while nobody is connected, or with a credential that cannot list people. */
  base(): Promise<Base | undefined>;
  scope(): Promise<IndexScope>;
  /** Writes down what the recruiter said. */
  choose(change: { scope: IndexScope } | { account: string; paused: boolean } | { account: string; agreed: true }): Promise<void>;
  /** Outlives the worker, not the browser. */
  troubles: {
    get(account: string): Promise<Trouble | undefined>;
    set(account: string, trouble: Trouble | undefined): Promise<void>;
  };
  /** Runs it while no other worker fills an index. */
  lock<T>(work: () => Promise<T>): Promise<T>;
  /** Wakes a worker at a time, epoch milliseconds, and then every half a minute; never where it is infinite. */
  wakeAt(time: number): void;
  /** Rejects when it is given up. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  changed(status: IndexStatus): void;
}

/** A worker that rests for longer than this is dead by then, and the alarm starts the next one. */
const SLEEPS_MS = 20_000;
/** The alarm while it works: whoever dies is followed by another after this. */
const RESTARTS_MS = 30_000;
/** Pages that show it are told no more often. */
const TELLS_MS = 1000;
/** A rate limit that did not say when it is over. */
const A_WINDOW_MS = 30_000;

export interface Sync {
  /** Goes on, or looks again what there is to do. `anew`: whatever was in the way may be out of it. */
  resume(anew?: boolean): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
  status(): Promise<IndexStatus>;
  command(command: IndexCommand): Promise<IndexStatus>;
}

export function createSync(ports: SyncPorts): Sync {
  const { now, random, troubles } = ports;
  let running: { ended: Promise<void>; giveUp: AbortController } | undefined;
  /** Ends a rest. */
  let look = new AbortController();
  let restsUntil: number | undefined;

  async function status(): Promise<IndexStatus> {
    const base = await ports.base();
    if (!base || base.scope.kind === 'off') return { scope: await ports.scope(), state: 'off', people: 0, damaged: 0 };
    const { account, index, scope, paused, agreed } = base;
    // Asked with every look at a person: at once, and without a word to the disk.
    const [{ damaged, progress }, trouble] = await Promise.all([index.stats(), troubles.get(account)]);
    return statusOf({ scope, paused, agreed, progress: parseProgress(progress), trouble, damaged, restsUntil });
  }

  const tell = nowAndThen(async () => ports.changed(await status()), TELLS_MS, ports);

  /** Until when to rest after it. */
  async function attempt(base: Base, signal: AbortSignal): Promise<number> {
    const { account } = base;
    const trouble = await troubles.get(account);
    try {
      const { until, answered } = await turn(base, ports, signal, trouble?.nextAt);
      if (trouble && answered) await troubles.set(account, undefined);
      return until;
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (signal.aborted) return Number.POSITIVE_INFINITY;
      if (error.code === 'greenhouse/limited') return error.detail.until ?? now() + A_WINDOW_MS;
      const next = troubleAfter(error, trouble, now(), random());
      await troubles.set(account, next);
      // Who makes room says so.
      if (error.code === 'storage/full') await ports.choose({ account, paused: true });
      return next.nextAt ?? Number.POSITIVE_INFINITY;
    }
  }

  async function run(giveUp: AbortSignal): Promise<void> {
    ports.wakeAt(now() + RESTARTS_MS);
    while (!giveUp.aborted) {
      look = new AbortController();
      const looks = AbortSignal.any([look.signal, giveUp]);
      const base = await ports.base();
      const until = base ? await attempt(base, giveUp) : Number.POSITIVE_INFINITY;
      restsUntil = until > now() && Number.isFinite(until) ? until : undefined;
      tell();
      if (looks.aborted || until <= now()) continue;
      ports.wakeAt(until);
      if (until - now() > SLEEPS_MS) return;
      await ports.sleep(until - now(), looks).catch(() => undefined);
    }
  }

  function begin(): Promise<void> {
    if (running) {
      look.abort();
      return running.ended;
    }
    const giveUp = new AbortController();
    const ended = ports
      .lock(() => run(giveUp.signal))
      // Nothing that could not be foreseen may keep it from being begun again; the alarm does that.
      .catch(() => undefined)
      .then(() => {
        running = undefined;
      });
    running = { ended, giveUp };
    return ended;
  }

  /** Whoever says that it shall go on wants what there is now, not in a quarter of an hour. */
  async function askNow({ index }: Base): Promise<void> {
    const progress = parseProgress(await index.progress());
    if (progress?.completeAt !== undefined) await index.put([], { ...progress, askAt: now() });
  }

  async function stop(): Promise<void> {
    running?.giveUp.abort();
    await running?.ended;
    // What was given up has left the alarm of whoever would have come after it.
    ports.wakeAt(Number.POSITIVE_INFINITY);
  }

  async function resume(anew = false): Promise<void> {
    const base = anew ? await ports.base() : undefined;
    if (base) await troubles.set(base.account, undefined);
    return begin();
  }

  return {
    resume,
    stop,
    status,
    async command(command) {
      const base = await ports.base();
      if (command.do === 'choose') await ports.choose({ scope: command.scope });
      else if (base) {
        const { account } = base;
        if (command.do === 'start') await ports.choose({ account, agreed: true });
        else await ports.choose({ account, paused: command.do === 'pause' });
        if (command.do === 'rebuild' || command.do === 'resume') {
          await stop();
          await (command.do === 'rebuild' ? base.index.clear() : askNow(base));
        }
      }
      void resume(true);
      return status();
    },
  };
}
