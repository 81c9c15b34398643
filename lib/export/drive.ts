/** One run of an export: from what is written to where it rests, each step written down before its act is asked for. */
import type { CreatedIds, ForgottenIds, Work } from './effects.ts';
import { step, type Event, type Moment } from './machine.ts';
import { idsOf, type Row } from './row.ts';
import type { ExportView } from './schema.ts';

/** A worker that died in the middle of a step is woken this much later. */
const WOKEN_AFTER_MS = 30_000;

/** Whoever is, or may be, the same person has one of these in common; sorted, so that no two wait for each other. */
export const locksOf = ({ keys }: Pick<Row, 'keys'>): string[] => keys.map((key) => `export ${key}`).toSorted();

/** @returns the view where it came to rest; nothing for an export that was forgotten. */
export function* drive(id: string, first: Event): Work<ExportView | undefined> {
  const found = (yield { do: 'get', id }) as Row | undefined;
  if (!found) return undefined;
  yield { do: 'lock', names: locksOf(found) };
  let row = (yield { do: 'get', id }) as Row | undefined;
  let event = first;
  while (row) {
    const at: Moment = yield { do: 'moment', row };
    const { row: next, act } = step(row, event, at);
    // Asked for before it is written: whoever dies right after is woken all the same.
    const wake = act.do === 'rest' ? act.until : at.now + WOKEN_AFTER_MS;
    // What is due and rests all the same waits for somebody, who wakes it: for its account to be connected again, say.
    if (wake !== undefined && wake > at.now) yield { do: 'wake', at: wake };
    if (next !== row) {
      const written = stamped(next, at.now);
      yield { do: 'put', row: written, created: createdBy(row, next, at.now), forgotten: forgottenBy(row, next) };
      row = written;
      yield { do: 'tell', view: row.view };
    }
    if (act.do === 'rest') break;
    if (act.do === 'go-on') event = { is: 'woken' };
    else event = yield { do: 'act', row, act };
  }
  return row?.view;
}

const stamped = (row: Row, now: number): Row => ({ ...row, writtenAt: now, view: { ...row.view, writtenAt: now } });

/** Who came to be known by this step. */
function createdBy({ view: before, ...row }: Row, { view: { outcome, candidateId } }: Row, now: number): CreatedIds | undefined {
  // Of two records one stayed: from then on that is who they are.
  const isNew = before.outcome === undefined || candidateId !== before.candidateId;
  return isNew && outcome !== undefined && candidateId !== undefined
    ? { candidateId, externalIds: idsOf(row), exportedAt: now }
    : undefined;
}

/** Who is in Greenhouse no more by this step. */
const forgottenBy = ({ view: { candidateId } }: Row, { view, removed, keys }: Row): ForgottenIds | undefined =>
  candidateId === undefined || view.candidateId !== undefined || removed?.candidateId !== candidateId
    ? undefined
    : { candidateId, externalIds: idsOf({ keys }) };
