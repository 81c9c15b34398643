/** What of an export can be taken back, as Greenhouse shows it now. */
import { lookBack } from './perform-take-back.ts';
import { hereOf, type Connected, type OutboxPorts } from './outbox.ts';
import type { Row } from './row.ts';
import type { Undoable } from './schema.ts';
import { undoableOf } from './undoable.ts';

/** @param now epoch milliseconds. */
export async function undoableNow(
  row: Row,
  here: Connected | undefined,
  rows: Pick<OutboxPorts['rows'], 'overlapping'>,
  now: number,
): Promise<Undoable> {
  // Nothing of another account's, or user's, is read.
  if (!here || hereOf(row, here, false) !== 'ours')
    return undoableOf(row, { own: [] }, { now, can: { undo: true }, isOurs: false });
  const greenhouse = await here.greenhouse();
  const seen = await lookBack(row, greenhouse, await rows.overlapping(here.accounts, row.keys));
  return undoableOf(row, seen, { now, can: greenhouse.can, lacks: (scope) => here.lacks?.(scope) === true });
}
