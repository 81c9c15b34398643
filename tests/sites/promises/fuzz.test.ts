// @vitest-environment happy-dom
/**
 * Thousands of pages damaged at random, from a seed that is printed: nobody else's name, address or identity is ever taken for
 * the person's, no reader throws, and none takes long.
 */
import { describe, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';
import type { Site } from '#lib/sites/site.ts';

import { alsoSaid, caseDocument } from '../../support/case-page.ts';
import { CASES, type Case } from '../all-cases.ts';
import { READERS, readFinished } from '../readers.ts';
import { claim, claimsOf, type Claim } from './claims.ts';
import { diceOf, MARK, mutate } from './mutate.ts';
import { strangersOn } from './strangers.ts';

/** Another one for each run would find more, and nothing that anybody could find again. */
const SEED = 20_261_122;
/** Of each case, in the browser; a DOM library is several times slower, and gets a fifth. */
const PAGES = typeof navigator !== 'undefined' && /HeadlessChrome/.test(navigator.userAgent) ? 60 : 12;
/** Of one damaged page, beside whatever else the machine does. */
const LONGEST_MS = 5_000;

/** What is right as a whole, or somebody else's. */
const EXACT = new Set(['id', 'contact', 'link']);

/** Fails where `readPage` would hide it: a reader that throws has lost the whole person. */
function bare(site: Site, document: Document, url: string): void {
  const address = new URL(url);
  const reference = site.identify(address);
  if (reference && site.look(document, reference, address) === 'profile') site.read(document, reference);
  site.list?.(document, address);
}

/** @param said undefined where the whole page is nobody's, and may be taken for that of whoever its address names. */
function foreign(reading: Reading, said: readonly Claim[] | undefined, strangers: ReadonlySet<string>): string[] {
  return claimsOf(reading)
    .filter(({ field, words }) => {
      const text = words.join(' ');
      if (text.includes(MARK)) return false;
      if (!said) return strangers.has(text);
      // Two copies of an address, side by side without a blank, are one word on the page.
      if (EXACT.has(field)) return !said.some((other) => other.field === field && text.startsWith(other.words[0] ?? ' '));
      return strangers.has(text);
    })
    .map(({ field, words }) => `${field}: ${words.join(' ')}`);
}

describe.each(CASES)('$site / $name', ({ site: id, html, url }: Case) => {
  const site = READERS[id]!;

  test(`damaged in ${PAGES} ways (seed ${SEED}) is never somebody else's page`, async () => {
    const page = caseDocument(html);
    const options = { patienceMs: 0, address: () => url };
    const whole = await readFinished(site, page, options);
    const said = whole.candidate
      ? [...claimsOf(whole), ...alsoSaid(html).map(({ field, value }) => claim(field, value))]
      : undefined;
    const strangers = strangersOn(page, site, { url, reading: whole });
    const wrong: string[] = [];
    for (let at = 0; at < PAGES; at += 1) {
      const seed = SEED + at;
      // Parsed anew: a DOM library's copies are not as good as its originals.
      const damaged = caseDocument(html);
      mutate(damaged, diceOf(seed));
      const started = performance.now();
      try {
        bare(site, damaged, url);
        const reading = await readFinished(site, damaged, options);
        wrong.push(...foreign(reading, said, strangers).map((one) => `${one} (seed ${seed})`));
      } catch (thrown) {
        wrong.push(`${String(thrown)} (seed ${seed})`);
      }
      const took = performance.now() - started;
      if (took > LONGEST_MS) wrong.push(`${Math.round(took)} ms (seed ${seed})`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
