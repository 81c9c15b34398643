/** Two records of one person, side by side: what stands in each, and what of the one would be lost with it. */
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

import { nameOf, standsAt } from './known-line.ts';
import { shortAddress } from './links.ts';
import { ago, day, mayBeUnlisted } from './when.ts';

const LINES: readonly [TextKey, (person: KnownPerson) => readonly (string | null | undefined)[]][] = [
  ['panel_twice_as', ({ title, company }) => [title, company]],
  ['panel_twice_emails', ({ emails }) => emails],
  ['panel_twice_phones', ({ phones = [] }) => phones],
  ['panel_twice_links', ({ urls = [] }) => urls.map(shortAddress)],
  ['panel_twice_jobs', ({ applications }) => applications.map(standsAt)],
  ['panel_tagged', ({ tags }) => tags],
];

/** What Greenhouse shows of one, a line for each kind; nothing of what is not there. */
export function linesOf(person: KnownPerson, now: number): string[] {
  const made = Date.parse(person.createdAt ?? '');
  return [
    nameOf(person),
    ...LINES.flatMap(([key, of]) => {
      const values = of(person).filter(Boolean);
      return values.length > 0 ? t(key, values.join(', ')) : [];
    }),
    ...(Number.isNaN(made) ? [] : [t('panel_twice_made', now - made < DAY_MS ? ago(made, now) : (day(person.createdAt) ?? ''))]),
  ];
}
const DAY_MS = 24 * 60 * 60_000;

/** A record has one name, one title and one company. */
export function lostWith(gone: KnownPerson, stays: KnownPerson): string[] {
  const single = (person: KnownPerson) => [nameOf(person), person.title, person.company];
  const kept = single(stays);
  return single(gone).flatMap((value, place) => (value && kept[place] && value !== kept[place] ? [value] : []));
}

/** Who is left where only one is shown though every list would show both by now: the other is gone, by somebody else's hand. */
export const leftAlone = (shown: readonly KnownPerson[], startedAt: number, now: number): number | undefined =>
  shown.length === 1 && !mayBeUnlisted(startedAt, now) ? shown[0]?.candidateId : undefined;
