/** Reading the largest page of the cases, beside two libraries, in the same page of the same browser. */
import type { Page as Tab } from '@playwright/test';

import { launchExtension } from '../../support/extension.ts';
import { casePages, servePages } from '../../support/pages.ts';
import type { Row } from '../row.ts';
import { median, range, ratios } from '../spread.ts';
import { bundle } from './bundle.ts';
import type { Contender, Page } from './contenders.ts';
import type * as InPage from './in-page.ts';

const AT_MOST = 0.1;
const ROUNDS = 25;
/** In how many fresh pages the first reading is timed. */
const FRESH = 7;
const GROWN = 10;
const GROWTH_ROUNDS = 9;
/** Of the growth in nodes; a page ten times as large in at most twelve times the time. */
const GROWTH_AT_MOST = 1.2;

declare const bench: typeof InPage;

function largest(): { name: string; page: Page } {
  const [found] = [...casePages()].sort(([, a], [, b]) => Buffer.byteLength(b.html) - Buffer.byteLength(a.html));
  if (!found) throw new Error('There are no cases.');
  const [name, { html, url }] = found;
  return { name, page: { html, url, site: name.split('/', 1)[0] ?? '' } };
}

export async function reading(): Promise<Row[]> {
  const { name, page } = largest();
  const script = await bundle();
  const pages = await servePages([page]);
  // No call leads anywhere: this port is nobody's.
  const extension = await launchExtension({ pages: pages.port, greenhouse: 9 });
  const inFreshPage = async <T>(work: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await extension.context.newPage();
    await tab.goto(page.url);
    await tab.addScriptTag({ content: script });
    return work(tab).finally(() => tab.close());
  };
  try {
    return [
      ...(await inFreshPage((tab) => warm(tab, page, name))),
      ...(await cold(inFreshPage, page)),
      await inFreshPage((tab) => growth(tab, page)),
    ];
  } finally {
    await extension.close();
    await pages.close();
  }
}

async function warm(tab: Tab, page: Page, name: string): Promise<Row[]> {
  const size = `${name}, ${Math.round(Buffer.byteLength(page.html) / 1000)} kB`;
  const read = await tab.evaluate((subject) => bench.answers(subject), page);
  if (!/ /.test(read.gleaner) || read.fromSource !== read.gleaner)
    throw new Error(`We read nobody there: ${JSON.stringify(read)}`);
  const times = await tab.evaluate(([subject, rounds]) => bench.compare(subject, rounds), [page, ROUNDS] as const);
  const row = (what: string, ours: Contender, theirs: Contender, bound: { atMost?: number }): Row => {
    const values = ratios(times[ours], times[theirs]);
    const note = `${median(times[ours]).toFixed(1)} to ${median(times[theirs]).toFixed(1)} ms`;
    return { what: `reading: ${what}`, value: median(values), unit: 'ratio', range: range(values), note, ...bound };
  };
  return [
    row(`ours to defuddle (${size})`, 'gleaner', 'defuddle', { atMost: AT_MOST }),
    row('ours to metascraper', 'gleaner', 'metascraper', { atMost: AT_MOST }),
    row('ours with parsing the source, to metascraper', 'fromSource', 'metascraper', {}),
  ];
}

async function cold(inFreshPage: <T>(work: (tab: Tab) => Promise<T>) => Promise<T>, page: Page): Promise<Row[]> {
  const times: Partial<Record<Contender, number[]>> = {};
  for (let time = 0; time < FRESH; time += 1) {
    for (const name of ['gleaner', 'defuddle', 'metascraper'] as const) {
      const ms = await inFreshPage((tab) => tab.evaluate(([subject, who]) => bench.first(subject, who), [page, name] as const));
      (times[name] ??= []).push(ms);
    }
  }
  const { gleaner = [], defuddle = [], metascraper = [] } = times;
  const row = (name: string, theirs: number[]): Row => {
    const values = ratios(gleaner, theirs);
    return {
      what: `reading: first in a fresh page, ours to ${name}`,
      value: median(values),
      unit: 'ratio',
      range: range(values),
    };
  };
  return [row('defuddle', defuddle), row('metascraper', metascraper)];
}

async function growth(tab: Tab, page: Page): Promise<Row> {
  const { nodes, positions, times } = await tab.evaluate(([subject, factor, rounds]) => bench.growth(subject, factor, rounds), [
    page,
    GROWN,
    GROWTH_ROUNDS,
  ] as const);
  const factor = nodes.many / nodes.one;
  const values = ratios(times.many, times.one);
  return {
    what: `reading: ${factor.toFixed(1)} times the nodes, ${positions.many} positions for ${positions.one}`,
    value: median(values),
    unit: 'ratio',
    range: range(values),
    note: `a later bound is ${(factor * GROWTH_AT_MOST).toFixed(1)} ×`,
  };
}
