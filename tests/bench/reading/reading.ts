/**
 * Reading beside the libraries and the way that a reader might otherwise be built on, in the same page of the same browser: the
 * largest page of the cases, and one with an h-card; time and allocations, and how both our kinds of readers grow with a page.
 */
import type { Page as Tab } from '@playwright/test';

import { launchExtension } from '../../support/extension.ts';
import { casePages, servePages } from '../../support/pages.ts';
import type { Row } from '../row.ts';
import { median, range, ratios } from '../spread.ts';
import { allocated } from './allocations.ts';
import { bundle } from './bundle.ts';
import type { Contender, Page } from './contenders.ts';
import type * as InPage from './in-page.ts';

const ROUNDS = 25;
/** In how many fresh pages the first reading is timed. */
const FRESH = 7;
const GROWN = 10;
const GROWTH_ROUNDS = 9;
/** Of the growth in nodes; a page ten times as large in at most twelve times the time. */
const GROWTH_AT_MOST = 1.2;
/** Readings whose allocations are counted. */
const COUNTED = 20;
/** A page with an h-card, for the parser of microformats; and one of each kind, to be grown. */
const CARD_PAGE = 'web/minimal-mistakes-post';
const GROWING = ['linkedin/sdui-c2-complete', 'github', 'web/minimal-mistakes-post'];

declare const bench: typeof InPage;

type Named = { name: string; page: Page };

/** The largest case whose name begins so. */
function largest(beginning = ''): Named {
  const [found] = [...casePages()]
    .filter(([name]) => name.startsWith(beginning))
    .sort(([, a], [, b]) => Buffer.byteLength(b.html) - Buffer.byteLength(a.html));
  if (!found) throw new Error(`There is no case ${beginning}.`);
  const [name, { html, url }] = found;
  return { name, page: { html, url, site: name.split('/', 1)[0] ?? '' } };
}

export async function reading(): Promise<Row[]> {
  const subject = largest();
  const card = largest(CARD_PAGE);
  const growing = GROWING.map((name) => largest(name));
  const script = await bundle();
  const pages = await servePages([subject, card, ...growing].map(({ page }) => page));
  // No call leads anywhere: this port is nobody's.
  const extension = await launchExtension({ pages: pages.port, greenhouse: 9 });
  const inFreshPage = async <T>({ page }: Named, work: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await extension.context.newPage();
    await tab.goto(page.url);
    await tab.addScriptTag({ content: script });
    return work(tab).finally(() => tab.close());
  };
  try {
    const rows = [
      ...(await inFreshPage(subject, (tab) => warm(tab, subject, ['defuddle', 'metascraper', 'wholeText']))),
      ...(await inFreshPage(card, (tab) => warm(tab, card, ['microformats']))),
      ...(await cold((work) => inFreshPage(subject, work), subject.page)),
    ];
    for (const one of growing) rows.push(await inFreshPage(one, (tab) => growth(tab, one)));
    return rows;
  } finally {
    await extension.close();
    await pages.close();
  }
}

/** How each is called in the table. */
const CALLED = {
  defuddle: 'defuddle',
  metascraper: 'metascraper',
  microformats: 'microformats-parser',
  wholeText: 'all its text',
};

async function warm(tab: Tab, { name, page }: Named, others: (keyof typeof CALLED)[]): Promise<Row[]> {
  const size = `${name}, ${Math.round(Buffer.byteLength(page.html) / 1000)} kB`;
  const all: Contender[] = ['gleaner', 'fromSource', ...others];
  const read = await tab.evaluate(([subject, names]) => bench.answers(subject, names), [page, all] as const);
  if (!/ /.test(read.gleaner ?? '') || read.fromSource !== read.gleaner)
    throw new Error(`We read nobody there: ${JSON.stringify(read)}`);
  const times = await tab.evaluate(([subject, names, rounds]) => bench.compare(subject, names, rounds), [
    page,
    all,
    ROUNDS,
  ] as const);
  const bytes = (who: Contender) =>
    allocated(tab, () => tab.evaluate(([subject, by, count]) => bench.repeat(subject, by, count), [page, who, COUNTED] as const));
  const ours = await bytes('gleaner');
  const rows: Row[] = [];
  for (const other of others) {
    const time = (what: string, us: Contender, bound: { atMost?: number }): Row => {
      const values = ratios(times[us], times[other]);
      const note = `${median(times[us]).toFixed(1)} to ${median(times[other]).toFixed(1)} ms`;
      return { what: `reading: ${what}`, value: median(values), unit: 'ratio', range: range(values), note, ...bound };
    };
    const takesSource = other === 'metascraper' || other === 'microformats';
    const theirs = await bytes(other);
    rows.push(
      time(`ours to ${CALLED[other]} (${size})`, 'gleaner', BOUND[other] === undefined ? {} : { atMost: BOUND[other] }),
      ...(takesSource ? [time(`ours with parsing the source, to ${CALLED[other]}`, 'fromSource', {})] : []),
      {
        what: `reading: allocated, ours to ${CALLED[other]}`,
        value: ours / theirs,
        unit: 'ratio',
        note: `${Math.round(ours / COUNTED / 1000)} to ${Math.round(theirs / COUNTED / 1000)} kB`,
      },
    );
  }
  return rows;
}

/** Those that do so much more that anything near them would be a fault of ours. */
const BOUND: Partial<Record<Contender, number>> = { defuddle: 0.1, metascraper: 0.1 };

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

async function growth(tab: Tab, { name, page }: Named): Promise<Row> {
  const { nodes, positions, times } = await tab.evaluate(([subject, factor, rounds]) => bench.growth(subject, factor, rounds), [
    page,
    GROWN,
    GROWTH_ROUNDS,
  ] as const);
  const factor = nodes.many / nodes.one;
  const values = ratios(times.many, times.one);
  return {
    what: `reading: ${factor.toFixed(1)} times the nodes of ${name}`,
    value: median(values),
    unit: 'ratio',
    range: range(values),
    note: `${positions.many} positions for ${positions.one}`,
    atMost: factor * GROWTH_AT_MOST,
  };
}
