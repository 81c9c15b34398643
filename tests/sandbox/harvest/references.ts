import { unprocessable } from '../http/refusal.ts';
import type { Candidate } from '../store/rows.ts';
import type { Row, Table } from '../store/table.ts';
import type { Acting } from './acting.ts';
import { seesCandidate } from './visibility.ts';

/** An id in a body must lead somewhere, except where it is known not to be checked (harvest-api §6, §12 #22). */
export function existing<R extends Row>(table: Table<R>, id: number, field: string): R {
  const row = table.get(id);
  if (!row) throw unprocessable({ [field]: `\`${id}\` does not exist` });
  return row;
}

/** A candidate whom the acting user may see; the others are not there for them. */
export function existingCandidate(acting: Acting, id: number): Candidate {
  const candidate = existing(acting.world.db.candidates, id, 'candidate_id');
  if (!seesCandidate(acting, candidate)) throw unprocessable({ candidate_id: `\`${id}\` does not exist` });
  return candidate;
}

/** Any id that may be left out. */
export function existingIfGiven<R extends Row>(table: Table<R>, id: number | null | undefined, field: string): R | undefined {
  return id === undefined || id === null ? undefined : existing(table, id, field);
}
