/** Before anything is sent: the hold, and once more the question who this is. The only place that announces a create. */
import { LAG_MS } from '#lib/greenhouse/lag.ts';

import { likeliestFirst, lostIn } from '../evidence.ts';
import { withThoseOfTheKnown } from '../follow-ups.ts';
import type { Ours } from '../own.ts';
import { going, isClockBack, isOpen, withClosed, type Row, type Send } from '../row.ts';
import type { ExportRequest, Question } from '../schema.ts';
import { applicationAt, sameTarget } from '../target.ts';
import { arrived, hasNoteInside } from './arrived.ts';
import { PATIENCE_MS } from './patience.ts';
import { GO_ON, rest, type Event, type Moment, type Next } from './types.ts';

type Looked = Extract<Event, { whom: 'before' }>;
type Person = { candidateId: number };

/** A hold that ended so long ago ended while nobody was there to undo it: it begins again. */
const HOLD_MISSED_MS = 60 * 60_000;
const ANOTHER_MS = 15_000;
const DAY_MS = 24 * 60 * 60_000;

export function held(row: Row, { now, holdMs }: Moment): Next {
  const { heldUntil = 0 } = row.view;
  if (holdMs > 0 && (isClockBack(row, now) || now > heldUntil + HOLD_MISSED_MS))
    return rest({ ...row, view: { ...row.view, heldUntil: now + holdMs } }, now + holdMs);
  return heldUntil > now && !isClockBack(row, now) ? rest(row, heldUntil) : lookBefore(going(row, 'matching'));
}

export const lookBefore = (row: Row): Next => ({ row, act: { do: 'look', whom: 'before' } });

/** Once everybody has been asked: the first of these that applies. */
export function decided(row: Row, request: ExportRequest, looked: Looked, at: Moment): Next {
  const { people, own } = looked;
  for (const person of likeliestFirst(people, row)) {
    const lost = lostIn(person, row, request, own);
    if (lost) return arrived({ ...row, looks: row.looks + 1 }, lost, request, at);
  }
  if (isOpen(row) && row.saidAt === undefined) return { row: going(row, 'creating'), act: GO_ON };
  const who = request.createAnyway ? asSaid(row, looked, at) : (known(row, request, looked, at) ?? others(row, looked, at));
  return (
    another(row, looked, at) ??
    who ??
    letGo(row, looked, at) ??
    (request.target.kind === 'update' ? nobody(row) : make(row, looked, at))
  );
}

/** While a create of another export of theirs may be on its way nothing is made. */
function another(row: Row, { own }: Looked, { now }: Moment): Next | undefined {
  if (!own.some(({ open, over }) => open && !over)) return undefined;
  const retryAt = now + ANOTHER_MS;
  return rest(going(row, 'matching', { waitsFor: 'another-export', retryAt }), retryAt);
}

/** Nor while one that was let go may have arrived unseen, until Greenhouse's lists have caught up with it or the recruiter has. */
function letGo(row: Row, { own }: Looked, at: Moment): Next | undefined {
  const open = own.findLast((one) => one.open && one.over && (row.saidAt ?? 0) <= one.at);
  if (!open || (at.can.findsPeople && !isFresh(open, at))) return undefined;
  if (!at.can.findsPeople) return ask(row, 'cannot-look', []);
  if (ageOf(open, at) > PATIENCE_MS) return ask(row, 'unknown-outcome', []);
  const retryAt = at.now + ANOTHER_MS;
  return rest(going(row, 'matching', { waitsFor: 'another-export', retryAt }), retryAt);
}

/** The recruiter has seen those who were there; of somebody who came since they have to hear. */
function asSaid(row: Row, { people: found, own }: Looked, at: Moment): Next | undefined {
  const people = [...found, ...freshOf(own, at).map(({ candidateId = 0 }) => ({ candidateId }))];
  const unseen = row.saidAt === undefined ? [] : people.filter(({ candidateId }) => !row.before.includes(candidateId));
  return unseen.length > 0 ? ask(row, 'known', unseen) : undefined;
}

/** Who it is by the recruiter's word or our own: they need not be asked again. */
function known(row: Row, request: ExportRequest, { people, agrees, own, gone }: Looked, at: Moment): Next | undefined {
  const fresh = freshOf(own, at);
  const byWord = agrees.find(([, by]) => by.includes('export') || by.includes('said'))?.[0];
  const id = request.candidateId ?? byWord ?? fresh.findLast(({ sure }) => sure)?.candidateId;
  if (id === undefined) return undefined;
  if (request.target.kind === 'update') return { row, act: { do: 'update', candidateId: id } };
  const ours = fresh.filter(({ candidateId }) => candidateId === id);
  if (gone.includes(id) && ours.length === 0) return ask(row, 'gone', people);
  const followed = withThoseOfTheKnown(row, request, at);
  const person = people.find(({ candidateId }) => candidateId === id);
  const there =
    applicationAt(request.target, person?.applications ?? []) ??
    ours.find(({ target }) => target && sameTarget(target, request.target));
  if (there) {
    const applicationId = 'id' in there ? there.id : there.applicationId;
    const view = {
      candidateId: id,
      ...(applicationId === undefined ? {} : { applicationId }),
      outcome: 'already-there',
    } as const;
    return { row: going(followed, 'created', view), act: GO_ON };
  }
  if (!at.can.addsApplications) return ask(row, 'known', [{ candidateId: id }]);
  const { view } = going(followed, 'creating', { candidateId: id });
  return { row: { ...announced(followed, 'application', at), view }, act: { do: 'make', what: 'application', candidateId: id } };
}

/** Those whom no list of Greenhouse need show yet. */
const freshOf = (own: readonly Ours[], moment: Moment): Ours[] =>
  own.filter((one) => one.candidateId !== undefined && isFresh(one, moment));

/** By Greenhouse's clock where it told. A device's may be put forward: by that alone a day is little enough. */
function isFresh(one: Ours, moment: Moment): boolean {
  const age = ageAtGreenhouse(one, moment);
  return age === undefined ? moment.now - one.at < DAY_MS : age < LAG_MS;
}

const ageAtGreenhouse = ({ theirs }: Ours, moment: Moment): number | undefined =>
  theirs === undefined || moment.theirs === undefined ? undefined : moment.theirs - theirs;

const ageOf = (one: Ours, moment: Moment): number => ageAtGreenhouse(one, moment) ?? moment.now - one.at;

/** Somebody found by anything else, or not to be seen where they should be, is for the recruiter to decide. */
function others(row: Row, { people, own, hidden }: Looked, at: Moment): Next | undefined {
  const ids = new Set([...people, ...freshOf(own, at)].flatMap(({ candidateId }) => candidateId ?? []));
  if (ids.size > 0)
    return ask(
      row,
      'known',
      [...ids].map((candidateId) => ({ candidateId })),
    );
  return hidden.length > 0
    ? ask(
        row,
        'hidden',
        hidden.map((candidateId) => ({ candidateId })),
      )
    : undefined;
}

/** By an update nobody is made. */
const nobody = (row: Row): Next => rest(going(row, 'needs-you', { error: { code: 'greenhouse/not-found' } }));

function make(row: Row, { people }: Looked, at: Moment): Next {
  const before = [...new Set([...row.before, ...people.map(({ candidateId }) => candidateId)])];
  const { candidateId: _known, ...view } = going(row, 'creating').view;
  return { row: { ...announced(row, 'person', at), before, view }, act: { do: 'make', what: 'person' } };
}

/** A sending is written down before it leaves. What was sent before is covered by the recruiter's word. */
const announced = (row: Row, what: Send['what'], { now, theirs, can }: Moment): Row => ({
  ...row,
  sends: [
    ...withClosed(row, 'said').sends,
    { what, at: now, ...(theirs === undefined ? {} : { theirs }), ...(hasNoteInside(row, what, can) ? { noted: true } : {}) },
  ],
  looks: 0,
});

const ask = (row: Row, question: Question, people: readonly Person[]): Next =>
  rest(going(row, 'needs-you', { question, candidateIds: people.map(({ candidateId }) => candidateId) }));
