/**
 * Does anything grow while one export follows another, in the real extension? The worker's heap after so many and after five times as
 * many, and what is stored, of which only the ledger may go on growing. A month passes now and then, and right before each look: what was
 * exported within a day is listed on purpose, and what may be there unseen is remembered for thirty, which would hide what stays. Whoever
 * was known before in the soak's mix is new here.
 */
import type { Page } from '@playwright/test';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import { JOBS, planned } from '../../soak/mix.ts';
import { ask } from '../../support/ask-worker.ts';
import { chance } from '../browsers/simulate.ts';
import { onWorker, workerHeap } from '../index/browser.ts';
import { type Recruiter, recruiter } from '../recruiter.ts';
import { kB, MB, type Row } from '../row.ts';
import { stored, underWay } from './stored.ts';

/** People: of six presses one is of somebody who was pressed before. */
const FEW = 200;
const MANY = 5 * FEW;
const AT_ONCE = 10;
/** A month passes after so many. */
const A_MONTH_OF = FEW / 2;
const MONTH_MS = 31 * 24 * 60 * 60_000;
const LOOKS_EVERY_MS = 500;
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 2000;
const SEED = 1;

interface Held {
  exports: number;
  /** Bytes. */
  heap: number;
  ledger: number;
  rest: number;
}

async function through(page: Page, requests: ExportRequest[]): Promise<void> {
  const views = await Promise.all(requests.map((request) => ask(page, 'export.start', request)));
  const ids = new Set(views.map(({ id }) => id));
  for (;;) {
    const open = (await ask(page, 'export.list', {})).filter(({ id, state }) => ids.has(id) && state !== 'done');
    if (open.length === 0) return;
    for (const view of open) if (view.state === 'needs-you') await answer(page, view);
    await page.waitForTimeout(LOOKS_EVERY_MS);
  }
}

/** Nothing fails here: all that is asked is about a job that was closed. */
async function answer(page: Page, { id, question, error, writtenAt }: ExportView): Promise<void> {
  if (question !== 'job-closed') throw new Error(`An export stopped: ${question ?? error?.code}`);
  const said = { do: 'to-job', jobId: JOBS[0], jobName: 'Another' } as const;
  await ask(page, 'export.answer', {
    id,
    answer: said,
    about: question,
    ...(writtenAt === undefined ? {} : { seen: writtenAt }),
  });
}

async function passAMonth({ extension, sandbox }: Recruiter, page: Page): Promise<void> {
  sandbox.advance(MONTH_MS);
  await onWorker(extension.profile, extension.id, [
    ['Runtime.evaluate', { expression: `{ const { now } = Date; Date.now = () => now() + ${MONTH_MS}; }` }],
  ]);
  // This look deletes what is over.
  await ask(page, 'export.list', {});
  while (await page.evaluate(underWay)) await page.waitForTimeout(LOOKS_EVERY_MS);
}

/** Once what was set going by time has come to rest: the least of some looks. */
async function heapOf({ extension: { profile, id } }: Recruiter, page: Page): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await page.waitForTimeout(BETWEEN_LOOKS_MS);
    seen.push(await workerHeap(profile, id));
  }
  return Math.min(...seen);
}

async function held(one: Recruiter, page: Page, exports: number): Promise<Held> {
  const { ledger = Number.NaN, ...others } = await page.evaluate(stored);
  const rest = Object.values(others).reduce((sum, size) => sum + size, 0);
  return { exports, heap: await heapOf(one, page), ledger, rest };
}

export async function flat(): Promise<Row[]> {
  const one = await recruiter({ sandbox: { candidates: 100 } });
  try {
    // Nothing stands on it that would ask questions of its own.
    const page = await one.extension.open('manifest.json');
    const people = [...Map.groupBy(planned({ random: chance(SEED) }, 0, MANY).presses, ({ handle }) => handle).values()];
    const seen: Held[] = [];
    let exports = 0;
    for (let from = 0; from < MANY; from += AT_ONCE) {
      const requests = people.slice(from, from + AT_ONCE).flatMap((presses) => presses.map(({ request }) => request));
      await through(page, requests);
      exports += requests.length;
      const done = from + AT_ONCE;
      if (done % A_MONTH_OF === 0) {
        await passAMonth(one, page);
        // What was looked for in the very moment was written anew.
        await passAMonth(one, page);
      }
      if (done === FEW || done === MANY) seen.push(await held(one, page, exports));
    }
    return rows(seen);
  } finally {
    await one.close();
  }
}

function rows([few, many]: Held[]): Row[] {
  if (!few || !many) throw new Error('Too few exports to compare.');
  const ledgerOfEach = (many.ledger - few.ledger) / (many.exports - few.exports);
  const after = `after ${many.exports} exports, to after ${few.exports}`;
  return [
    {
      what: `soak: heap of the worker a month later, ${after}`,
      value: many.heap / few.heap,
      unit: 'ratio',
      atMost: 1.1,
      note: `${MB(many.heap).toFixed(2)} to ${MB(few.heap).toFixed(2)} MB`,
    },
    {
      what: `soak: stored a month later, but for the ledger, ${after}`,
      value: many.rest / few.rest,
      unit: 'ratio',
      atMost: 1.1,
      note: `${kB(many.rest).toFixed(0)} to ${kB(few.rest).toFixed(0)} kB`,
    },
    {
      what: 'soak: the ledger, of each export',
      value: kB(ledgerOfEach),
      unit: 'kB',
      // Two ids of a profile with number and time; anything more of somebody would not fit.
      atMost: 0.2,
      note: `${ledgerOfEach.toFixed(0)} bytes, external ids with their number and time; 100,000 ids at most`,
    },
  ];
}
