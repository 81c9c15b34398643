/**
 * `npm run pictures`: the README's screenshots, real ones, into `assets/pictures`. `-- --all`: every state of the panel and of
 * the options page, light and dark, into `test-results/pictures` (or `--into <folder>`), to be looked at before a release.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { SandboxOptions } from '../sandbox/server.ts';
import { CONNECTED, LACKING, NOT_YET } from '../demo/pictures/options-states.ts';
import { FORM } from '../demo/pictures/form-states.ts';
import { PAGES } from '../demo/pictures/page-states.ts';
import { PEOPLE } from '../demo/pictures/person-states.ts';
import { SENDING } from '../demo/pictures/sending-states.ts';
import { QUEUE } from '../demo/pictures/queue-states.ts';
import { LIMITED, MANY_JOBS, REFUSED, UNCONNECTED } from '../demo/pictures/world-states.ts';
import { VERDICT } from '../demo/pictures/verdict-states.ts';
import { TROUBLE } from '../demo/pictures/trouble-states.ts';
import type { State } from '../demo/pictures/state.ts';
import { readmePictures } from '../demo/pictures/readme.ts';
import { openStudio, photograph, type Studio } from '../demo/pictures/studio.ts';
import { ensureChromium } from './browsers.ts';
import { ensureBuilt } from './build.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, into: { type: 'string' } } });
const REVIEW = resolve(values.into ?? join(ROOT, 'test-results/pictures'));

const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
let failed = 0;

/** One world, gone through from the first state to the last; a state that does not come about is told of and passed over. */
async function go(kind: 'panel' | 'options', states: readonly State[], connected: boolean, sandbox: SandboxOptions = {}) {
  const studio = await openStudio(sandbox);
  try {
    if (connected) await studio.connect();
    for (const state of states) await take(kind, state, studio);
  } finally {
    await studio.close();
  }
}

async function take(kind: 'panel' | 'options', state: State, studio: Studio): Promise<void> {
  try {
    const page = await state.arrange(studio);
    await photograph(page, (scheme) => join(REVIEW, `${kind}-${state.name}-${scheme}.png`), kind === 'options');
    await state.after?.(page, studio);
    tell(`${kind} ${state.name}`);
  } catch (thrown) {
    failed += 1;
    const shown = await studio.panel().catch(() => undefined);
    await shown?.screenshot({ path: join(REVIEW, `${kind}-${state.name}-failed.png`) }).catch(() => undefined);
    tell(`${kind} ${state.name} did not come about: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

/** Every way in which an export can stand: also in forced colours and at 320 px, drawn by the test that looks at them with axe. */
function exportStates(): void {
  const [folder, test] = ['test-results/exports', 'tests/components/export-states.browser.test.tsx'];
  const env = { ...process.env, VITE_PICTURES: folder };
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'chromium', test], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) failed += 1;
  cpSync(join(ROOT, folder), REVIEW, { recursive: true });
}

ensureChromium();
ensureBuilt();
if (values.all) {
  if (values.into === undefined) rmSync(REVIEW, { recursive: true, force: true });
  await go('panel', UNCONNECTED, false);
  await go('panel', [...FORM, ...SENDING, ...PEOPLE, ...VERDICT, ...PAGES, ...TROUBLE], true);
  await go('panel', QUEUE, true);
  await go('panel', LIMITED, true);
  await go('panel', REFUSED, true);
  await go('panel', MANY_JOBS, true, { jobs: 10_000 });
  await go('options', NOT_YET, false);
  await go('options', LACKING, false);
  await go('options', CONNECTED, true);
  exportStates();
  tell(`Written to ${REVIEW}`);
} else {
  await readmePictures(join(ROOT, 'assets/pictures'), tell);
}
process.exit(failed === 0 ? 0 : 1);
