import { ANY_PAGE, siteFor } from '#lib/sites/list.ts';

/** What people call the site of an address: its own name if we know it, else its host. */
export const siteName = (address: string): string => {
  const site = siteFor(address);
  return !site || site === ANY_PAGE ? (URL.parse(address)?.hostname ?? address) : site.label;
};

/** The same where nothing is asked for the host: a page of theirs, in a word. */
export const pageName = (address: string): string => siteName(address).replace(/^www\./, '');
