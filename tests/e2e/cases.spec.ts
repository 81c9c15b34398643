/** Every case once more, by the very scripts that the extension ships, at its real address in a real page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { casePages } from '../support/pages.ts';
import { startReader, type Reader } from '../support/reader.ts';

let reader: Reader;
test.beforeAll(async () => {
  reader = await startReader();
});
test.afterAll(() => reader.close());

const expectation = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../sites', name, 'candidate.json'), 'utf8'));

for (const [name, { url, html }] of casePages()) {
  test(`the shipped script reads ${name} as expected`, async () => {
    expect(await reader.read(url, html)).toEqual(expectation(name));
  });
}
