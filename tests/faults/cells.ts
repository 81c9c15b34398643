/** The matrix: every call of every kind of export, failing in every way, with every death, under every lag. */
import { diceOf } from '../sites/promises/mutate.ts';
import type { Call, Clean } from './calls.ts';

export const FAULTS = [
  'drop-before',
  'drop-after-commit',
  'delay',
  'answer-late',
  '500',
  '502-html',
  '429',
  'truncate',
  '401-once',
  '403-once',
  '403-always',
] as const;
export type FaultName = (typeof FAULTS)[number];

export const DEATHS = ['alive', 'worker', 'reload', 'browser'] as const;
export type Death = (typeof DEATHS)[number];

/** How late lists show what was written. */
export const LAGS = { '0': 0, '30s': 30_000, '5min': 300_000 } as const;
export type Lag = keyof typeof LAGS;

export interface Cell {
  key: string;
  flavour: string;
  call: Call;
  fault: FaultName;
  death: Death;
  lag: Lag;
}

const lags = Object.keys(LAGS) as Lag[];

/** What asks for no list meets no lag. */
const lagsOf = (calls: readonly Call[]): Lag[] => (calls.some(({ match }) => match.path.startsWith('/v3')) ? lags : ['0']);

export const allCells = (clean: Record<string, Clean>): Cell[] =>
  Object.entries(clean).flatMap(([flavour, { calls }]) =>
    calls.flatMap((call) =>
      FAULTS.flatMap((fault) =>
        DEATHS.flatMap((death) =>
          lagsOf(calls).map((lag) => ({
            key: `${flavour} | ${call.key} | ${fault} | ${death} | ${lag}`,
            flavour,
            call,
            fault,
            death,
            lag,
          })),
        ),
      ),
    ),
  );

/** Sends somebody or something into Greenhouse: what must not happen twice. */
export const isCreate = ({ call: { match } }: Cell): boolean =>
  match.method === 'POST' && /\/(candidates|applications)$/.test(match.path);

/** It is waited for as long as anybody waits: by a worker in a hurry. */
export const isWaitedFor = ({ fault, death }: Cell): boolean =>
  death === 'alive' && (fault === 'delay' || fault === 'answer-late');

const pairsOf = ({ flavour, call, fault, death, lag }: Cell): string[] => {
  const which = `${flavour} ${call.key}`;
  const kinds = [`${flavour} ${death}`, `${fault} ${death}`, `${flavour} ${fault}`, `${death} ${lag}`];
  return [`${which} ${fault}`, `${which} ${death}`, `${fault} ${lag}`, ...kinds];
};

/** Of so many that come next by chance, the one that adds most is taken. */
const LOOKS_AT = 400;
/** A create is drawn as if it were there so often. */
const WEIGHT = 4;

/**
 * Every pair of flavour, call, fault, death and lag, as far as `size` reaches: of those that come next, flavour by flavour, the one that
 * adds most. The same seed, the same cells.
 */
export function sample(cells: readonly Cell[], seed: string, size: number): Cell[] {
  if (size >= cells.length) return [...cells];
  const dice = diceOf(numberOf(seed));
  /** When it is drawn, if each is drawn as often as it weighs. */
  const chance = (cell: Cell): number => -Math.log((1 + dice(1_000_000)) / 1_000_000) / (isCreate(cell) ? WEIGHT : 1);
  const drawn = cells.map((cell) => ({ cell, at: chance(cell) })).toSorted((one, other) => one.at - other.at);
  const waiting = inTurns(
    drawn.map(({ cell }) => cell),
    ({ flavour }) => flavour,
  );
  // A cell is looked at hundreds of times before it is taken: its pairs have numbers.
  const numbers = new Map<string, number>();
  const numbered = (pair: string): number => {
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  };
  const pairs = new Map(waiting.map((cell) => [cell, pairsOf(cell).map(numbered)]));
  const covered = new Uint8Array(numbers.size);
  const gain = (cell: Cell): number => (pairs.get(cell) ?? []).reduce((sum, pair) => sum + 1 - (covered[pair] ?? 0), 0);
  const taken: Cell[] = [];
  while (taken.length < size && waiting.length > 0) {
    const best = mostBy(waiting.slice(0, LOOKS_AT), gain);
    if (!best) break;
    waiting.splice(waiting.indexOf(best), 1);
    for (const pair of pairs.get(best) ?? []) covered[pair] = 1;
    taken.push(best);
  }
  return taken;
}

/** Of each kind one, then of each a second: a flavour of few calls is met as soon as one of many. */
function inTurns<T>(items: readonly T[], kindOf: (item: T) => string): T[] {
  const kinds = Map.groupBy(items, kindOf);
  const turns = Math.max(0, ...[...kinds.values()].map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => [...kinds.values()].flatMap((of) => of[turn] ?? [])).flat();
}

/** The first of those that have most. */
function mostBy<T>(items: readonly T[], count: (item: T) => number): T | undefined {
  let [most, highest]: [T | undefined, number] = [undefined, -1];
  for (const item of items) {
    const has = count(item);
    if (has > highest) [most, highest] = [item, has];
  }
  return most;
}

/** FNV-1a: any text is a seed. */
const numberOf = (seed: string): number =>
  Buffer.from(seed).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
