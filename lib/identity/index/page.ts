/** One page of entries as it is stored: every fingerprint with whose it is, sorted, and the candidates that it speaks for. */
import type { Column } from './column.ts';
import type { Fingerprints } from './fingerprint.ts';
import { sortedPairs } from './pairs.ts';
import type { Entry, IdRange } from './people-index.ts';
import { columnsOf, sheetOf } from './sheet.ts';

/**
 * A candidate's id, doubled; odd at exactly one of the candidate's fingerprints. So people are counted without a list of them:
 * as many as there are odd ones.
 */
export const ownerOf = (candidateId: number, first: boolean): number => candidateId * 2 + (first ? 1 : 0);
export const idOf = (owner: number): number => Math.floor(owner / 2);
export const isFirst = (owner: number): boolean => owner % 2 === 1;

interface Parts<List> {
  /** Sorted, and with each of them whose it is. */
  fingerprints: List;
  owners: List;
  /** Ids, those without any key too: all that is older about them is over. */
  speaksFor: List;
  /** From one id to another, both included, of all of whom it speaks though they are not on it; or nothing. */
  whole: List;
}
/** As it is read where it stands. */
export type LogPage = Parts<Column>;

const nothing = new Float64Array();
/** Speaks for nobody. */
export const EMPTY_PAGE: Parts<Float64Array> = { fingerprints: nothing, owners: nothing, speaksFor: nothing, whole: nothing };

/** Whether it speaks of the candidate by not having them. */
export const isWithin = ({ whole }: LogPage, id: number): boolean => whole.length > 0 && id >= whole.at(0) && id <= whole.at(1);

/** Of several entries for one candidate the last counts. */
export function pageOf(entries: readonly Entry[], { of, ofNameKey }: Fingerprints, whole?: IdRange) {
  const byId = new Map(entries.map((entry) => [entry.candidateId, entry]));
  const fingerprints: number[] = [];
  const owners: number[] = [];
  /** How many have a key. */
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

export const writtenPage = ({ fingerprints, owners, speaksFor, whole }: Parts<Float64Array>, number: number): ArrayBuffer =>
  sheetOf([fingerprints, owners, speaksFor, whole], number);

/** Undefined where it cannot be read. */
export function readPage(value: unknown, number: number): LogPage | undefined {
  const [fingerprints, owners, speaksFor, whole] = columnsOf(value, number) ?? [];
  return fingerprints && owners && speaksFor && whole && { fingerprints, owners, speaksFor, whole };
}
