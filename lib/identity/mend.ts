/** Puts the index right by what Greenhouse has just said: for somebody whose keys are others by now, and for somebody gone. */
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { holders, type AtHand } from './at-hand.ts';
import type { Evidence } from './decide.ts';
import type { Finder } from './finder.ts';
import type { Entry } from './index/people-index.ts';
import { keysOf } from './keys-of.ts';

const entryOf = (person: KnownPerson): Entry => ({
  candidateId: person.candidateId,
  ...keysOf({ ...person, urls: person.urls ?? [], phones: person.phones ?? [], externalIds: person.externalIds ?? [] }),
});

/** Only of those of whom it said something else. That it cannot be written now stops nothing: the next look finds it again. */
export async function mend(
  { index }: Finder,
  known: AtHand,
  evidence: readonly Evidence[],
  gone: readonly number[],
): Promise<void> {
  if (!index || !known.found) return;
  const told = holders(known);
  const wrong = evidence.filter(({ person, keys }) => {
    // Of whom Greenhouse showed nothing it said nothing.
    if (person.unread) return false;
    const before = told.get(person.candidateId) ?? [];
    return keys.length !== before.length || keys.some((key) => !before.includes(key));
  });
  const entries = [
    ...wrong.map(({ person }) => entryOf(person)),
    ...gone.filter((id) => told.has(id)).map((candidateId) => ({ candidateId, keys: [], names: [] })),
  ];
  if (entries.length > 0) await (await index()).people?.put(entries).catch(() => undefined);
}
