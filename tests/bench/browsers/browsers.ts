/**
 * Does everybody get through when many browsers share one credential? The real outbox and adapter of each, the sandbox over
 * HTTP at Greenhouse's example of a limit, and a sync without end in each browser. Time is virtual: the figures are the same
 * on every machine.
 */
import type { Row } from '../row.ts';
import { fillings } from './filling.ts';
import { atBest, type Outcome, simulate } from './simulate.ts';

/** Calls per 30 s (harvest-api reference, section 5). */
const RATE_LIMIT = 75;
const CROWDS = [
  { browsers: 1, exports: 20 },
  { browsers: 20, exports: 10 },
  { browsers: 500, exports: 1 },
];
/** How much longer than at best the slowest may take; one browser alone is slowed down by nothing but its recruiter. */
const MOST_TIMES_BEST = 2.5;

const seconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} s`;
const percent = (value: number): string => `${Math.round(100 * value)} %`;

function rowsOf(
  browsers: number,
  { asked, done, duplicates, longest, median, took, calls, pages, refused, waited }: Outcome,
): Row[] {
  const who = browsers === 1 ? '1 browser on a credential' : `${browsers} browsers on one credential`;
  const best = atBest(calls, RATE_LIMIT);
  const wait = `until a person was in Greenhouse ${seconds(median)} (median), ${seconds(longest)} (longest)`;
  const told = `${calls} calls and ${pages} pages of a sync; ${percent(refused)} of all calls answered 429`;
  const pace: Row =
    browsers === 1
      ? { what: `${who}: seconds that exports waited for the sync`, value: waited, unit: 's', atMost: 0, note: wait }
      : {
          what: `${who}: the slowest export, to what the limit allows`,
          value: took / best,
          unit: 'ratio',
          atMost: MOST_TIMES_BEST,
          note: `${seconds(took)} to ${seconds(best)}; ${wait}`,
        };
  return [
    { what: `${who}: exports lost, of ${asked}`, value: asked - done, unit: 'exports', atMost: 0, note: told },
    { what: `${who}: people made twice`, value: duplicates, unit: 'exports', atMost: 0 },
    pace,
  ];
}

export async function browsers(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const crowd of CROWDS) {
    rows.push(...rowsOf(crowd.browsers, await simulate({ ...crowd, rateLimit: RATE_LIMIT, sync: true })));
  }
  return [...rows, ...(await fillings(RATE_LIMIT))];
}
