/** Many browsers on one credential, from the first panel that opens to the last export that is through. */
import type { ExportRequest } from '#lib/export/schema.ts';

import { startSandbox } from '../../sandbox/server.ts';
import { exportRequest } from '../../support/export-request.ts';
import { median } from '../spread.ts';
import { type Browser, browser } from './browser.ts';
import { virtualNetwork } from './network.ts';
import { VirtualTime } from './virtual-time.ts';

export interface Crowd {
  browsers: number;
  /** Of each browser. */
  exports: number;
  /** Calls per 30 s. */
  rateLimit: number;
  sync: boolean;
  seed?: number;
}

export interface Outcome {
  asked: number;
  /** Through by what the browser says, and in Greenhouse. */
  done: number;
  /** People whom Greenhouse has more than once. */
  duplicates: number;
  /** Seconds from the press until the person was in Greenhouse. */
  longest: number;
  median: number;
  /** Seconds from the first panel to the last export. */
  took: number;
  /** Calls that people waited for, and that were answered. */
  calls: number;
  pages: number;
  /** Of all calls of the API. */
  refused: number;
  /** Seconds that exports stood in the line of their own browser. */
  waited: number;
}

const WINDOW_S = 30;
/** Within this time everybody has opened the panel: a busy morning. */
const ARRIVAL_MS = 60_000;
/** Between the exports of one recruiter. */
const THINK_MS = 20_000;
/** Who is not through by then is lost. */
const PATIENCE_MS = 12 * 3_600_000;
/** Every so many browsers have no list of jobs yet; the others have one of less than half an hour ago. */
const FRESH_EVERY = 5;
const JOB = 9001;

/** Numbers from 0 to 1 that are the same in each run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function somebody(of: number, number: number): ExportRequest {
  const name = `person-${of}-${number}-fixture`;
  const url = `https://www.linkedin.com/in/${name}/`;
  const request = exportRequest();
  return {
    ...request,
    id: `7c1de0a4-3c55-4b8e-9d0e-${String(of * 1000 + number).padStart(12, '0')}`,
    externalId: `linkedin:${name}`,
    aliases: [],
    url,
    target: { kind: 'candidate', jobId: JOB },
    candidate: {
      ...request.candidate,
      emails: [{ value: `${name}@mail.example`, type: 'personal' }],
      links: [{ url, kind: 'linkedin' }],
    },
    // Every second one comes with a note, that must not be lost to the limit either.
    ...(number % 2 === 0 ? { note: { body: 'Met at a fixture.', visibility: 'public' } } : {}),
  };
}

export async function simulate({ browsers, exports, rateLimit, sync, seed = 1 }: Crowd): Promise<Outcome> {
  const random = chance(seed);
  const start = Date.UTC(2026, 10, 21, 9);
  const time = new VirtualTime(start);
  const sandbox = await startSandbox({ plain: true, rateLimit, now: () => time.now, candidates: 100 });
  const disconnect = virtualNetwork(time, random);
  try {
    const all = Array.from({ length: browsers }, () => browser({ time, sandbox, random }));
    /** What people wait for, and what nobody waits for, as far as it is under way. */
    const [awaited, quiet] = [new Set<unknown>(), new Set<unknown>()];
    const failures: unknown[] = [];
    const begin = (among: Set<unknown>, work: Promise<unknown>): void => {
      among.add(work);
      void work.catch((thrown: unknown) => failures.push(thrown)).then(() => among.delete(work));
    };
    const over = (): boolean =>
      failures.length > 0 || (awaited.size === 0 && all.every(isThrough)) || time.now > start + PATIENCE_MS;
    all.forEach((one, at) => {
      begin(awaited, morning(one, at));
      if (sync) begin(quiet, one.sync(over));
    });
    await time.pass(over);
    const outcome = outcomeOf(all);
    // A call that is never answered would keep this process alive.
    await time.pass(() => quiet.size === 0);
    if (failures.length > 0) throw failures[0];
    return outcome;
  } finally {
    disconnect();
    await sandbox.close();
  }

  /** One recruiter: opens the panel, and exports one person after the other. */
  async function morning(one: Browser, at: number): Promise<void> {
    await time.sleep(random() * ARRIVAL_MS);
    const read = at % FRESH_EVERY === 0 ? one.openPanel() : undefined;
    for (let number = 0; number < exports; number += 1) {
      const request = somebody(at, number);
      await one.verdictOn(request.candidate.emails[0]?.value ?? '');
      await time.sleep(random() * THINK_MS);
      await one.press(request);
    }
    await read;
  }

  function isThrough({ exported }: Browser): boolean {
    return exported.size === exports && [...exported.values()].every(({ done }) => done);
  }

  function outcomeOf(all: Browser[]): Outcome {
    const exported = all.flatMap((one) => [...one.exported.values()]);
    const waits = exported.map(({ pressedAt, createdAt = Number.POSITIVE_INFINITY }) => (createdAt - pressedAt) / 1000);
    const ours = (sandbox.state()['candidates'] ?? []).flatMap(
      (row) => JSON.stringify(row).match(/person-\d+-\d+-fixture@/)?.[0] ?? [],
    );
    const calls = sandbox.requests().filter(({ path }) => path.startsWith('/v3/'));
    const refused = calls.filter(({ status }) => status === 429).length;
    const pages = all.reduce((sum, { tally }) => sum + tally.pages, 0);
    return {
      asked: browsers * exports,
      done: Math.min(exported.filter(({ done }) => done).length, new Set(ours).size),
      duplicates: ours.length - new Set(ours).size,
      longest: Math.max(...waits),
      median: median(waits),
      took: (time.now - start) / 1000,
      calls: calls.length - refused - pages,
      pages,
      refused: refused / calls.length,
      waited: all.reduce((sum, { tally }) => sum + tally.waitedForExports, 0) / 1000,
    };
  }
}

/** Seconds in which Greenhouse could at best have answered that many calls. */
export const atBest = (calls: number, rateLimit: number): number => Math.ceil(calls / rateLimit) * WINDOW_S;
