/** Every reader, by site id: what the promises are tested on. */
import { codeberg } from '#lib/sites/codeberg.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { readingOf } from '#lib/page/reading-of.ts';
import { gitlab } from '#lib/sites/gitlab.ts';
import { stackoverflow } from '#lib/sites/stackoverflow.ts';
import { devto } from '#lib/sites/devto.ts';
import { huggingface } from '#lib/sites/huggingface.ts';
import { researchgate } from '#lib/sites/researchgate.ts';
import { scholar } from '#lib/sites/scholar.ts';
import { orcid } from '#lib/sites/orcid.ts';
import { kaggle } from '#lib/sites/kaggle.ts';
import { github } from '#lib/sites/github.ts';
import { linkedinDetails } from '#lib/sites/linkedin/details.ts';
import { linkedin } from '#lib/sites/linkedin/linkedin.ts';
import { linkedinPeople } from '#lib/sites/linkedin/people.ts';
import { linkedinRecruiter } from '#lib/sites/linkedin/recruiter.ts';
import { linkedinSales } from '#lib/sites/linkedin/sales.ts';
import { readPage, type RunOptions } from '#lib/sites/run.ts';
import type { Site } from '#lib/sites/site.ts';
import { readerOf } from '#lib/sites/software.ts';
import { mastodon } from '#lib/sites/mastodon.ts';
import { bluesky } from '#lib/sites/bluesky.ts';
import { medium } from '#lib/sites/medium.ts';
import { xing } from '#lib/sites/xing/xing.ts';
import { behance } from '#lib/sites/behance.ts';
import { dribbble } from '#lib/sites/dribbble.ts';
import { wellfound } from '#lib/sites/wellfound.ts';
import { x } from '#lib/sites/x/x.ts';
import { web } from '#lib/sites/web/web.ts';

export const READERS: Record<string, Site> = {
  linkedin,
  'linkedin-details': linkedinDetails,
  'linkedin-people': linkedinPeople,
  'linkedin-recruiter': linkedinRecruiter,
  'linkedin-sales': linkedinSales,
  github,
  kaggle,
  orcid,
  scholar,
  researchgate,
  huggingface,
  devto,
  stackoverflow,
  gitlab,
  x,
  wellfound,
  dribbble,
  behance,
  xing,
  medium,
  bluesky,
  mastodon,
  web,
  codeberg,
};

/** The way of a reading: what the page prints crosses a boundary, is parsed there, and is finished outside of the page. */
export async function readFinished(site: Site, document: Document, options: RunOptions): Promise<Reading> {
  const reader = site === web ? readerOf(document, options.address()) : site;
  return readingOf(structuredClone(await readPage(reader, document, options)));
}
