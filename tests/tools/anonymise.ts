/**
 * `npm run anonymise -- <file.html> [<url>] [<site>/<case>]`: a saved page without anybody on it, made in a real browser by the very
 * script that the extension ships. Written to `<file>.anonymised.html`, or as the page of a case. Without a URL, that of the
 * first line, of the browser's own "saved from" comment, or of the page's canonical link is taken.
 *
 * Prints where it was written, what was replaced, and whether the page is still read to the same. Exit 0: it is; 3: not, so look
 * at what the reader misses; 1: an error.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Reading } from '#lib/candidate/reading.ts';

import { startReader } from '../support/reader.ts';
import { ensureChromium } from './browsers.ts';
import { ensureBuilt } from './build.ts';

const OTHERWISE = 3;
const USAGE = 'usage: npm run anonymise -- <file.html> [<url>] [<site>/<case>]';

function addressIn(html: string): string | undefined {
  const head = html.slice(0, 200_000);
  return (
    /^\s*<!--\s*(https?:\/\/\S+)\s*-->/.exec(head)?.[1] ??
    /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-->/.exec(head)?.[1] ??
    /<link[^>]+rel="canonical"[^>]+href="(https?:[^"]+)"/.exec(head)?.[1]
  );
}

/** What was found, without what it says. */
function outline({ status, candidate, people }: Reading): string {
  const found = Object.entries(candidate ?? {}).flatMap(([field, value]) =>
    Array.isArray(value) ? (value.length > 0 ? [`${field} (${value.length})`] : []) : value ? [field] : [],
  );
  return [status, ...found, ...(people ? [`people (${people.length})`] : [])].join(', ');
}

async function main([file, ...more]: string[]): Promise<number> {
  if (!file) throw new Error(USAGE);
  const html = readFileSync(file, 'utf8');
  const url = more.find((argument) => /^https?:/.test(argument)) ?? addressIn(html);
  const place = more.find((argument) => /^[\w-]+\/[\w-]+$/.test(argument));
  if (!url) throw new Error(`${USAGE}\nThe page does not say which address it was saved from: name it.`);
  const target = place
    ? join(resolve(import.meta.dirname, '../sites'), place, 'page.html')
    : file.replace(/(?:\.html?)?$/i, '.anonymised.html');
  ensureChromium();
  ensureBuilt();
  const reader = await startReader();
  try {
    const { reading, anonymised } = await reader.anonymise(url, html);
    const again = await reader.read(anonymised.address, anonymised.html);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, anonymised.html);
    const { texts, attributes, leftOut } = anonymised.replaced;
    const [before, after] = [outline(reading), outline(again)];
    process.stdout.write(
      `${target}\n${texts} texts and ${attributes} attributes gone through, ${leftOut} scripts, styles and comments left out\n` +
        `read before: ${before}\nread after:  ${after}\n`,
    );
    return before === after ? 0 : OTHERWISE;
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
