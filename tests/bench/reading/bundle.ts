/** Our reader and the two libraries as one script for a page. */
import { resolve } from 'node:path';

import type { Plugin } from 'vite';

import { bundled } from '../bundle.ts';

/**
 * What metascraper takes from Node: the class `URL`, which a browser has itself, and a loader of frames (a whole second DOM in a
 * thread), which the author and description rules never call. Nothing that is timed is replaced.
 */
const nodeForBrowsers: Plugin = {
  name: 'node-for-browsers',
  enforce: 'pre',
  resolveId: (id) => (id === 'url' || id.endsWith('/load-iframe') ? `\0${id}` : null),
  load: (id) => {
    if (id === '\0url') return 'export const URL = globalThis.URL;';
    if (id.startsWith('\0') && id.endsWith('/load-iframe')) return 'export default () => { throw new Error("no frames here"); };';
    return null;
  },
};

/** The script; it leaves one global, `bench`, with what `in-page.ts` exports. */
export const bundle = (): Promise<string> => bundled(resolve(import.meta.dirname, 'in-page.ts'), [nodeForBrowsers]);
