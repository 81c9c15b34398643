// @vitest-environment happy-dom
/**
 * Every case of every site, and the promises that each reader makes, in whichever DOM this file is run in: a DOM library
 * (project `unit`) and Chromium itself (project `chromium`).
 */
import { describe, expect, test } from 'vitest';

import { readingSchema } from '#lib/candidate/reading.ts';

import { caseDocument } from '../support/case-page.ts';
import { CASES } from './all-cases.ts';
import { READERS, readFinished } from './readers.ts';

const read = (siteId: string, html: string, url: string, document = caseDocument(html)) => {
  const site = READERS[siteId];
  if (!site) throw new Error(`No reader for the cases in tests/sites/${siteId}`);
  return readFinished(site, document, { patienceMs: 0, address: () => url });
};

describe.each(CASES)('$site / $name', ({ site, html, url, expected }) => {
  test('reads as expected', async () => {
    expect(expected, 'candidate.json is missing: npm run case writes it for review').toBeDefined();
    expect(await read(site, html, url)).toEqual(expected);
  });

  test('is a valid reading', async () => {
    const reading = await read(site, html, url);
    expect(readingSchema.parse(reading)).toEqual(reading);
  });

  test('leaves the page as it was, and answers the same twice', async () => {
    const document = caseDocument(html);
    const before = document.documentElement.outerHTML;
    const once = await read(site, html, url, document);
    expect(await read(site, html, url, document)).toEqual(once);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('no other site takes it for a profile of its own', async () => {
    for (const other of Object.keys(READERS)) {
      if (other === site || other === 'web') continue;
      const reading = await read(other, html, url);
      expect(reading.status, other).toBe('not-a-profile');
    }
  });

  test('markup in a text stays text', async () => {
    const document = caseDocument(html);
    const poison = '<img src=x onerror=alert(1)>';
    for (const node of textNodes(document)) if (node.nodeValue?.trim()) node.nodeValue += poison;
    const before = document.querySelectorAll('img').length;
    await read(site, html, url, document);
    expect(document.querySelectorAll('img')).toHaveLength(before);
  });
});

function textNodes(document: Document): Text[] {
  const walker = document.createTreeWalker(document.body, 4);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}
