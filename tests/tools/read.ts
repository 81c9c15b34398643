/**
 * `npm run read -- <url> <file.html>`: reads a saved page as if it stood at that URL, in a real browser, with exactly the
 * code that the extension ships. Prints the reading as JSON. Exit 0: a person or a list; 3: not a profile; 1: an error.
 */
import { readFileSync } from 'node:fs';

import { startReader } from '../support/reader.ts';
import { ensureChromium } from './browsers.ts';
import { ensureBuilt } from './build.ts';

const NOT_A_PROFILE = 3;

async function main([url, file]: string[]): Promise<number> {
  if (!url || !file) throw new Error('usage: npm run read -- <url> <file.html>');
  const html = readFileSync(file, 'utf8');
  ensureChromium();
  ensureBuilt();
  const reader = await startReader();
  try {
    const reading = await reader.read(url, html);
    process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
    return ['complete', 'partial', 'list'].includes(reading.status) ? 0 : NOT_A_PROFILE;
  } finally {
    await reader.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
