/** Recruiter's lists: results of a search, a project's pipeline. Rows are drawn as one scrolls; those to come are empty. */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, attr, first } from '../dom.ts';
import type { Reference } from '../site.ts';
import { eachOnce } from './listed.ts';
import { listedIn, seen } from './product.ts';
import { idOfLink } from './recruiter-profile.ts';

const ROW =
  '[data-test-paginated-list] > li,[data-test-paginated-profile-list-item-container],[data-test-profile-list-view-list-row]';

export function recruiterPeople(document: Document, reference: (id: string) => Reference): ListedPerson[] {
  const rows = all(document, ROW).filter((row) => !row.parentElement?.closest(ROW));
  return eachOnce(rows.flatMap((row) => read(row, reference) ?? []));
}

function read(row: Element, reference: (id: string) => Reference): ListedPerson | undefined {
  const title = first(row, '[data-test-row-lockup-full-name]');
  const name = seen(title);
  if (!title || !name) return undefined;
  const id = idOfLink(attr(title, 'a[href]', 'href'));
  const of = id === undefined ? undefined : reference(id);
  return listedIn({
    name,
    headline: seen(first(row, '[data-test-row-lockup-headline]')),
    location: seen(first(row, '[data-test-row-lockup-location]')).replace(/^[·•\s]+/, ''),
    reference: of && { externalId: `${of.site}:${of.handle}`, url: of.url, id: of.handle },
    publicLink: attr(row, 'a[data-test-personal-info-profile-link]', 'href'),
  });
}
