/** The outbox's rows in memory, with the same promises as the database: values are copies, and a put is all or nothing. */
import { AppError } from '#lib/errors.ts';
import type { CreatedIds, Row, rows } from '#lib/export/rows.ts';
import { isOver } from '#lib/export/schema.ts';

export function memoryRows() {
  const stored = new Map<string, Row>();
  const ledger = new Map<string, number>();
  const exportedAt = new Map<string, number>();
  /** Every state that was written, in order. */
  const written: string[] = [];
  const copy = (row: Row | undefined) => row && structuredClone(row);
  const port: typeof rows = {
    get: async (id) => copy(stored.get(id)),
    unfinished: async (accounts, externalId) =>
      copy(
        [...stored.values()].find(
          (row) => accounts.includes(row.account) && row.view.externalId === externalId && !isOver(row.view.state),
        ),
      ),
    all: async () => [...stored.values()].map((row) => structuredClone(row)),
    put: async (row: Row, created?: CreatedIds) => {
      if (row.view.state !== 'held' && !stored.has(row.view.id)) throw new AppError('greenhouse/not-found');
      stored.set(row.view.id, structuredClone(row));
      written.push(row.view.state);
      for (const externalId of created?.externalIds ?? []) {
        ledger.set(`${row.account} ${externalId}`, (created as CreatedIds).candidateId);
        exportedAt.set(`${row.account} ${externalId}`, (created as CreatedIds).exportedAt);
      }
    },
    sweep: async (before) => {
      for (const [id, row] of stored) if (isOver(row.view.state) && row.writtenAt < before) stored.delete(id);
    },
  };
  return { port, stored, ledger, exportedAt, written };
}
