/**
 * LinkedIn. One account can be switched between the generations of the site from one day to the next, so every page is asked anew
 * which one it is: by finding this very person in the main block that the generation would have.
 */
import { defineSite, type Reference } from '../site.ts';
import { isBlocked } from './blocked.ts';
import { classic } from './classic.ts';
import { ember } from './ember.ts';
import { identify } from './identity.ts';
import { public2016 } from './public-2016.ts';
import { publicProfile } from './public.ts';
import { sdui } from './sdui.ts';
import type { Generation, Shown } from './shown.ts';
import { toDraft } from './to-draft.ts';

type Reader = (document: Document, handle: string) => (() => Shown) | undefined;

const reader =
  <Subject>(generation: Generation<Subject>): Reader =>
  (document, handle) => {
    const subject = generation.find(document, handle);
    return subject === undefined ? undefined : () => generation.read(document, subject);
  };

const GENERATIONS: readonly Reader[] = [reader(sdui), reader(classic), reader(ember), reader(publicProfile), reader(public2016)];

function find(document: Document, { handle }: Reference): (() => Shown) | undefined {
  for (const generation of GENERATIONS) {
    const read = generation(document, handle);
    if (read) return read;
  }
  return undefined;
}

export const linkedin = defineSite({
  id: 'linkedin',
  label: 'LinkedIn',
  identify,
  look(document, reference) {
    if (find(document, reference)) return 'profile';
    return isBlocked(document) ? 'blocked' : 'waiting';
  },
  read(document, reference) {
    const shown = find(document, reference)?.() ?? { name: '', nameFrom: 'text', sectionsFrom: 'text' };
    return toDraft(shown, reference);
  },
  needs: ['fullName'],
});
