/** A create whose answer never came: it is looked for, with patience; in the end the recruiter is asked, and it is looked for still. */
import { likeliestFirst, lostIn, mayBeLost } from '../evidence.ts';
import { going, type Row } from '../row.ts';
import type { ExportRequest } from '../schema.ts';
import { arrived } from './arrived.ts';
import { isPatienceOver, nextLook, waits } from './patience.ts';
import { rest, type Event, type Moment, type Next } from './types.ts';

/** Found written as `creating`, by a run that did not write it: nothing is sent, whatever became of the run that did. */
export function lookForLost(row: Row, { now, can }: Moment): Next {
  if (waits(row, now)) return rest(row, row.view.retryAt);
  if (!can.findsPeople) return rest(going(row, 'needs-you', { question: 'cannot-look' }));
  return { row, act: { do: 'look', whom: 'lost' } };
}

export function lookedForLost(row: Row, request: ExportRequest, looked: Extract<Event, { whom: 'lost' }>, at: Moment): Next {
  const looks = row.looks + 1;
  const seen = { ...row, looks };
  for (const person of likeliestFirst(looked.people, row)) {
    const lost = lostIn(person, row, request, looked.own);
    if (lost) return arrived(seen, lost, request, at);
  }
  const retryAt = nextLook(looks, at.now);
  if (!isPatienceOver(row.sends.at(-1), looks, at))
    return rest(
      going(seen, 'creating', { error: { code: 'greenhouse/unknown-outcome' }, waitsFor: 'answer-lost', retryAt }),
      retryAt,
    );
  const perhaps = looked.people.filter((person) => mayBeLost(person, row, request, looked.own));
  const candidateIds = perhaps.map(({ candidateId }) => candidateId);
  const asked = perhaps.length > 0 ? ({ question: 'known', candidateIds } as const) : ({ question: 'unknown-outcome' } as const);
  return rest(going(seen, 'needs-you', { ...asked, retryAt }), retryAt);
}
