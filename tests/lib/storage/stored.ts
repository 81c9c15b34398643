/** The real database of a test: emptied before each, and read byte by byte. */
import type { CreatedIds } from '#lib/export/effects.ts';
import type { Row } from '#lib/export/row.ts';
import { rows } from '#lib/export/rows.ts';
import { database, type Database } from '#lib/storage/database.ts';

const STORES = ['keys', 'exports', 'ledger', 'words', 'drafts', 'cache'] as const;

export async function emptied(): Promise<Database> {
  const db = await database();
  for (const store of STORES) await db.clear(store);
  return db;
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Every value of every store as text: bytes too, one letter each, so that whatever is readable in them is found. */
export async function everythingStored(): Promise<string> {
  const db = await database();
  const values = await Promise.all(STORES.map(async (store) => [await db.getAllKeys(store), await db.getAll(store as 'cache')]));
  return JSON.stringify(values, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer) return latin1(new Uint8Array(value));
    if (value instanceof Uint8Array) return latin1(value);
    return value;
  });
}

/** A row that has come this far: it began as every row does. */
export async function putRow(row: Row, created?: CreatedIds): Promise<void> {
  await rows.put({ ...row, view: { ...row.view, state: 'held' } });
  await rows.put(row, created);
}
