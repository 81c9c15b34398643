/**
 * `npm run case -- <site> <name>`: writes what the reader makes of a case's page beside it, as `candidate.json`, for review.
 * Read it as a recruiter would before you commit it: from then on it is what must come out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { caseUrl } from '../support/case-page.ts';
import { startReader } from '../support/reader.ts';
import { ensureChromium } from './browsers.ts';
import { ensureBuilt } from './build.ts';

const [site, name] = process.argv.slice(2);
if (!site || !name) throw new Error('usage: npm run case -- <site> <name>');
const folder = resolve(import.meta.dirname, '../sites', site, name);
const html = readFileSync(join(folder, 'page.html'), 'utf8');

ensureChromium();
ensureBuilt();
const reader = await startReader();
const reading = await reader.read(caseUrl(html), html);
await reader.close();
writeFileSync(join(folder, 'candidate.json'), `${JSON.stringify(reading, null, 2)}\n`);
process.stdout.write(
  `${JSON.stringify(reading, null, 2)}\n\nWritten to ${join('tests/sites', site, name, 'candidate.json')}: now read it as a recruiter would.\n`,
);
