/** Who is known without asking anybody: for the first frame of the panel, for lists, and for marks. A hundred people at a time. */
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { atHand, holders, namesakes, type AtHand } from './at-hand.ts';
import { blindSpotsOf } from './blind.ts';
import { decide, type Evidence } from './decide.ts';
import type { Finder } from './finder.ts';
import type { FindRequest, Verdict } from './schema.ts';

/** One answer for each, in order. Never rejects for want of a network, and `new` says no more than that nobody is known here. */
export async function findLocally(finder: Finder, requests: readonly FindRequest[]): Promise<Verdict[]> {
  const { people, status } = await atHand(finder, requests);
  const now = finder.now();
  return people.map((person): Verdict => {
    const { kind, matches, notThem } = decide(person.request, person.asked, evidenceOf(person), person.crowded);
    const blind = blindSpotsOf(status, person.found?.damaged ?? false, now);
    return {
      kind,
      matches,
      checked: ['export', ...(person.found ? (['index'] as const) : [])],
      checkedAt: now,
      local: true,
      ...(blind.length > 0 ? { blind } : {}),
      ...(status ? { index: status } : {}),
      ...(notThem.length > 0 ? { notThem } : {}),
    };
  });
}

function evidenceOf(person: AtHand): Evidence[] {
  const { said, exported } = person;
  const held = holders(person);
  for (const { candidateId, keys } of person.made)
    held.set(candidateId, [...new Set([...(held.get(candidateId) ?? []), ...keys])]);
  const alike = new Map(namesakes(person).map(({ candidateId, sameCompany }) => [candidateId, sameCompany]));
  // Those of a crowd of namesakes who hold a key, too, are called so all the same.
  const named = new Map((person.found?.byName ?? []).map(({ candidateId, sameCompany }) => [candidateId, sameCompany]));
  const ids = [said.them, exported, ...held.keys(), ...alike.keys()];
  return [...new Set(ids)].flatMap((id): Evidence | [] => {
    if (id === undefined) return [];
    const sameCompany = named.get(id);
    return {
      person: withIdAlone(id),
      word: id === said.them ? 'said' : id === exported ? 'export' : undefined,
      keys: held.get(id) ?? [],
      name: sameCompany === undefined ? undefined : sameCompany ? 'name-company' : 'name',
      notThem: said.notThem.includes(id),
    };
  });
}

export const withIdAlone = (candidateId: number): KnownPerson => ({
  candidateId,
  firstName: '',
  lastName: '',
  tags: [],
  emails: [],
  applications: [],
});
