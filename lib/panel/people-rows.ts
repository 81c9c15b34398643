/** Rows of people: who is the same as whom between two readings of a list, and how they are written down. Pure. */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { shortAddress } from './links.ts';

export interface ListedRow {
  /** Who it is, by identity; of whom there is none, what the row says and the how-manieth that says so. */
  key: string;
  /** Every external id that is known of them; none for somebody whom the site hides. */
  ids: readonly string[];
  person: ListedPerson;
}

/** The rows so far with what another reading of the same list shows: the new ones behind, in the order of the page. */
export function withMore(rows: readonly ListedRow[], people: readonly ListedPerson[]): ListedRow[] {
  const next = [...rows];
  /** By key, and by every external id: two products of a site call one person by two of them. */
  const at = new Map<string, number>();
  const know = ({ key, ids }: ListedRow, index: number) => {
    for (const name of [key, ...ids]) if (!at.has(name)) at.set(name, index);
  };
  for (const [index, row] of next.entries()) know(row, index);

  /** Two rows without identity that say the same are two people, and the same two when the page is read again. */
  const alike = new Map<string, number>();
  const nthOf = (said: string) => {
    alike.set(said, (alike.get(said) ?? 0) + 1);
    return `${said} ${alike.get(said)}`;
  };
  for (const person of people) {
    const ids = idsOf(person);
    const key = ids[0] ?? addressOf(person) ?? nthOf(saidOf(person));
    const known = [key, ...ids].map((name) => at.get(name)).find((index) => index !== undefined);
    const before = known === undefined ? undefined : next[known];
    const row = before ? both(before, person, ids) : { key, ids, person };
    const index = known ?? next.length;
    next[index] = row;
    know(row, index);
  }
  return next;
}

/** A masked row may carry a link, to a page that says no more: it is nobody's identity. */
const addressOf = ({ url, masked }: ListedPerson): string | undefined => (masked ? undefined : (url ?? undefined));
const idsOf = ({ externalId, aliases = [], masked }: ListedPerson): string[] =>
  masked ? [] : [...new Set([...(externalId ? [externalId] : []), ...aliases])];

const saidOf = ({ fullName, headline, location }: ListedPerson): string => `said ${[fullName, headline, location].join(' | ')}`;

/** What the later reading shows goes before; what it lacks (not drawn yet) stays. */
function both(before: ListedRow, person: ListedPerson, ids: readonly string[]): ListedRow {
  const shown = Object.fromEntries(Object.entries(person).filter(([, value]) => value != null && value !== ''));
  return { key: before.key, ids: [...new Set([...before.ids, ...ids])], person: { ...before.person, ...shown } };
}

/** As people call them; the address where the list prints no name. */
export const nameOf = ({ fullName, url }: ListedPerson): string => fullName?.trim() || shortAddress(url ?? '');

/** Only who has an identity can be opened, or put on a list. */
export const isChoosable = ({ person }: ListedRow): boolean => !person.masked && Boolean(person.url);

/**
 * A line for each, name and link with a tab between: two columns where it is pasted into a table. A name is whatever a page
 * says, so it starts with nothing that a table takes for a formula.
 */
export const chosenText = (rows: readonly ListedRow[]): string =>
  rows
    .map(
      ({ person }) =>
        `${nameOf(person)
          .replace(/\s+/g, ' ')
          .replace(/^[\s=+@-]+/, '')}\t${person.url ?? ''}`,
    )
    .join('\n');
