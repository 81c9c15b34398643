/** Whose page an address is, by the id that a reading of it would have: a profile of a site we know, or any other page. */
import { identify as github } from '#lib/sites/github.ts';
import { identify as linkedin } from '#lib/sites/linkedin/identity.ts';
import { ANY_PAGE, siteFor } from '#lib/sites/list.ts';
import type { Reference } from '#lib/sites/site.ts';
import { identify as anyPage } from '#lib/sites/web/address.ts';

const IDENTIFY: Record<string, (url: URL) => Reference | undefined> = { github, linkedin, [ANY_PAGE.id]: anyPage };

/** Nothing for what is no profile of a site that has a reader: a repository, a company, a search. */
export function profileOf(address: string): { externalId: string; url: string } | undefined {
  const url = URL.parse(address);
  const reference = url ? IDENTIFY[siteFor(address)?.id ?? '']?.(url) : undefined;
  return reference && { externalId: `${reference.site}:${reference.handle}`, url: address };
}
