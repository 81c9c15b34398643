/**
 * How long it takes until every browser has everybody: what the extension reckons before it asks the recruiter, and beside it what
 * the same number of browsers really take, for as many pages as can be waited for.
 */
import { PAGE, secondsToFill } from '#lib/identity/sync/how-long.ts';

import { startSandbox } from '../../sandbox/server.ts';
import type { Row } from '../row.ts';
import { browser } from './browser.ts';
import { virtualNetwork } from './network.ts';
import { chance } from './simulate.ts';
import { VirtualTime } from './virtual-time.ts';

const BASES = [100_000, 1_000_000];
/** How many pages each browser fetches in the simulation. */
const CROWDS = [
  { browsers: 1, pages: 600 },
  { browsers: 20, pages: 60 },
  { browsers: 500, pages: 6 },
];
/** How much longer than reckoned it may take: what is told to a recruiter is to be true. */
const MOST_TIMES_RECKONED = 1.25;

interface Crowd {
  browsers: number;
  pages: number;
}

/** Seconds until each browser has fetched so many pages, all of them beginning at once, and nobody exporting meanwhile. */
async function filling({ browsers, pages }: Crowd, rateLimit: number): Promise<number> {
  const start = Date.UTC(2026, 10, 21, 20);
  const time = new VirtualTime(start);
  const random = chance(browsers);
  const sandbox = await startSandbox({ plain: true, rateLimit, now: () => time.now, candidates: 100 });
  const disconnect = virtualNetwork(time, random);
  try {
    const failures: unknown[] = [];
    let through = 0;
    let last = start;
    for (let number = 0; number < browsers; number += 1) {
      const one = browser({ time, sandbox, random });
      const filled = one.sync(() => one.tally.pages >= pages).then(() => (last = time.now));
      void filled.catch((thrown: unknown) => failures.push(thrown)).then(() => (through += 1));
    }
    await time.pass(() => through === browsers);
    if (failures.length > 0) throw failures[0];
    return (last - start) / 1000;
  } finally {
    disconnect();
    await sandbox.close();
  }
}

function long(seconds: number): string {
  const [minutes, hours, days] = [seconds / 60, seconds / 3600, seconds / 86_400];
  if (days >= 2) return `${days.toFixed(1)} days`;
  return hours >= 2 ? `${hours.toFixed(1)} hours` : `${Math.round(minutes)} minutes`;
}

const who = (browsers: number): string => (browsers === 1 ? '1 browser' : `${browsers} browsers on one credential`);

export async function fillings(rateLimit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const crowd of CROWDS) {
    for (const people of BASES) {
      const seconds = secondsToFill(people, crowd.browsers, rateLimit);
      const what = `${who(crowd.browsers)}: until each has the index of ${people.toLocaleString('en')} people, as told`;
      rows.push({ what, value: seconds, unit: 's', note: long(seconds) });
    }
    const took = await filling(crowd, rateLimit);
    const reckoned = secondsToFill(crowd.pages * PAGE, crowd.browsers, rateLimit);
    rows.push({
      what: `${who(crowd.browsers)}: what it takes, to what is told`,
      value: took / reckoned,
      unit: 'ratio',
      atMost: MOST_TIMES_RECKONED,
      note: `${crowd.pages} pages each: ${long(took)} to ${long(reckoned)}`,
    });
  }
  return rows;
}
