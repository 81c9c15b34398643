/** The outbox as it is written down: rows in the database, the person's data sealed inside and gone when the row is done. */
import { AppError } from '#lib/errors.ts';
import { database, storageTrouble, type StoredExport } from '#lib/storage/database.ts';

import type { CreatedIds, ForgottenIds } from './effects.ts';
import type { Row } from './row.ts';
import { isOver, type ExportView } from './schema.ts';
import { toRow, toStored } from './stored-row.ts';
import { sweptOf } from './swept.ts';

function takeBack(write: { abort(): void }): void {
  try {
    write.abort();
  } catch {
    // It has ended by itself.
  }
}

async function keep(row: Row, created?: CreatedIds, forgotten?: ForgottenIds): Promise<void> {
  const stored = await toStored(row);
  const write = (await database()).transaction(['exports', 'ledger'], 'readwrite', { durability: 'strict' });
  const { externalIds, ...ids } = created ?? { externalIds: [], candidateId: 0, exportedAt: 0 };
  const failure = write.done.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  try {
    const exports = write.objectStore('exports');
    if (stored.state !== 'held' && !(await exports.getKey(stored.id))) throw new AppError('export/gone');
    await exports.put(stored);
    for (const externalId of externalIds) await write.objectStore('ledger').put({ ...ids, account: row.account, externalId });
    for (const externalId of forgotten?.externalIds ?? []) {
      const key: [string, string] = [row.account, externalId];
      const entry = await write.objectStore('ledger').get(key);
      if (entry?.candidateId === forgotten?.candidateId) await write.objectStore('ledger').delete(key);
    }
  } catch (thrown) {
    // Both or neither: what was written of the one before the other failed is taken back.
    takeBack(write);
    throw thrown;
  }
  const failed = await failure;
  if (failed !== undefined) throw failed;
}

const isFinal = ({ state }: StoredExport): boolean => isOver(state as ExportView['state']);
const newestFirst = (a: StoredExport, b: StoredExport): number => b.writtenAt - a.writtenAt;

const MOST_IN_LEDGER = 100_000;

export const rows = {
  async get(id: string): Promise<Row | undefined> {
    const stored = await (await database()).get('exports', id);
    return stored && toRow(stored);
  },

  /** Those of these accounts that share one of the keys, the oldest first. */
  async overlapping(accounts: readonly string[], keys: readonly string[]): Promise<Row[]> {
    const { store } = (await database()).transaction('exports');
    const found = await Promise.all(keys.map((key) => store.index('keys').getAll(key)));
    const each = new Map(found.flat().map((stored) => [stored.id, stored]));
    const theirs = [...each.values()].filter(({ account }) => accounts.includes(account));
    return Promise.all(theirs.sort(newestFirst).toReversed().map(toRow));
  },

  /** All for which something is to be done, now or at a time. */
  async waiting(): Promise<{ id: string; due: number; writtenAt: number }[]> {
    const stored = await (await database()).getAllFromIndex('exports', 'due');
    return stored.map(({ id, due = 0, writtenAt }) => ({ id, due, writtenAt }));
  },

  /** All rows, the newest first. */
  async all(): Promise<Row[]> {
    const stored = await (await database()).getAll('exports');
    const found = await Promise.all(stored.map(toRow));
    return found.sort((a, b) => b.view.startedAt - a.view.startedAt);
  },

  /**
   * Writes a step. With `created`, the row and the ledger are written in one transaction: there is no moment in which a
   * person is in Greenhouse by our hand and this browser does not know it. So are who is `forgotten`, as deleted, and the row.
   *
   * A row begins as `held`. Later it is written only while it is still there: rejects with `export/gone`, and
   * writes nothing, when everything was forgotten meanwhile; with `storage/full` when there is no room.
   *
   * Strict: what is sent after it, the disk has. A loss of power that took the row back to the step before would send twice.
   */
  put: (row: Row, created?: CreatedIds, forgotten?: ForgottenIds): Promise<void> =>
    keep(row, created, forgotten).catch((thrown: unknown) => {
      throw storageTrouble(thrown);
    }),

  /** Rows that are over and need be shown or remembered no more go, and the oldest of a ledger that is too long. */
  async sweep(now: number): Promise<void> {
    const write = (await database()).transaction(['exports', 'ledger'], 'readwrite');
    const over = (await write.objectStore('exports').getAll()).filter(isFinal);
    for (const id of sweptOf(over, now)) await write.objectStore('exports').delete(id);
    const ledger = write.objectStore('ledger');
    let tooMany = (await ledger.count()) - MOST_IN_LEDGER;
    for await (const cursor of ledger.index('exportedAt')) {
      if (tooMany-- <= 0) break;
      await cursor.delete();
    }
    await write.done;
  },
};
