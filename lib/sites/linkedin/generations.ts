/** A page may be of any generation of the site: the one that finds this very person in it reads it. */
import type { Generation, Shown } from './shown.ts';

type Found = (document: Document, handle: string) => (() => Shown) | undefined;

/** A generation, whatever it calls its subject. */
export const reader =
  <Subject>(generation: Generation<Subject>): Found =>
  (document, handle) => {
    const subject = generation.find(document, handle);
    return subject === undefined ? undefined : () => generation.read(document, subject);
  };

export function firstOf(generations: readonly Found[], document: Document, handle: string): (() => Shown) | undefined {
  for (const find of generations) {
    const read = find(document, handle);
    if (read) return read;
  }
  return undefined;
}
