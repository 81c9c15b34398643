/** One line of the table. What is bound is a ratio, a count or a size: never a time of the machine, which is another one on each. Seconds are simulated. */
export interface Row {
  what: string;
  value: number;
  unit: 'ratio' | 'kB' | 'MB' | 'calls' | 'scripts' | 'exports' | 'frames' | 's';
  /** Of the repetitions. */
  range?: readonly [least: number, most: number];
  /** Absent for what is told only to be known. */
  atMost?: number;
  /** How it came about, in a few words. */
  note?: string;
}

/** A benchmark that could not be run does not hold either. */
export interface Failure {
  what: string;
  failed: string;
}

export type Result = Row | Failure;

/** Answers with its rows; rejects when it could not be measured. */
export type Suite = () => Promise<Row[]>;

/** `undefined` for a row without a bound. */
export const holds = (result: Result): boolean | undefined => {
  if ('failed' in result) return false;
  return result.atMost === undefined ? undefined : result.value <= result.atMost;
};

/** Sizes are in thousands of bytes, as in the budgets. */
export const kB = (bytes: number): number => bytes / 1000;

export const MB = (bytes: number): number => bytes / 1_000_000;
