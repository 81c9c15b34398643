import { expect } from 'vitest';

import { createOutbox } from '#lib/export/outbox.ts';
import { find } from '#lib/identity/find.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { exportRequest } from '../../support/export-request.ts';
import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { finderOver } from '../../support/finder.ts';
import { memoryRows } from '../../support/memory-rows.ts';

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
  const worker = () =>
    createOutbox({
      rows: rows.port,
      connected: async () => ({
        accounts: [ACCOUNT],
        greenhouse: async () => greenhouse.port,
        find: (request) => find(finder, request),
      }),
      locked: async () => greenhouse.vault.locked,
      holdMs: async () => holdMs,
      lock,
      changed: () => undefined,
      wakeAt: (at) => wakes.push(at),
      now: () => time.now,
    });
  return { rows, greenhouse, time, wakes, worker, lock };
}

/** Waits until the row has come to rest in one of these states. */
export async function rest(at: ReturnType<typeof world>, id: string, ...states: string[]) {
  await expect.poll(() => at.rows.stored.get(id)?.view.state, { interval: 1 }).toBeOneOf(states);
  // One more turn under the row's own lock: whoever wrote that state is through.
  await at.lock(`export ${ACCOUNT} ${exportRequest().externalId}`, async () => undefined);
  return at.rows.stored.get(id);
}
