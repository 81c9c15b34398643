/** Which built files a file brings with it, by its imports: chunk names are hashed, and shared chunks count for everyone. */
import { posix } from 'node:path';

import type { Built } from './folder.ts';

const STATIC = /\b(?:import|export)\s*(?:[\w$*{][^;"'`()]*?\bfrom\s*)?["'`](\.{1,2}\/[^"'`]+)["'`]/g;
const LAZY = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;
const TAG = /<(?:script|link)\b[^>]*\s(?:src|href)="\/?([^"]+)"/g;

const next = (from: string, text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, path]) => posix.join(posix.dirname(from), path ?? ''));

function closure({ files, text }: Built, start: string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    if (!files.has(path)) throw new Error(`${path} is imported and was not built`);
    reached.add(path);
    if (path.endsWith('.js')) open.push(...next(path, text(path), STATIC));
  }
  return reached;
}

/** Everything that is loaded before `entry` (a script or a page) runs: itself, and what it imports, transitively. */
export function loadedBy(built: Built, entry: string): Set<string> {
  const text = built.text(entry);
  const start = entry.endsWith('.html') ? [...text.matchAll(TAG)].map(([, path]) => path ?? '') : [];
  return closure(built, [entry, ...start]);
}

/** What these files load later, when they get there, and what that loads in its turn; each with what it brings that is not loaded by then. */
export function lazyFrom(built: Built, loaded: Set<string>, found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const chunks = [...loaded].filter((path) => path.endsWith('.js')).flatMap((path) => next(path, built.text(path), LAZY));
  for (const chunk of chunks) {
    if (found.has(chunk)) continue;
    const brings = closure(built, [chunk]).difference(loaded);
    found.set(chunk, brings);
    lazyFrom(built, loaded.union(brings), found);
  }
  return found;
}
