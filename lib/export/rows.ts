/** The outbox as it is written down: rows in the database, the person's data sealed inside and gone when the row is done. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';
import type { Accounts } from '#lib/storage/account.ts';
import { database, type StoredExport } from '#lib/storage/database.ts';
import { seal, unseal } from '#lib/storage/sealed.ts';

import { exportRequestSchema, exportViewSchema, isOver, type ExportRequest, type ExportView } from './schema.ts';

export interface Row {
  account: string;
  view: ExportView;
  /** Absent once the row is done or undone. */
  request?: ExportRequest;
  /** Epoch milliseconds of the last written step. */
  writtenAt: number;
  /** Epoch milliseconds at which the create was about to be sent; absent until then. */
  sentAt?: number;
}

/** A refusal's words may quote what was sent: they are sealed with the rest, and go with it. */
const withoutWords = (view: ExportView): unknown =>
  JSON.parse(JSON.stringify({ ...view, name: '' }, (key, value: unknown) => (key === 'fields' ? undefined : value)));

/** Without the view in rows of an older version. */
const sealedSchema = z.object({ ...exportRequestSchema.shape, view: z.optional(exportViewSchema) });

const toStored = async ({ account, view, request, writtenAt, sentAt }: Row): Promise<StoredExport> => ({
  id: view.id,
  account,
  externalId: view.externalId,
  state: view.state,
  view: withoutWords(view),
  writtenAt,
  ...(sentAt === undefined ? {} : { sentAt }),
  ...(request ? { sealed: await seal({ ...request, view }) } : {}),
});

async function toRow(stored: StoredExport): Promise<Row> {
  const view = exportViewSchema.safeParse(stored.view);
  const opened = stored.sealed && (await unseal(stored.sealed, sealedSchema).catch(() => undefined));
  if (!view.success || (stored.sealed && !opened)) return unreadable(stored);
  const { account, writtenAt, sentAt } = stored;
  const row = { account, view: view.data, writtenAt, ...(sentAt === undefined ? {} : { sentAt }) };
  if (!opened) return row;
  const { view: whole = { ...row.view, name: nameOf(opened) }, ...request } = opened;
  return { ...row, view: whole, request };
}

/** A row that this device cannot read any more is shown, so that somebody can look in Greenhouse; it stops no other row. */
const unreadable = ({ id, account, externalId, writtenAt }: StoredExport): Row => ({
  account,
  writtenAt,
  view: {
    id,
    externalId,
    name: '',
    state: 'needs-you',
    startedAt: writtenAt,
    followUps: [],
    error: { code: 'storage/corrupt' },
  },
});

function takeBack(write: { abort(): void }): void {
  try {
    write.abort();
  } catch {
    // It has ended by itself.
  }
}

/** The database's own errors, as ones that have a sentence for the recruiter. */
const ours = (thrown: unknown): unknown =>
  thrown instanceof DOMException
    ? new AppError(thrown.name === 'QuotaExceededError' ? 'storage/full' : 'storage/corrupt', {}, thrown)
    : thrown;

export const nameOf = ({ candidate }: ExportRequest): string =>
  [candidate.firstName, candidate.lastName].filter(Boolean).join(' ');

export interface CreatedIds {
  candidateId: number;
  externalIds: string[];
  exportedAt: number;
}

async function keep(row: Row, created?: CreatedIds): Promise<void> {
  const stored = await toStored(row);
  const write = (await database()).transaction(['exports', 'ledger'], 'readwrite', { durability: 'strict' });
  const { externalIds, ...ids } = created ?? { externalIds: [], candidateId: 0, exportedAt: 0 };
  const failure = write.done.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  try {
    const exports = write.objectStore('exports');
    if (stored.state !== 'held' && !(await exports.getKey(stored.id))) throw new AppError('greenhouse/not-found');
    await exports.put(stored);
    for (const externalId of externalIds) await write.objectStore('ledger').put({ ...ids, account: row.account, externalId });
  } catch (thrown) {
    // Both or neither: what was written of the one before the other failed is taken back.
    takeBack(write);
    throw thrown;
  }
  const failed = await failure;
  if (failed !== undefined) throw failed;
}

export const rows = {
  async get(id: string): Promise<Row | undefined> {
    const stored = await (await database()).get('exports', id);
    return stored && toRow(stored);
  },

  /** The unfinished export of this person, if there is one. */
  async unfinished(accounts: Accounts, externalId: string): Promise<Row | undefined> {
    const db = await database();
    const found = await Promise.all(accounts.map((account) => db.getAllFromIndex('exports', 'open', [account, externalId])));
    const open = found.flat().find((stored) => !isOver(stored.state as ExportView['state']));
    return open && toRow(open);
  },

  /** All rows, the newest first. */
  async all(): Promise<Row[]> {
    const stored = await (await database()).getAll('exports');
    const found = await Promise.all(stored.map(toRow));
    return found.sort((a, b) => b.view.startedAt - a.view.startedAt);
  },

  /**
   * Writes a step. With `created`, the row and the ledger are written in one transaction: there is no moment in which a
   * person is in Greenhouse by our hand and this browser does not know it.
   *
   * A row begins as `held`. Later it is written only while it is still there: rejects with `greenhouse/not-found`, and
   * writes nothing, when everything was forgotten meanwhile; with `storage/full` when there is no room.
   *
   * Strict: what is sent after it, the disk has. A loss of power that took the row back to the step before would send twice.
   */
  put: (row: Row, created?: CreatedIds): Promise<void> =>
    keep(row, created).catch((thrown: unknown) => {
      throw ours(thrown);
    }),

  /** Rows that are over and older than `before` (epoch milliseconds) go. */
  async sweep(before: number): Promise<void> {
    const write = (await database()).transaction('exports', 'readwrite');
    for await (const cursor of write.store) {
      if (isOver(cursor.value.state as ExportView['state']) && cursor.value.writtenAt < before) await cursor.delete();
    }
    await write.done;
  },
};
