/** The project's own code as text, for what is held about it that types and lint cannot say. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
export const found = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));

/** Comments may name what code must not do. Strings are kept, so that `https://` in one is no comment. */
const withoutComments = (code: string): string =>
  code.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_all, kept = '') => kept,
  );

/** By path, as from the root. */
export const CODE = new Map(
  ['lib', 'components', 'entrypoints']
    .flatMap((folder) => found(`${folder}/**/*.{ts,tsx}`))
    .map((path) => [path, withoutComments(read(path))]),
);
