/** Which cells are run: all, a sample, or those that one asks for by their keys. */
import { execFileSync } from 'node:child_process';

import { readSnapshot } from './calls.ts';
import { allCells, type Cell, sample } from './cells.ts';
import { FLAVOURS, kindOf } from './flavours.ts';

export interface Chosen {
  cells: Cell[];
  of: number;
  seed: string;
}

/** Of a copy without a history every sample is the same. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'gleaner';
  }
}

/**
 * `FAULTS`: a key, or a part of one. `FAULTS_SAMPLE`: how many. `FAULTS_SEED`: which of the many samples; the commit's unless told, so
 * that every commit has another and each run of it the same.
 */
export function chosen({ FAULTS: part = '', FAULTS_SAMPLE: size = '', FAULTS_SEED: told = '' } = process.env): Chosen {
  const seed = told || commit();
  const all = allCells(readSnapshot());
  const asked = all.filter(({ key }) => key.includes(part));
  const cells = sample(asked, seed, size === '' ? asked.length : Number(size));
  // A browser is opened anew for every change.
  return { seed, of: all.length, cells: cells.toSorted((one, other) => standOf(one).localeCompare(standOf(other))) };
}

const standOf = ({ flavour }: Cell): string => {
  const found = FLAVOURS[flavour];
  return found ? kindOf(found) : '';
};
