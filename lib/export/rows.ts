/** The outbox as it is written down: rows in the database, the person's data sealed inside and gone when the row is done. */
import { database, type StoredExport } from '#lib/storage/database.ts';
import { seal, unseal } from '#lib/storage/sealed.ts';

import { exportRequestSchema, exportViewSchema, type ExportRequest, type ExportView } from './schema.ts';

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

/** States in which nothing remains to be done. */
export const isOver = (state: ExportView['state']): boolean => state === 'done' || state === 'undone';

const toStored = async ({ account, view, request, writtenAt, sentAt }: Row): Promise<StoredExport> => ({
  id: view.id,
  account,
  externalId: view.externalId,
  state: view.state,
  view: { ...view, name: '' },
  writtenAt,
  ...(sentAt === undefined ? {} : { sentAt }),
  ...(request ? { sealed: await seal(request) } : {}),
});

async function toRow(stored: StoredExport): Promise<Row> {
  const view = exportViewSchema.safeParse(stored.view);
  const request = stored.sealed && (await unseal(stored.sealed, exportRequestSchema).catch(() => undefined));
  if (!view.success || (stored.sealed && !request)) return unreadable(stored);
  return {
    account: stored.account,
    view: { ...view.data, name: request ? nameOf(request) : '' },
    writtenAt: stored.writtenAt,
    ...(stored.sentAt === undefined ? {} : { sentAt: stored.sentAt }),
    ...(request ? { request } : {}),
  };
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

export const nameOf = ({ candidate }: ExportRequest): string =>
  [candidate.firstName, candidate.lastName].filter(Boolean).join(' ');

export interface CreatedIds {
  candidateId: number;
  externalIds: string[];
  exportedAt: number;
}

export const rows = {
  async get(id: string): Promise<Row | undefined> {
    const stored = await (await database()).get('exports', id);
    return stored && toRow(stored);
  },

  /** The unfinished export of this person, if there is one. */
  async unfinished(account: string, externalId: string): Promise<Row | undefined> {
    const found = await (await database()).getAllFromIndex('exports', 'open', [account, externalId]);
    const open = found.find((stored) => !isOver(stored.state as ExportView['state']));
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
   */
  async put(row: Row, created?: CreatedIds): Promise<void> {
    const stored = await toStored(row);
    const write = (await database()).transaction(['exports', 'ledger'], 'readwrite');
    const { externalIds, ...ids } = created ?? { externalIds: [], candidateId: 0, exportedAt: 0 };
    const failure = write.done.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    try {
      await write.objectStore('exports').put(stored);
      for (const externalId of externalIds) await write.objectStore('ledger').put({ ...ids, account: row.account, externalId });
    } catch (thrown) {
      // Both or neither: what was written of the one before the other failed is taken back.
      takeBack(write);
      throw thrown;
    }
    const failed = await failure;
    if (failed !== undefined) throw failed;
  },

  /** Rows that are over and older than `before` (epoch milliseconds) go. */
  async sweep(before: number): Promise<void> {
    const write = (await database()).transaction('exports', 'readwrite');
    for await (const cursor of write.store) {
      if (isOver(cursor.value.state as ExportView['state']) && cursor.value.writtenAt < before) await cursor.delete();
    }
    await write.done;
  },
};
