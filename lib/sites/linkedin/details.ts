/** LinkedIn's details screens: one section of a profile, whole, and little else of the person. */
import { defineSite, type Reference } from '../site.ts';
import { isBlocked } from './blocked.ts';
import { classicDetails } from './classic-details.ts';
import { firstOf, reader } from './generations.ts';
import { identify } from './identity.ts';
import { DETAILS } from './paths.ts';
import { sduiDetails } from './sdui-details.ts';
import { toDraft } from './to-draft.ts';

const find = (document: Document, { handle, screen = '' }: Reference) =>
  firstOf([reader(sduiDetails), reader(classicDetails(screen))], document, handle);

export const linkedinDetails = defineSite({
  id: 'linkedin-details',
  label: 'LinkedIn',
  identify(url) {
    const screen = DETAILS.exec(url.pathname)?.[1];
    const reference = screen === undefined ? undefined : identify(url);
    return reference && { ...reference, screen: screen ?? '' };
  },
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
