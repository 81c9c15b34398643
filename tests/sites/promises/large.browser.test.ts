/**
 * Pages as large as they get: 20 MB around the person, tens of thousands of rows, texts that are no text. A clear status, in a
 * time that grows as the page does: how long that is says more about the machine, and what else it does, than about us.
 */
import { describe, expect, test } from 'vitest';

import { readingSchema, type Reading } from '#lib/candidate/reading.ts';

import { caseDocument } from '../../support/case-page.ts';
import { CASES, type Case } from '../all-cases.ts';
import { READERS, readFinished } from '../readers.ts';

const ROWS = 20_000;
const MEGABYTES = 20;
/**
 * How many times the time a page of ten times the size may take. Ten is what we mean, and a hundred is what is to be found: a
 * reader that goes through the page once for each row. What is between is caches, garbage and the other work of a busy machine.
 */
const MOST_GROWTH = 30;
/** Below this a reading is measured no better than what else goes on. */
const SHORTEST_MS = 20;
const TURNS = 6;

const statusOf = ({ expected }: Case): string => (expected as { status: string }).status;
/** One case of each site: the longest page of that status. */
const largest = (...statuses: string[]): Case[] =>
  [
    ...Map.groupBy(
      CASES.filter((one) => statuses.includes(statusOf(one))),
      ({ site }) => site,
    ).values(),
  ].map((cases) => cases.toSorted((a, b) => b.html.length - a.html.length)[0]!);

const readAt = ({ site, url }: Case, document: Document): Promise<Reading> =>
  readFinished(READERS[site]!, document, { patienceMs: 0, address: () => url });

/**
 * How many times longer the large document takes than the small one. Other work only ever makes a reading slower, so that the
 * best of some counts; they take turns, as load comes and goes.
 */
async function growth(one: Case, small: Document, large: Document): Promise<number> {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [at, document] of [small, large].entries()) {
      const started = performance.now();
      await readAt(one, document);
      best[at] = Math.min(best[at]!, performance.now() - started);
    }
    if (turn > 0 && best[1]! / Math.max(best[0]!, SHORTEST_MS) < MOST_GROWTH) break;
  }
  return best[1]! / Math.max(best[0]!, SHORTEST_MS);
}

describe.each(largest('complete', 'partial'))('$site / $name', (one) => {
  test(`in ${MEGABYTES} MB of other text is the same person, in a time that grows with the text`, async () => {
    const alone = await readAt(one, caseDocument(one.html));
    const large = amidst(one, MEGABYTES);
    const reading = await readAt(one, large);
    expect([reading.externalId, reading.candidate?.fullName]).toEqual([alone.externalId, alone.candidate?.fullName]);
    expect(await growth(one, amidst(one, MEGABYTES / 10), large)).toBeLessThan(MOST_GROWTH);
  }, 120_000);

  test('with half a character in every text is still a valid reading', async () => {
    const document = caseDocument(one.html);
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.nodeValue += '\ud83d';
    const reading = await readAt(one, document);
    expect(readingSchema.parse(reading)).toEqual(reading);
  });
});

describe.each(largest('list'))('$site / $name', (one) => {
  test(`with ${ROWS} rows answers in a time that grows with them, each person once`, async () => {
    const large = await withRows(one, ROWS);
    const reading = await readAt(one, large);
    expect(reading.status).toBe('list');
    const ids = (reading.people ?? []).flatMap(({ externalId }) => externalId ?? []);
    expect(ids.length).toBeGreaterThan(ROWS);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await growth(one, await withRows(one, ROWS / 10), large)).toBeLessThan(MOST_GROWTH);
  }, 120_000);
});

/** The case with what stands around a profile, nested blocks of text and links, at the end of the page. */
function amidst(one: Case, megabytes: number): Document {
  const document = caseDocument(one.html);
  const block = `<div class="feed"><p>${'words that are about nothing '.repeat(30)}</p><a href="#more">more</a></div>`;
  const noise = document.createElement('aside');
  noise.innerHTML = block.repeat(Math.ceil((megabytes * 1_000_000) / block.length));
  document.body.append(noise);
  return document;
}

/** The case with one of its rows so many times more, each with a handle of its own, as long as the first: some have a fixed length. */
async function withRows(one: Case, rows: number): Promise<Document> {
  const document = caseDocument(one.html);
  const { people = [] } = await readAt(one, document);
  const [handle = '', ...rest] = people.flatMap(({ externalId }) => externalId?.split(':').at(-1) ?? []);
  const row = rowOf(document, handle, rest);
  expect(row, 'the case has a list').toBeDefined();
  const others = document.createElement('template');
  const source = row!.outerHTML.split(new RegExp(handle, 'i'));
  const another = (at: number) => `${handle.slice(0, -6)}${String(at).padStart(6, '0')}`;
  others.innerHTML = Array.from({ length: rows }, (_, at) => source.join(another(at))).join('');
  row!.after(others.content);
  return document;
}

/** The row of somebody: as much around the link as has nobody else of the list in it. */
function rowOf(document: Document, handle: string, others: readonly string[]): Element | undefined {
  const links = [...document.querySelectorAll('body a[href]')];
  let row = links.find((link) =>
    decodeURIComponent(link.getAttribute('href') ?? '')
      .toLowerCase()
      .includes(handle.toLowerCase()),
  );
  const hasOthers = ({ innerHTML }: Element) => others.some((other) => innerHTML.toLowerCase().includes(other.toLowerCase()));
  while (row?.parentElement && !hasOthers(row.parentElement)) row = row.parentElement;
  return row === document.documentElement ? undefined : row;
}
