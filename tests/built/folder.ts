/** A built extension, as it would be handed to a store: every file, read once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export type Target = 'chrome' | 'firefox';

export interface Built {
  /** Path in the folder, with `/` → bytes. */
  files: Map<string, Buffer>;
  manifest: Record<string, unknown>;
  /** A file as text; throws when it is not there. */
  text: (path: string) => string;
}

/** Chromium leaves its own reading of our request rule in a folder that it was loaded from; no build and no package has it. */
const LEFT_BY_CHROMIUM = '_metadata/';

const OUTPUT = resolve(import.meta.dirname, '../../.output');

export function built(target: Target): Built {
  const folder = join(OUTPUT, `${target}-mv3`);
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)] as const)
      .filter(([path]) => !path.startsWith(LEFT_BY_CHROMIUM)),
  );
  const text = (path: string): string => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`${target}: ${path} was not built`);
    return bytes.toString('utf8');
  };
  return { files, text, manifest: JSON.parse(text('manifest.json')) as Record<string, unknown> };
}

/** The files whose path fits, in order. */
export const pathsOf = ({ files }: Built, like: RegExp): string[] => [...files.keys()].filter((path) => like.test(path)).sort();
