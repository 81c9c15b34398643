/**
 * Reading takes two scripts in the page, one right behind the other: a site's own, which says how its pages are read, and one for all
 * sites that reads by it and answers whoever injected them. So what every reading needs is in the package once.
 */
import type { RawReading } from '#lib/candidate/raw.ts';

import { readPage } from './run.ts';
import type { Site } from './site.ts';

/** Long enough for a slow single-page move, short enough that a recruiter does not give up. */
const PATIENCE_MS = 5000;

/** Our own world in the page, which no page sees. */
interface World {
  gleanerSite?: Site;
}

/** All that a site's script does. */
export const readBy = (site: Site): void => {
  (globalThis as World).gleanerSite = site;
};

/** Nothing where no site's script has run: a failure to whoever parses it. */
export const readThisPage = (): Promise<RawReading> | undefined => {
  const { gleanerSite: site } = globalThis as World;
  return site && readPage(site, document, { patienceMs: PATIENCE_MS, address: () => location.href });
};
