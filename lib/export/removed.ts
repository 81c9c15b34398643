/** What this browser has taken back: lists of Greenhouse may show it for a while, and nobody is to be put onto it. */
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import type { Event } from './machine.ts';
import type { Row } from './row.ts';

export interface Removed {
  people: ReadonlySet<number | undefined>;
  applications: ReadonlySet<number | undefined>;
}

export const removedBy = (rows: readonly Row[]): Removed => ({
  people: new Set(rows.map(({ removed }) => removed?.candidateId)),
  applications: new Set(rows.map(({ removed }) => removed?.applicationId)),
});

export const stillThere = (people: readonly KnownPerson[], removed: Removed): KnownPerson[] =>
  people
    .filter(({ candidateId }) => !removed.people.has(candidateId))
    .map((person) => ({ ...person, applications: person.applications.filter(({ id }) => !removed.applications.has(id)) }));

type LookedBefore = Extract<Event, { whom: 'before' }>;

/** Whoever was asked for and is shown though we deleted them is gone. */
export const withoutRemoved = (looked: LookedBefore, removed: Removed): LookedBefore => ({
  ...looked,
  people: stillThere(looked.people, removed),
  agrees: looked.agrees.filter(([id]) => !removed.people.has(id)),
  gone: [...looked.gone, ...looked.people.flatMap(({ candidateId: id }) => (removed.people.has(id) ? id : []))],
});
