/** From the answer of an in-page script to a reading, as the panel, the tests and the tools all do it. */
import type { Reading } from '#lib/candidate/reading.ts';

/**
 * Loaded with the first page that is read: the tables for names, dates and the addresses of sites are not needed to show the
 * panel. What a page answers is never trusted, so it is parsed. Rejects when it is not what a reader answers.
 */
export async function readingOf(printed: unknown): Promise<Reading> {
  const [{ finish }, { referenceOf }] = await Promise.all([
    import('#lib/candidate/finish.ts'),
    import('#lib/sites/references.ts'),
  ]);
  return finish(printed, referenceOf);
}
