/** One page of entries as it is stored: every fingerprint with whose it is, sorted, and the candidates that it speaks for. */
import type { Fingerprints } from './fingerprint.ts';
import { sortedPairs, type Pairs } from './pairs.ts';
import type { Entry, IdRange } from './people-index.ts';

/**
 * A candidate's id, doubled; odd at exactly one of the candidate's fingerprints. So people are counted without a list of them:
 * as many as there are odd ones.
 */
export const ownerOf = (candidateId: number, first: boolean): number => candidateId * 2 + (first ? 1 : 0);
export const idOf = (owner: number): number => Math.floor(owner / 2);
export const isFirst = (owner: number): boolean => owner % 2 === 1;

export interface Page extends Pairs {
  /** Ids, those without any key too: all that is older about them is over. */
  speaksFor: Float64Array;
  /** From one id to another, both included, of all of whom it speaks though they are not on it; or nothing. */
  whole: Float64Array;
  /** How many of them have a key. */
  people: number;
}

/** Of several entries for one candidate the last counts. */
export function pageOf(entries: readonly Entry[], { of, ofNameKey }: Fingerprints, whole?: IdRange): Page {
  const byId = new Map(entries.map((entry) => [entry.candidateId, entry]));
  const fingerprints: number[] = [];
  const owners: number[] = [];
  let people = 0;
  for (const { candidateId, keys, names } of byId.values()) {
    const own = new Set([...keys.map(of), ...names.map(ofNameKey)]);
    let first = true;
    for (const fingerprint of own) {
      fingerprints.push(fingerprint);
      owners.push(ownerOf(candidateId, first));
      first = false;
    }
    if (own.size > 0) people++;
  }
  return {
    ...sortedPairs(fingerprints, owners),
    speaksFor: Float64Array.from(byId.keys()).sort(),
    whole: Float64Array.from(whole ? [whole.from, whole.to] : []),
    people,
  };
}
