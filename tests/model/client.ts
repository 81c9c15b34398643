/**
 * One browser: the real outbox over a disk, locks, alarms and a clock of its own. It dies between any two things that it asks for, at
 * a loss of power too, and comes back with what the disk has.
 */
import { AppError } from '#lib/errors.ts';
import type { CreatedIds, ForgottenIds } from '#lib/export/effects.ts';
import { createOutbox, type OutboxPorts } from '#lib/export/outbox.ts';
import type { Row } from '#lib/export/row.ts';
import { isOver, type Undoable } from '#lib/export/schema.ts';
import { dueOf } from '#lib/export/stored-row.ts';
import { sweptOf } from '#lib/export/swept.ts';
import { undoableNow } from '#lib/export/undoable-now.ts';
import { find } from '#lib/identity/find.ts';

import { finderOver } from '../support/finder.ts';
import { plainHash, plainKeys } from '../support/memory-rows.ts';
import { changed } from './changed.ts';
import type { Caller, greenhouse } from './greenhouse.ts';
import { leaves } from './leaving.ts';
import { deletes } from './taken-back.ts';
import { wrote } from './told.ts';
import { SECOND, strikes, type World } from './world.ts';

/** What a worker does until it dies. */
type Life = ReturnType<typeof createOutbox> & { undoable(id: string): Promise<Undoable | undefined> };

/** Each of its own: what waits for one of them is let go with it. */
const never = (): Promise<never> => new Promise(() => undefined);

/** Who is connected. */
export interface Identity {
  account: string;
  user: number;
}

interface Kind {
  holdMs: number;
  kind: Caller['kind'];
}

export function client(world: World, number: number, server: ReturnType<typeof greenhouse>, { holdMs, kind }: Kind) {
  const { time, truth, note } = world;
  const disk = new Map<string, Row>();
  truth.disks[number] = disk;
  /** What is written and lost with the power; only a careless disk has any. */
  const unsafe: { at: number; id: string; before: Row | undefined }[] = [];
  const ledger = new Map<string, number>();
  const exportedAt = new Map<string, number>();
  const alarms = new Set<number>();
  const state = { account: 'org-1', user: 1, connected: true, online: true, locked: false, full: false, clock: 0 };
  let life = 0;
  let outbox: Life | undefined;

  const now = (): number => time.now + state.clock;

  function die(): void {
    if (!outbox) return;
    note(`${number}: dies`);
    life += 1;
    outbox = undefined;
  }

  function losePower(): void {
    die();
    for (const { at, id, before } of unsafe.splice(0).toReversed()) {
      if (at + changed.unsafeForMs <= time.now) continue;
      if (before) disk.set(id, before);
      else disk.delete(id);
    }
    time.at(time.now + 20 * SECOND, wake);
  }

  /** Nothing that a dead life asked for is answered. */
  const guarded = (mine: number) => {
    const dead = (): boolean => life !== mine;
    const strike = (): void => {
      if (!dead() && strikes(world, 'powerLoss')) losePower();
      if (!dead() && strikes(world, 'death')) die();
    };
    return <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        strike();
        if (dead()) return never();
        const done = await work(...args).then(
          (value) => ({ value }),
          (thrown: unknown) => ({ thrown }),
        );
        strike();
        if (dead()) return never();
        if ('thrown' in done) throw done.thrown;
        return done.value;
      };
  };

  function write(row: Row, created?: CreatedIds, forgotten?: ForgottenIds): void {
    const { id } = row.view;
    const before = disk.get(id);
    if (state.full || strikes(world, 'full')) {
      if (changed.ignoresFull) return;
      throw new AppError('storage/full');
    }
    if (row.view.state !== 'held' && !before) throw new AppError('export/gone');
    unsafe.push({ at: time.now, id, before });
    disk.set(id, row);
    note(`${number}: ${id.at(-1)} is ${told(row)}`);
    for (const externalId of created?.externalIds ?? []) {
      ledger.set(`${row.account} ${externalId}`, created?.candidateId ?? 0);
      exportedAt.set(`${row.account} ${externalId}`, created?.exportedAt ?? 0);
    }
    for (const externalId of forgotten?.externalIds ?? []) {
      const key = `${row.account} ${externalId}`;
      if (ledger.get(key) === forgotten?.candidateId) ledger.delete(key);
    }
    try {
      wrote(truth, row, before);
    } catch (thrown) {
      // A mistake of the model's own is no disk that fails.
      queueMicrotask(() => {
        throw thrown;
      });
    }
  }

  /** What is over is listed no longer. */
  function sweep(at: number): void {
    const over = [...disk.values()].filter(({ view }) => isOver(view.state));
    for (const id of sweptOf(
      over.map((row) => ({ ...row, id: row.view.id })),
      at,
    )) {
      truth.swept.set(id, disk.get(id)!);
      disk.delete(id);
    }
  }

  const some = (is: (row: Row) => boolean): Row[] => [...disk.values()].filter(is);

  function begin(): Life {
    const mine = life;
    const guard = guarded(mine);
    const locks = new Map<string, Promise<unknown>>();
    const caller = (): Caller => ({
      client: number,
      account: state.account,
      user: state.user,
      now,
      online: () => state.online,
      locked: () => state.locked,
      dies: die,
      kind,
      writes(kind, by) {
        leaves(truth, kind, by, this);
      },
      deletes(part, id) {
        return deletes(truth, part, id, this);
      },
    });
    const ports: OutboxPorts = {
      rows: {
        get: guard(async (id) => disk.get(id)),
        overlapping: guard(async (accounts, keys) =>
          some((row) => accounts.includes(row.account) && row.keys.some((key) => keys.includes(key))).sort(
            (a, b) => a.writtenAt - b.writtenAt,
          ),
        ),
        waiting: guard(async () =>
          some(() => true).flatMap((row) => {
            const due = dueOf(row);
            return due === undefined ? [] : { id: row.view.id, due, writtenAt: row.writtenAt };
          }),
        ),
        all: guard(async () => some(() => true)),
        put: guard(async (...written) => write(...written)),
        sweep: guard(async (at) => changed.sweep(sweep, at)),
      },
      keysOf: guard(async (request) => changed.keys(await plainKeys(request))),
      hash: plainHash,
      connected: guard(async () => {
        if (!state.connected) return undefined;
        const { account, user } = state;
        const port = server.portFor(caller());
        const finder = finderOver({ greenhouse: port, ledger, exportedAt, account, now });
        return {
          accounts: changed.accounts(account),
          actingUserId: changed.user(user),
          greenhouse: async () => port,
          find: (request) => find(finder, request),
          exported: async (ids) => (await finder.ledger.of([ids]))[0],
        };
      }),
      locked: guard(async () => state.locked),
      holdMs: async () => holdMs,
      lock: changed.lock((name, work) => {
        const turn = (locks.get(name) ?? Promise.resolve()).then(work, work);
        locks.set(name, turn);
        return turn;
      }),
      changed: () => undefined,
      wakeAt(at) {
        const due = Math.max(at - state.clock, time.now + SECOND);
        if (life !== mine || alarms.has(due)) return;
        alarms.add(due);
        time.at(due, () => {
          alarms.delete(due);
          wake();
        });
      },
      now,
    };
    const undoable = guard(async (id: string) => {
      const row = disk.get(id);
      return row && undoableNow(row, await ports.connected(), ports.rows, now());
    });
    return { ...createOutbox(ports), undoable };
  }

  /** Whoever speaks to a dead worker wakes it. */
  function awake(): Life {
    if (outbox) return outbox;
    const born = begin();
    outbox = born;
    // It may be dead again before it has begun.
    born.resume().catch(() => undefined);
    return born;
  }

  const wake = (): void =>
    void awake()
      .resume()
      .catch(() => undefined);

  function connect({ account, user }: Identity): void {
    if (state.account !== account || state.user !== user) note(`${number}: is ${account}'s user ${user}`);
    Object.assign(state, { account, user });
    wake();
  }

  const isIdle = (): boolean => some(({ view, watch }) => !isOver(view.state) || watch !== undefined).length === 0;

  return { number, kind, state, disk, holdMs, awake, connect, sweep, die, losePower, isIdle };
}

export type Client = ReturnType<typeof client>;

const told = ({ view, sends }: Row): string =>
  [view.state, view.question, view.error?.code, sends.map(({ closed }) => closed ?? 'open').join('+'), view.candidateId]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
