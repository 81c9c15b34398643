import { unprocessable } from '../http/refusal.ts';
import type { Row, Table } from '../store/table.ts';

/** An id in a body must lead somewhere, except where it is known not to be checked (harvest-api §6, §12 #22). */
export function existing<R extends Row>(table: Table<R>, id: number, field: string): R {
  const row = table.get(id);
  if (!row) throw unprocessable({ [field]: `\`${id}\` does not exist` });
  return row;
}

/** The same for an id that may be left out. */
export function existingIfGiven<R extends Row>(table: Table<R>, id: number | null | undefined, field: string): R | undefined {
  return id === undefined || id === null ? undefined : existing(table, id, field);
}
