/** The outbox's rows on a disk that finds them as quickly when there are many, and drops those of yesterday as the database does. */
import { AppError } from '#lib/errors.ts';
import type { CreatedIds, ForgottenIds } from '#lib/export/effects.ts';
import { mayBeThere, type Row } from '#lib/export/row.ts';
import type { rows } from '#lib/export/rows.ts';
import { isOver, type ExportView } from '#lib/export/schema.ts';
import { dueOf } from '#lib/export/stored-row.ts';

const DAY_MS = 24 * 60 * 60_000;
const LISTED_FOR_MS = DAY_MS;
const REMEMBERED_FOR_MS = 30 * DAY_MS;

/** @param wrote told of every row that is written. */
export function diskOf(wrote: (row: Row) => void) {
  const stored = new Map<string, Row>();
  const byKey = new Map<string, Set<string>>();
  const due = new Map<string, number>();
  /** Rows that need somebody. */
  const asking = new Set<string>();
  const ledger = new Map<string, number>();
  const exportedAt = new Map<string, number>();

  function forget(id: string): void {
    for (const key of stored.get(id)?.keys ?? []) byKey.get(key)?.delete(id);
    for (const one of [stored, due]) one.delete(id);
    asking.delete(id);
  }

  function keep(row: Row): void {
    const { id, state } = row.view;
    stored.set(id, row);
    for (const key of row.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
    const at = dueOf(row);
    if (at === undefined) due.delete(id);
    else due.set(id, at);
    if (state === 'needs-you') asking.add(id);
    else asking.delete(id);
  }

  const port: typeof rows = {
    get: async (id) => structuredClone(stored.get(id)),
    overlapping: async (accounts, keys) => {
      const ids = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
      const found = [...ids].flatMap((id) => stored.get(id) ?? []).filter(({ account }) => accounts.includes(account));
      return structuredClone(found.sort((a, b) => a.writtenAt - b.writtenAt));
    },
    waiting: async () => [...due].map(([id, at]) => ({ id, due: at, writtenAt: stored.get(id)?.writtenAt ?? 0 })),
    all: async () => structuredClone([...stored.values()]),
    put: async (row: Row, created?: CreatedIds, forgotten?: ForgottenIds) => {
      if (row.view.state !== 'held' && !stored.has(row.view.id)) throw new AppError('export/gone');
      keep(structuredClone(row));
      for (const externalId of created?.externalIds ?? []) {
        ledger.set(`${row.account} ${externalId}`, created?.candidateId ?? 0);
        exportedAt.set(`${row.account} ${externalId}`, created?.exportedAt ?? 0);
      }
      for (const externalId of forgotten?.externalIds ?? []) {
        const key = `${row.account} ${externalId}`;
        if (ledger.get(key) === forgotten?.candidateId) ledger.delete(key);
      }
      wrote(row);
    },
    sweep: async (now) => {
      for (const [id, row] of stored)
        if (isOver(row.view.state) && row.writtenAt < now - (mayBeThere(row) ? REMEMBERED_FOR_MS : LISTED_FOR_MS)) forget(id);
    },
  };
  return {
    port,
    ledger,
    exportedAt,
    view: (id: string): ExportView | undefined => stored.get(id)?.view,
    /** What lies on it: its rows, how much that is as text, and how many external ids the ledger names. */
    held: () => ({ rows: stored.size, bytes: JSON.stringify([...stored.values()]).length, ids: ledger.size }),
    asking: (): ExportView[] => [...asking].flatMap((id) => stored.get(id)?.view ?? []),
    isWatching: (): boolean => due.size > 0,
  };
}
