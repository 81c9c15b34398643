/** Whose page an address is, by the id that a reading of it would have: a profile of a site we know, or any other page. */
import { ANY_PAGE, siteFor } from '#lib/sites/list.ts';
import { referenceOf } from '#lib/sites/references.ts';
import { identify as anyPage } from '#lib/sites/web/address.ts';

/** Nothing for what is no profile of a site that has a reader: a repository, a company, a search. */
export function profileOf(address: string): { externalId: string; url: string } | undefined {
  const url = URL.parse(address);
  const reference = referenceOf(address) ?? (url && siteFor(address) === ANY_PAGE ? anyPage(url) : undefined);
  return reference && { externalId: `${reference.site}:${reference.handle}`, url: address };
}
