/** Every case once more, by the very scripts that the extension ships, at its real address in a real page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import type { Reading } from '#lib/candidate/reading.ts';
import { ANY_PAGE, siteFor } from '#lib/sites/list.ts';

import { casePages } from '../support/pages.ts';
import { startReader, type Reader } from '../support/reader.ts';

let reader: Reader;
test.beforeAll(async () => {
  reader = await startReader();
});
test.afterAll(() => reader.close());

/** Of one page in seven the reader waits in vain for its person, as long as it would for a recruiter: others are read meanwhile. */
const AT_ONCE = 6;
const CASES = [...casePages()];
const begun = new Map<string, Promise<Reading>>();

function readingOf(name: string): Promise<Reading> {
  const first = CASES.findIndex(([each]) => each === name);
  for (const [next, { url, html }] of CASES.slice(first, first + AT_ONCE)) {
    if (begun.has(next)) continue;
    const reading = reader.read(url, html);
    // Whoever is asked for it hears of its failure; nobody may ask, when only some are run.
    reading.catch(() => undefined);
    begun.set(next, reading);
  }
  return begun.get(name)!;
}

const expectation = (name: string): Reading =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../sites', name, 'candidate.json'), 'utf8')) as Reading;

/** On a host that no site is known by, what a site's reader refuses is the generic reader's to answer. */
const isRefused = (url: string, { site, status }: Reading): boolean =>
  status === 'not-a-profile' && siteFor(url) === ANY_PAGE && site !== ANY_PAGE.id;

for (const [name, { url }] of CASES) {
  test(`the shipped script reads ${name} as expected`, async () => {
    const expected = expectation(name);
    const reading = await readingOf(name);
    if (isRefused(url, expected)) expect(reading.site).toBe(ANY_PAGE.id);
    else expect(reading).toEqual(expected);
  });
}
