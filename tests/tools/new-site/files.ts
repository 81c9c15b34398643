/** What a new site begins with: a reader that already keeps the first promises, and three pages to be filled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NewSite {
  /** Permanent kebab word. */
  id: string;
  /** What people call it. */
  label: string;
  /** The host of its profiles. */
  host: string;
}

/** As a name in code: `stack-overflow` is `stackOverflow`. */
export const variable = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** By path from the root of the repository. */
export function filesOf({ id, label, host }: NewSite): Record<string, string> {
  const values: Record<string, string> = { ID: id, LABEL: label, HOST: host, NAME: variable(id) };
  const filled = (template: string): string =>
    readFileSync(join(import.meta.dirname, 'templates', `${template}.txt`), 'utf8').replace(
      /__([A-Z]+)__/g,
      (_, key) => values[key]!,
    );
  return {
    [`lib/sites/${id}.ts`]: filled('reader'),
    [`entrypoints/read-${id}.ts`]: filled('entrypoint'),
    [`tests/lib/sites/${id}.test.ts`]: filled('addresses'),
    ...Object.fromEntries(
      ['rich', 'sparse', 'not-a-profile'].map((name) => [`tests/sites/${id}/${name}/page.html`, filled(name)]),
    ),
  };
}
