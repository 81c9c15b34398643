/** People on LinkedIn's lists: search, My Network, people of a company or school, attendees of an event, members of a group. */
import { DraftBuilder } from '../draft.ts';
import { defineSite } from '../site.ts';
import { isAt } from './identity.ts';
import { PEOPLE } from './paths.ts';
import { classicPeople } from './people-classic.ts';
import { sduiPeople } from './people-sdui.ts';

export const linkedinPeople = defineSite({
  id: 'linkedin-people',
  label: 'LinkedIn people',
  identify: () => undefined,
  look: () => 'list',
  read: () => new DraftBuilder().done(),
  hasList: (url) => isAt(url, PEOPLE),
  list(document, url) {
    if (!isAt(url, PEOPLE)) return [];
    const people = sduiPeople(document, url);
    return people.length > 0 ? people : classicPeople(document);
  },
  needs: [],
});
