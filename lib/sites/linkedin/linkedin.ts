/**
 * LinkedIn. One account can be switched between the generations of the site from one day to the next, so every page is asked anew
 * which one it is: by finding this very person in the main block that the generation would have.
 */
import { defineSite, type Reference } from '../site.ts';
import { isBlocked } from './blocked.ts';
import { classic } from './classic.ts';
import { ember } from './ember.ts';
import { firstOf, reader } from './generations.ts';
import { identify } from './identity.ts';
import { DETAILS } from './paths.ts';
import { public2016 } from './public-2016.ts';
import { publicProfile } from './public.ts';
import { sdui } from './sdui.ts';
import { toDraft } from './to-draft.ts';

const GENERATIONS = [reader(sdui), reader(classic), reader(ember), reader(publicProfile), reader(public2016)];

const find = (document: Document, { handle }: Reference) => firstOf(GENERATIONS, document, handle);

export const linkedin = defineSite({
  id: 'linkedin',
  label: 'LinkedIn',
  // Details screens are read by a script of their own.
  identify: (url) => (DETAILS.test(url.pathname) ? undefined : identify(url)),
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
