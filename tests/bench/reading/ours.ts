/** Reading as the extension does it, from the document to the candidate that the panel shows: what the page prints, and what it means. */
import type { Reading } from '#lib/candidate/reading.ts';
import { readingOf } from '#lib/page/reading-of.ts';
import { readPage } from '#lib/sites/run.ts';
import { READERS } from '#tests/sites/readers.ts';

export async function readWhole(document: Document, url: string, site: string): Promise<Reading> {
  const reader = READERS[site];
  if (!reader) throw new Error(`There is no reader for ${site}`);
  return readingOf(await readPage(reader, document, { patienceMs: 0, address: () => url }));
}
