/** The end of every in-page script: run its reader here, and hand what the page printed to whoever injected it. */
import type { RawReading } from '#lib/candidate/raw.ts';

import { readPage } from './run.ts';
import type { Site } from './site.ts';

/** Long enough for a slow single-page move, short enough that a recruiter does not give up. */
const PATIENCE_MS = 5000;

export const readThisPage = (site: Site): Promise<RawReading> =>
  readPage(site, document, { patienceMs: PATIENCE_MS, address: () => location.href });
