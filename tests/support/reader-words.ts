/** The words that the readers look for in markup, from their own strings, as the module that the anonymiser has them in. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { LABEL_WORDS } from '#lib/anonymise/label-words.ts';
import { fold } from '#lib/anonymise/shape.ts';
import { STRUCTURE_WORDS } from '#lib/anonymise/structure-words.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const READER_WORDS_FILE = join(ROOT, 'lib/anonymise/reader-words.ts');
const WIDTH = 128;
const KNOWN = new Set(`${LABEL_WORDS} ${STRUCTURE_WORDS}`.split(/[\s-]+/));

export function readerWordsModule(): string {
  const sources = globSync('lib/sites/**/*.ts', { cwd: ROOT }).map((path) =>
    readFileSync(join(ROOT, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, ''),
  );
  const literals = sources.flatMap(
    (code) => code.match(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`[^`]*`|\/(?:\\.|[^/\\\n])+\//g) ?? [],
  );
  const words = [...new Set(literals.flatMap((literal) => literal.match(/[A-Z]?[a-z]{2,}|[A-Z]{3,}/g) ?? []).map(fold))]
    .filter((word) => word.length > 2 && !KNOWN.has(word))
    .toSorted();
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return `/** Written by \`npm run reader-words\` from the strings of lib/sites: what the readers look for in markup beyond the other lists. */\nexport const READER_WORDS = \`\n${lines.join('\n')}\n\`;\n`;
}
