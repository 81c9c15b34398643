/** A file and all that it imports as one script, small as the extension's own are. */
import { resolve } from 'node:path';

import { build, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** @returns the script; it leaves one global, `bench`, with what the file exports. */
export async function bundled(entry: string, plugins: Plugin[] = []): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    plugins,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk) throw new Error(`${entry} could not be bundled.`);
  return chunk.code;
}
