/**
 * Reading as the extension does it, from the document to the candidate that the panel shows. What makes a reading neat stands in a
 * file of its own, and runs after the reader: it is found by its name, so that it is timed from the day on which it is there.
 */
import type { Reading } from '#lib/candidate/reading.ts';
import { readPage } from '#lib/sites/run.ts';
import { READERS } from '#tests/sites/readers.ts';

type Finish = (reading: Reading) => Reading;

const FINISHING = import.meta.glob<{ finish?: Finish }>('/lib/candidate/finish.ts', { eager: true });

/** A part that is there and cannot be called would make us look quicker than we are. */
function finishOf(path: string): Finish {
  const { finish } = FINISHING[path] ?? {};
  if (!finish) throw new Error(`${path} has no \`finish\``);
  return finish;
}

const FINISHES = Object.keys(FINISHING).map(finishOf);

export async function readWhole(document: Document, url: string, site: string): Promise<Reading> {
  const reader = READERS[site];
  if (!reader) throw new Error(`There is no reader for ${site}`);
  const reading = await readPage(reader, document, { patienceMs: 0, address: () => url });
  return FINISHES.reduce((before, finish) => finish(before), reading);
}
