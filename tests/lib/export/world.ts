import { expect } from 'vitest';

import { locksOf } from '#lib/export/drive.ts';
import { createOutbox } from '#lib/export/outbox.ts';
import type { ExportView } from '#lib/export/schema.ts';
import { find } from '#lib/identity/find.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryRows, plainHash, plainKeys } from '../../support/memory-rows.ts';

export const ACCOUNT = 'org-1';

/** A world that outlives workers: rows, ledger and Greenhouse stay, `worker()` starts a new worker on them. */
export function world({ holdMs = 0, kind = 'harvest' }: { holdMs?: number; kind?: Connection['kind'] } = {}) {
  const rows = memoryRows();
  const time = { now: 1_800_000_000_000 };
  const greenhouse = fakeGreenhouse({ kind, now: () => time.now });
  const wakes: number[] = [];
  const locks = new Map<string, Promise<unknown>>();
  const { ledger, exportedAt } = rows;
  const finder = finderOver({ greenhouse: greenhouse.port, ledger, exportedAt, account: ACCOUNT, now: () => time.now });
  const lock = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (locks.get(name) ?? Promise.resolve()).then(work, work);
    locks.set(name, turn);
    return turn;
  };
  const user: { id?: number } = {};
  const worker = (changed: (view: ExportView) => void = () => undefined) =>
    createOutbox({
      rows: rows.port,
      keysOf: plainKeys,
      hash: plainHash,
      connected: async () => ({
        accounts: [ACCOUNT],
        actingUserId: user.id,
        greenhouse: async () => greenhouse.port,
        find: (request) => find(finder, request),
        exported: async (ids) => (await finder.ledger.of([ids]))[0],
      }),
      locked: async () => greenhouse.vault.locked,
      holdMs: async () => holdMs,
      lock,
      changed,
      wakeAt: (at) => wakes.push(at),
      now: () => time.now,
    });
  return { rows, greenhouse, time, user, wakes, worker, lock, locks };
}

/** One more turn under the row's own lock: whoever wrote to it last is through. */
export async function through(at: Pick<ReturnType<typeof world>, 'rows' | 'lock'>, id: string): Promise<void> {
  const [name = ''] = locksOf(at.rows.stored.get(id) ?? { keys: [] });
  await at.lock(name, async () => undefined);
}

/** Waits until the row has come to rest in one of these states. */
export async function rest(at: ReturnType<typeof world>, id: string, ...states: string[]) {
  await expect.poll(() => at.rows.stored.get(id)?.view.state, { interval: 1 }).toBeOneOf(states);
  await through(at, id);
  return at.rows.stored.get(id);
}
