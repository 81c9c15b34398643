/** The stores beside each other, each in the worker of an extension of its own: what they weigh, and how quickly they take and answer. */
import { kB, MB, type Row } from '../row.ts';
import { median, range, ratios } from '../spread.ts';
import type { BenchBrowser } from './browser.ts';

export type Place = 'ours' | 'small' | 'naive' | 'empty';
type Browser = BenchBrowser<Place>;

export interface Bases {
  many: number;
  few: number;
}

/** People on a page of Greenhouse's, and how long it takes until the limit lets the next one come: 75 calls in 30 s. */
const PAGE_SIZE = 500;
const PAGE_COMES_MS = 30_000 / 75;
/** So many people are put without a word from outside. */
const AT_ONCE = 20_000;
/** The last people of a base, long enough for a merge to fall among them: the heap is looked at, which takes time that is not counted. */
const WATCHED = 80_000;
const ROUNDS = { warm: 15, batch: 15 };
/** Profiles of one round. */
const PROFILES = 40;
const BATCH = 100;

/** Puts the people of a base up to `to`; milliseconds a page. */
async function fill(browser: Browser, place: Place, from: number, to: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = from; at < to; at += AT_ONCE)
    times.push(...(await browser.ask(place, { do: 'fill', from: at, to: Math.min(at + AT_ONCE, to), pageSize: PAGE_SIZE })));
  return times;
}

async function heapWhile(browser: Browser, place: Place, work: Promise<unknown>): Promise<number[]> {
  const heaps: number[] = [];
  const over = work.then(() => undefined);
  for (let heap: number | undefined = await browser.heap(place); heap !== undefined;) {
    heaps.push(heap);
    heap = await Promise.race([over, browser.heap(place)]);
  }
  return heaps;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export async function ingest(browser: Browser, { many, few }: Bases): Promise<Row[]> {
  const unwatched = Math.max(many - WATCHED, Math.round(many / 2));
  await fill(browser, 'small', 0, few);
  await browser.ask('small', { do: 'settle' });
  const ours = await fill(browser, 'ours', 0, unwatched);
  const heaps = await heapWhile(browser, 'ours', fill(browser, 'ours', unwatched, many));
  const naive = await fill(browser, 'naive', 0, many);
  const comes = (ms: number): number => ms / PAGE_COMES_MS;
  return [
    {
      what: `index: a page of ${PAGE_SIZE} put, to the time in which Greenhouse lets one come`,
      value: comes(mean(ours)),
      unit: 'ratio',
      range: range(ours.map(comes)),
      atMost: 1 / 5,
      note: `${mean(ours).toFixed(1)} ms on the average; the naive store ${mean(naive).toFixed(1)} ms`,
    },
    {
      what: 'index: what the worker holds on to while it is filled',
      value: kB(Math.max(...heaps)),
      unit: 'kB',
      range: [kB(Math.min(...heaps)), kB(Math.max(...heaps))],
      atMost: 10_000,
      note: `${heaps.length} times looked at`,
    },
  ];
}

/** On disk when nothing is being written any more: LevelDB gives room back when it is opened again, which the next question does. */
export async function weight(browser: Browser, { many }: Bases): Promise<Row[]> {
  const places = ['ours', 'naive'] as const;
  for (const place of places) await browser.ask(place, { do: 'settle' });
  await browser.sleep();
  const atFirst = await browser.disk('ours');
  for (const place of places) await browser.ask(place, { do: 'profiles', count: 1, size: many, round: 0 });
  await browser.sleep();
  const [ours, naive] = [await browser.disk('ours'), await browser.disk('naive')];
  return [
    {
      what: `index: ${many.toLocaleString('en')} people on disk`,
      value: MB(ours),
      unit: 'MB',
      atMost: (60 * many) / 1_000_000,
      note: `${MB(atFirst).toFixed(1)} MB until the worker has slept and woken once`,
    },
    {
      what: 'index: the same, to the naive store',
      value: ours / naive,
      unit: 'ratio',
      atMost: 1 / 6,
      note: `${MB(naive).toFixed(0)} MB`,
    },
  ];
}

export async function warm(browser: Browser, { many, few }: Bases): Promise<Row[]> {
  const sizes = { ours: many, naive: many, small: few };
  const places = ['ours', 'naive', 'small'] as const;
  const profile = { ours: [] as number[], naive: [] as number[], small: [] as number[] };
  const batch = { ours: [] as number[], naive: [] as number[] };
  const ask = (place: (typeof places)[number], what: 'profiles' | 'batch', round: number) =>
    browser.ask(place, { do: what, count: what === 'batch' ? BATCH : PROFILES, size: sizes[place], round });
  // The first round of each warms up, and is not counted.
  for (let round = 0; round <= ROUNDS.warm; round += 1) {
    for (const place of places) {
      const times = await ask(place, 'profiles', round);
      if (round > 0) profile[place].push(mean(times));
    }
  }
  for (let round = 0; round <= ROUNDS.batch; round += 1) {
    for (const place of ['ours', 'naive'] as const) {
      const [time = Number.NaN] = await ask(place, 'batch', round);
      if (round > 0) batch[place].push(time);
    }
  }
  const row = (what: string, ours: number[], other: number[], atMost?: number): Row => ({
    what: `index: ${what}`,
    value: median(ratios(ours, other)),
    unit: 'ratio',
    range: range(ratios(ours, other)),
    ...(atMost === undefined ? {} : { atMost }),
    note: `${median(ours).toFixed(1)} to ${median(other).toFixed(1)} ms`,
  });
  return [
    row('one profile of five keys, to the naive store', profile.ours, profile.naive, 1),
    row(`${BATCH} rows of a results page at once, to the naive store`, batch.ours, batch.naive, 1 / 2),
    row(
      `one profile among ${many.toLocaleString('en')}, to one among ${few.toLocaleString('en')}`,
      profile.ours,
      profile.small,
      2,
    ),
  ];
}
