/** Reading as the extension does it, from the document to the candidate that the panel shows. */
import type { Reading } from '#lib/candidate/reading.ts';
import { readPage } from '#lib/sites/run.ts';
import { READERS } from '#tests/sites/readers.ts';

export function readWhole(document: Document, url: string, site: string): Promise<Reading> {
  const reader = READERS[site];
  if (!reader) throw new Error(`There is no reader for ${site}`);
  return readPage(reader, document, { patienceMs: 0, address: () => url });
}
