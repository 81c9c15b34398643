/** What of the build a browser loads at once, and what only later: read from the built files themselves. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { BUILT } from '../../support/extension.ts';

/** As bundlers write them: `from"./a.js"`, `import"./a.js"`, and for later `import("./a.js")` with any kind of quote. */
const STATIC = /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const LAZY = /\bimport\(\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g;
const OF_A_PAGE = /<(?:script|link)\b[^>]*\b(?:src|href)="\/([^"]+\.(?:js|css))"/g;

const text = (file: string): string => readFileSync(join(BUILT, file), 'utf8');

function* named(file: string, pattern: RegExp): Generator<string> {
  for (const [, path = ''] of text(file).matchAll(pattern)) {
    yield path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
  }
}

/** The files, and all that they import before they can run. */
export function withStaticImports(files: Iterable<string>): Set<string> {
  const found = new Set(files);
  // A set is walked on to what is added meanwhile.
  for (const file of found) if (file.endsWith('.js')) for (const imported of named(file, STATIC)) found.add(imported);
  return found;
}

/** What an HTML page of ours loads before it is on screen: itself, its scripts and its styles. */
export const loadedByPage = (page: string): Set<string> => new Set([page, ...withStaticImports(named(page, OF_A_PAGE))]);

/** What these import when it is needed, and not before. */
export const loadedLater = (files: ReadonlySet<string>): Set<string> => {
  const later = [...files].filter((file) => file.endsWith('.js')).flatMap((file) => [...named(file, LAZY)]);
  return withStaticImports(later).difference(files);
};
