/**
 * What is compared, in one page of one browser: our reader as the extension runs it, and the two libraries that a reader of pages
 * might otherwise be built on. Each answers with what it found, so that nobody is timed for doing nothing.
 */
import Defuddle from 'defuddle';
import metascraper from 'metascraper';
import author from 'metascraper-author';
import description from 'metascraper-description';
import { mf2 } from 'microformats-parser';

import { readWhole } from './ours.ts';
import { wholeText } from './whole-text.ts';

export interface Page {
  /** Its source. */
  html: string;
  url: string;
  /** The site whose reader reads it. */
  site: string;
}

const scrape = metascraper([author(), description()]);

/** Each reads the page that stands in this tab, or its source where a library takes nothing else. */
export const CONTENDERS = {
  gleaner: async ({ url, site }: Page) => named(await readWhole(document, url, site)),
  // Metascraper takes a page's source alone: this is ours with the parsing of the source, too.
  fromSource: async ({ html, url, site }: Page) =>
    named(await readWhole(new DOMParser().parseFromString(html, 'text/html'), url, site)),
  // Works on a copy of the document that it makes itself.
  defuddle: async ({ url }: Page) => new Defuddle(document, { url }).parse().title,
  metascraper: async ({ html, url }: Page) => JSON.stringify(await scrape({ html, url })),
  // Knows every microformat, and takes a page's source as well.
  microformats: async ({ html, url }: Page) => JSON.stringify(mf2(html, { baseUrl: url }).items[0]?.properties['name'] ?? ''),
  wholeText: (_page: Page) => Promise.resolve(wholeText(document.body)),
};

export type Contender = keyof typeof CONTENDERS;

const named = ({ status, candidate }: Awaited<ReturnType<typeof readWhole>>): string => candidate?.fullName ?? status;
