import { iso } from '../clock.ts';
import type { Dice } from '../random.ts';
import type { Fields, Row, Seed } from '../store/table.ts';

/** What every generator of the fictional company knows. */
export type Founding = { seededAt: number; roll: Dice; candidates: number; jobs: number };

/** A short list that is written down in full. */
export function listed<R extends Row>(firstId: number, at: number, rows: readonly Fields<R>[]): Seed<R> {
  const moment = iso(at);
  const made = rows.map((fields, slot) => ({ id: firstId + slot, created_at: moment, updated_at: moment, ...fields }) as R);
  return { firstId, slots: made.length, make: (slot) => made[slot] };
}
