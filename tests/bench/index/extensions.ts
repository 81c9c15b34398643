/** Extensions with nothing but a store in their worker: one for each, since all databases of an extension share one folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { bundled } from '../bundle.ts';

/** Answers, and does nothing: what it costs to wake a worker. */
const EMPTY = 'chrome.runtime.onMessage.addListener((_question, _sender, respond) => { respond({ times: [] }); });';

async function write(folder: string, name: string, worker: string): Promise<void> {
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    background: { service_worker: 'worker.js' },
    permissions: ['storage', 'unlimitedStorage'],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), worker);
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Bench</title>');
}

/** Puts them into folders under `parent`: place → name of the store, of which there may be several. */
export async function makeExtensions<P extends string>(
  parent: string,
  stores: Record<P, 'ours' | 'naive' | 'empty'>,
): Promise<Record<P, string>> {
  const worker = await bundled(resolve(import.meta.dirname, 'worker.ts'));
  const folders = {} as Record<P, string>;
  for (const place of Object.keys(stores) as P[]) {
    folders[place] = join(parent, place);
    await write(folders[place], stores[place], stores[place] === 'empty' ? EMPTY : worker);
  }
  return folders;
}
