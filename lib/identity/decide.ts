/**
 * From what speaks for each candidate to an answer. A key that one candidate alone holds is a proof (some only together with the
 * name); one that several hold, and a name, are hints, which the recruiter looks at.
 */
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import type { NameAgrees } from './agree.ts';
import type { AskedKey } from './asked.ts';
import type { Key } from './keys.ts';
import { keysIn } from './keys-in.ts';
import type { Agreement, FindRequest, Match, Verdict } from './schema.ts';

/** One candidate, and what speaks for them. */
export interface Evidence {
  person: KnownPerson;
  /** What outweighs every key. */
  word?: 'said' | 'export' | undefined;
  keys: readonly Key[];
  name?: NameAgrees | undefined;
  /** The recruiter said that they are somebody else. */
  notThem?: boolean | undefined;
}

/** A longer list helps nobody to choose. */
export const MOST_POSSIBLE = 10;

export interface Decided extends Pick<Verdict, 'kind' | 'matches'> {
  notThem: number[];
  /** Somebody is proved to be them: what else could be asked would only say it again. */
  settled: boolean;
}

/** @param crowded keys that so many hold that not each of them is among the evidence. */
export function decide(
  request: FindRequest,
  asked: readonly AskedKey[],
  evidence: readonly Evidence[],
  crowded: ReadonlySet<Key> = new Set(),
): Decided {
  const speaking = evidence.filter(({ word, keys, name }) => word ?? name ?? keys[0]);
  const holders = (key: Key): number => speaking.filter(({ keys }) => keys.includes(key)).length;
  const proofs = new Set(asked.filter(({ key }) => holders(key) === 1 && !crowded.has(key)));
  const isCertain = ({ word, keys, name }: Evidence): boolean =>
    word !== undefined || [...proofs].some(({ key, alone }) => keys.includes(key) && (alone || name !== undefined));
  const matchOf = ({ person, word, keys, name }: Evidence): Match => {
    const ids = new Set(keysIn({ externalIds: person.externalIds }));
    const agreed = asked.filter(({ key }) => keys.includes(key));
    const known = word ?? agreed.find((one) => one.alone && proofs.has(one));
    const agrees: Agreement[] = [
      ...(word ? [{ by: word, value: request.externalIds[0] ?? '' }] : []),
      ...agreed.map(({ key, by, value }) => ({ by: by === 'external-id' && !ids.has(key) ? ('profile' as const) : by, value })),
      ...(name && !known ? [{ by: name, value: `${request.firstName ?? ''} ${request.lastName ?? ''}`.trim() }] : []),
    ];
    return { person, agrees };
  };

  const left = speaking.filter(({ notThem }) => !notThem);
  const notThem = speaking.filter((one) => one.notThem).map(({ person }) => person.candidateId);
  // The recruiter's word goes first, then our own export.
  const said = left.filter(({ word }) => word === 'said');
  const exported = left.filter(({ word }) => word === 'export');
  const certain = [said, exported, left.filter(isCertain)].find(({ length }) => length > 0) ?? [];
  if (certain.length === 1) return { kind: 'known', matches: certain.map(matchOf), notThem, settled: true };
  const strength = ({ keys, name }: Evidence): number => keys.length * 3 + (name === 'name-company' ? 2 : name ? 1 : 0);
  const possible = certain.length > 0 ? certain : left.toSorted((a, b) => strength(b) - strength(a)).slice(0, MOST_POSSIBLE);
  return { kind: possible.length > 0 ? 'possible' : 'new', matches: possible.map(matchOf), notThem, settled: certain.length > 0 };
}
