/** Everything the demo (and the script of the README's pictures) plays on: the sandbox, the sample pages, the browser. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server.ts';
import { BUILT, launchExtension, type Extension } from '../support/extension.ts';
import { servePages, type Pages, type Said, type SamplePage } from '../support/pages.ts';
import { dressed, picture } from './dress.ts';
import { greenhousePage, holdings, personPage } from './greenhouse-page.ts';
import { recordOf, recordsSince } from './records.ts';
import { nobodies, people, samples } from './samples.ts';
import { startPage } from './start-page.ts';

export const START = 'https://gleaner.example/';
export const GREENHOUSE = 'https://gleaner.example/greenhouse';

export interface Stage {
  sandbox: Sandbox;
  pages: Pages;
  extension: Extension;
  /** The demo's own page, as it was put down. */
  own: SamplePage[];
  close(): Promise<void>;
}

export interface StageOptions {
  headless: boolean;
  sandbox?: SandboxOptions;
}

export async function setUp({ headless, sandbox: sandboxOptions = {} }: StageOptions): Promise<Stage> {
  const sandbox = await startSandbox(sandboxOptions);
  const since = Date.now();
  const all = samples();
  const shown = [...people(all), ...nobodies(all)];
  const pages = await servePages(shown.map(dressed), (url) => answer(url, sandbox, since));
  const own = [{ url: START, html: startPage(people(all), nobodies(all)) }];
  for (const page of own) pages.put(page);
  const profile = await mkdtemp(join(tmpdir(), 'gleaner-demo-'));
  await pinButton(profile);
  const close = async (extension?: Extension) => {
    await extension?.close();
    await pages.close();
    await sandbox.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const extension = await launchExtension(
      { pages: pages.port, greenhouse: sandbox.port },
      // Without it the browser warns, in a bar over every page, of the flags that map the names to this computer.
      { headless, profile, index: !headless, flags: ['--test-type'] },
    );
    return { sandbox, pages, extension, own, close: () => close(extension) };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function answer(url: URL, sandbox: Sandbox, since: number): Said | undefined {
  const page = (body: string): Said => ({ type: 'text/html', body });
  if (url.hostname === new URL(START).hostname) {
    if (url.pathname === '/greenhouse') return page(greenhousePage(recordsSince(sandbox, since)));
    if (url.pathname === '/greenhouse/list') return page(holdings(recordsSince(sandbox, since)));
    return undefined;
  }
  const id = /^\/people\/(\d+)/.exec(url.pathname)?.[1];
  if (url.hostname === 'app.greenhouse.io' && id !== undefined) {
    const record = recordOf(sandbox, Number(id));
    return record && page(personPage(record));
  }
  return picture(url);
}

/** An unpacked extension's id: the SHA-256 of its folder's path, its first 32 hexadecimal digits written with a to p. */
const idOf = (folder: string): string =>
  Array.from(createHash('sha256').update(folder).digest('hex').slice(0, 32), (digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 16)),
  ).join('');

/** A new profile hides the button behind the puzzle piece; here it stands in the toolbar, to be found. */
async function pinButton(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true }, pinned_extensions: [idOf(BUILT)] } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
}
