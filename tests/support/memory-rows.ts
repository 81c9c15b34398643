/** The outbox's rows in memory, with the same promises as the database: values are copies, and a put is all or nothing. */
import { AppError } from '#lib/errors.ts';
import type { CreatedIds, ForgottenIds } from '#lib/export/effects.ts';
import { keysOf } from '#lib/export/keys.ts';
import type { Row } from '#lib/export/row.ts';
import type { rows } from '#lib/export/rows.ts';
import { isOver, type ExportRequest } from '#lib/export/schema.ts';
import { dueOf } from '#lib/export/stored-row.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What stands for the person of a request, unhashed. */
export async function plainKeys(request: ExportRequest): Promise<string[]> {
  const { ids, others } = keysOf(request);
  return [...ids, ...others.map((key) => `#${key}`)];
}

export const plainHash = async (text: string): Promise<string> => `#${text}`;

export function memoryRows() {
  const stored = new Map<string, Row>();
  const ledger = new Map<string, number>();
  const exportedAt = new Map<string, number>();
  /** Every state that was written, in order. */
  const written: string[] = [];
  const copies = (some: (row: Row) => boolean) => [...stored.values()].filter(some).map((row) => structuredClone(row));
  const port: typeof rows = {
    get: async (id) => copies(({ view }) => view.id === id)[0],
    overlapping: async (accounts, keys) =>
      copies((row) => accounts.includes(row.account) && row.keys.some((key) => keys.includes(key))).sort(
        (a, b) => a.writtenAt - b.writtenAt,
      ),
    waiting: async () =>
      [...stored.values()].flatMap((row) => {
        const due = dueOf(row);
        return due === undefined ? [] : { id: row.view.id, due, writtenAt: row.writtenAt };
      }),
    all: async () => copies(() => true),
    put: async (row: Row, created?: CreatedIds, forgotten?: ForgottenIds) => {
      if (row.view.state !== 'held' && !stored.has(row.view.id)) throw new AppError('export/gone');
      stored.set(row.view.id, structuredClone(row));
      written.push(row.view.state);
      for (const externalId of created?.externalIds ?? []) {
        ledger.set(`${row.account} ${externalId}`, (created as CreatedIds).candidateId);
        exportedAt.set(`${row.account} ${externalId}`, (created as CreatedIds).exportedAt);
      }
      for (const externalId of forgotten?.externalIds ?? []) {
        const key = `${row.account} ${externalId}`;
        if (ledger.get(key) === forgotten?.candidateId) ledger.delete(key);
      }
    },
    sweep: async (now) => {
      for (const [id, row] of stored) if (isOver(row.view.state) && row.writtenAt < now - DAY_MS) stored.delete(id);
    },
  };
  return { port, stored, ledger, exportedAt, written };
}
