/** Whose rows were damaged when Greenhouse told them last: they are not in the index, or only as they were before. Pure. */
import type { EverybodyPage } from '#lib/greenhouse/port.ts';

import type { IdRange } from '../index/people-index.ts';

/** It is written down with every page. */
const MOST = 1000;

/** @param told whoever has an id therein and is not on the page is gone. */
export function unreadableAfter(
  before: readonly number[] | undefined,
  { people, unreadable }: EverybodyPage,
  told: IdRange | undefined,
): number[] {
  const whole = new Set(people.map(({ candidateId }) => candidateId));
  const stays = (id: number): boolean => !whole.has(id) && !(told && id >= told.from && id <= told.to);
  return [...new Set([...(before ?? []).filter(stays), ...unreadable])].slice(0, MOST);
}
