/** Puts a new site where a site belongs, and into the three lists that know every site. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { filesOf, variable, type NewSite } from './files.ts';

const LIST = 'lib/sites/list.ts';
const READERS = 'tests/sites/readers.ts';
const REFERENCES = 'lib/sites/references.ts';

/**
 * Writes the files of a site below `root`, and answers their paths. Nothing is written over.
 * @throws when the id is no kebab word, the host none, or the site is there already.
 */
export function scaffold(root: string, site: NewSite): string[] {
  const { id, host, label } = site;
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(id))
    throw new Error(`"${id}" is no id: small letters, digits and hyphens, like "stack-overflow".`);
  if (!/^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host)) throw new Error(`"${host}" is no host: give it like "example.org".`);
  if (/['\\]/.test(label)) throw new Error(`"${label}" cannot be a label.`);
  const files = filesOf(site);
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken} is there already.`);

  const row = `  { id: '${id}', label: '${label}', matches: ['https://${host}/*'], script: '/read-${id}.js' },\n`;
  const lists = {
    [LIST]: inserted(root, LIST, /(?<=export const SITES[^=]*= \[\n[\s\S]*?)(?=^\];)/m, row),
    [READERS]: withReader(root, site),
    [REFERENCES]: inserted(
      root,
      REFERENCES,
      /(?<=const IDENTIFY[^[]*\[\][^[]*\[\n[\s\S]*?)(?= {2}anyMastodon,)/,
      `  ${variable(id)},\n`,
    ).replace(/^import \{ identify/m, `import { identify as ${variable(id)} } from './${id}.ts';\nimport { identify`),
  };
  for (const [path, content] of Object.entries({ ...files, ...lists })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return Object.keys(files);
}

/** @throws when the file no longer looks as it did when this was written. */
function inserted(root: string, path: string, where: RegExp, what: string): string {
  const before = readFileSync(join(root, path), 'utf8');
  const after = before.replace(where, what);
  if (after === before) throw new Error(`There is no place for the site in ${path}: put it there by hand.`);
  return after;
}

function withReader(root: string, { id }: NewSite): string {
  const name = variable(id);
  const row = name === id ? name : `'${id}': ${name}`;
  const listed = inserted(root, READERS, /(?<=export const READERS[^{]*\{[^}]*?),?\s*(?=\})/, `, ${row} `);
  return listed.replace(/^import/m, `import { ${name} } from '#lib/sites/${id}.ts';\nimport`);
}
