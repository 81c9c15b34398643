/** Pages as large as they get: 20 MB around the person, tens of thousands of rows, texts that are no text. Bounded time, and a clear status. */
import { describe, expect, test } from 'vitest';

import { readingSchema, type Reading } from '#lib/candidate/reading.ts';

import { caseDocument } from '../../support/case-page.ts';
import { CASES, type Case } from '../all-cases.ts';
import { READERS, readFinished } from '../readers.ts';

/** Of a page of 20 MB, on a slow machine beside other work. */
const LONGEST_MS = 15_000;
const ROWS = 50_000;
const MEGABYTES = 20;

const statusOf = ({ expected }: Case): string => (expected as { status: string }).status;
/** One case of each site: the longest page of that status. */
const largest = (...statuses: string[]): Case[] =>
  [
    ...Map.groupBy(
      CASES.filter((one) => statuses.includes(statusOf(one))),
      ({ site }) => site,
    ).values(),
  ].map((cases) => cases.toSorted((a, b) => b.html.length - a.html.length)[0]!);

async function timed({ site, url }: Case, document: Document): Promise<{ reading: Reading; ms: number }> {
  const started = performance.now();
  const reading = await readFinished(READERS[site]!, document, { patienceMs: 0, address: () => url });
  return { reading, ms: performance.now() - started };
}

describe.each(largest('complete', 'partial'))('$site / $name', (one) => {
  test(`in ${MEGABYTES} MB of other text is the same person, soon`, async () => {
    const document = caseDocument(one.html);
    const { reading: alone } = await timed(one, document);
    // What stands around a profile: nested blocks of text and links, at the end of the page.
    const block = `<div class="feed"><p>${'words that are about nothing '.repeat(30)}</p><a href="#more">more</a></div>`;
    const noise = document.createElement('aside');
    noise.innerHTML = block.repeat(Math.ceil((MEGABYTES * 1_000_000) / block.length));
    document.body.append(noise);
    const { reading, ms } = await timed(one, document);
    expect([reading.externalId, reading.candidate?.fullName]).toEqual([alone.externalId, alone.candidate?.fullName]);
    expect(ms).toBeLessThan(LONGEST_MS);
  }, 60_000);

  test('with half a character in every text is still a valid reading', async () => {
    const document = caseDocument(one.html);
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.nodeValue += '\ud83d';
    const { reading } = await timed(one, document);
    expect(readingSchema.parse(reading)).toEqual(reading);
  });
});

describe.each(largest('list'))('$site / $name', (one) => {
  test(`with ${ROWS} rows answers soon, each person once`, async () => {
    const document = caseDocument(one.html);
    const { reading: alone } = await timed(one, document);
    const person = alone.people?.find(({ externalId }) => externalId);
    const handle = person?.externalId?.split(':').at(-1) ?? '';
    const row = rowOf(document, handle);
    expect(row, 'the case has a list').toBeDefined();
    const others = document.createElement('template');
    const source = row!.outerHTML.split(new RegExp(handle, 'i'));
    others.innerHTML = Array.from({ length: ROWS }, (_, at) => source.join(`${handle}-${at}`)).join('');
    row!.after(others.content);
    const { reading, ms } = await timed(one, document);
    expect(reading.status).toBe('list');
    const ids = (reading.people ?? []).map(({ externalId }) => externalId);
    expect(new Set(ids.filter(Boolean)).size).toBe(ids.filter(Boolean).length);
    expect(ms).toBeLessThan(LONGEST_MS);
  }, 60_000);
});

/** The row that links to somebody: the first element around the link that has others of its kind beside it. */
function rowOf(document: Document, handle: string): Element | undefined {
  const links = [...document.querySelectorAll('body a[href]')];
  let row: Element | null | undefined = links.find((link) =>
    decodeURIComponent(link.getAttribute('href') ?? '')
      .toLowerCase()
      .includes(handle.toLowerCase()),
  );
  const hasOthers = (element: Element): boolean =>
    [...(element.parentElement?.children ?? [])].some(
      (other) =>
        other !== element &&
        other.tagName === element.tagName &&
        other.className === element.className &&
        other.querySelector('a[href]'),
    );
  while (row && !hasOthers(row)) row = row.parentElement;
  return row ?? undefined;
}
