/** Sales Navigator's lists of leads: 25 rows, of which those off the screen are empty. */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, attr, first } from '../dom.ts';
import type { Reference } from '../site.ts';
import { eachOnce } from './listed.ts';
import { listedIn, seen } from './product.ts';
import { idOfLink } from './sales-lead.ts';

export function salesPeople(document: Document, reference: (id: string) => Reference): ListedPerson[] {
  const names = all(document, 'li [data-anonymize="person-name"],tr [data-anonymize="person-name"]');
  return eachOnce(names.flatMap((name) => read(name, reference) ?? []));
}

function read(title: Element, reference: (id: string) => Reference): ListedPerson | undefined {
  const name = seen(title);
  const row = title.closest('li,tr');
  // Rows can name other people: who introduces, whom somebody works with.
  if (!name || !row || first(row, '[data-anonymize="person-name"]') !== title || title.closest('[role="dialog"],header,nav'))
    return undefined;
  const link = title.closest('a') ?? first(title, 'a');
  const id = idOfLink(link?.getAttribute('href') ?? '');
  const of = id === undefined ? undefined : reference(id);
  const job = seen(first(row, '[data-anonymize="title"]'));
  const line = seen(first(row, '.artdeco-entity-lockup__subtitle'));
  const company = seen(first(row, '[data-anonymize="company-name"]')) || line.replace(job, '').replace(/^[·\s]+/, '');
  return listedIn({
    name,
    headline: [job, job && company].filter(Boolean).join(' · '),
    location: seen(first(row, '[data-anonymize="location"]')),
    reference: of && { externalId: `${of.site}:${of.handle}`, url: of.url, id: of.handle },
    publicLink: attr(row, 'a[href*="/in/"]', 'href'),
  });
}
