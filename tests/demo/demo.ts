/**
 * `npm run demo`: everything to see the main job, on a fresh machine. `-- --headless --once`: the same with nobody watching;
 * the last line on stdout is the outcome as JSON, everything else goes to stderr.
 */
import { parseArgs } from 'node:util';

import { ensureChromium } from '../tools/browsers.ts';
import { ensureBuilt } from '../tools/build.ts';
import { connect, credentialOf } from './connect.ts';
import { once, type Outcome } from './once.ts';
import { setUp, type Stage } from './stage.ts';
import { showAround } from './watched.ts';

/** Of the whole unattended run, once the browser and the build are there. */
const AT_MOST_MS = 110_000;

const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

interface Wanted {
  headless: boolean;
  once: boolean;
}

async function main(wanted: Wanted): Promise<Outcome | undefined> {
  if (!wanted.headless && !hasDisplay()) {
    throw new Error(
      'There is no screen to open a browser on. With nobody watching: npm run demo -- --headless --once. ' +
        'On a virtual screen: xvfb-run npm run demo.',
    );
  }
  tell('Looking for a browser …');
  ensureChromium();
  tell('Building the extension, if it has changed …');
  ensureBuilt();
  tell('Starting the practice Greenhouse, the sample pages and the browser …');
  return wanted.once ? within(AT_MOST_MS, perform(wanted)) : perform(wanted);
}

async function perform(wanted: Wanted): Promise<Outcome | undefined> {
  const stage = await setUp({ headless: wanted.headless });
  try {
    const holdMs = await connectInOptions(stage);
    tell('Connected.');
    if (wanted.once) return await once(stage, holdMs, tell);
    await showAround(stage, tell);
    return undefined;
  } finally {
    await stage.close();
  }
}

/** Returns the undo window that the options page shows, in milliseconds. */
async function connectInOptions({ extension, sandbox }: Stage): Promise<number> {
  const options = await extension.open('options.html');
  await connect(options, credentialOf(sandbox));
  const seconds = await options.getByRole('spinbutton', { name: 'Undo window' }).inputValue();
  await options.close();
  return Number(seconds) * 1000;
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`It was not done after ${ms / 1000} seconds.`)), ms).unref();
  });
  return Promise.race([work, late]);
}

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, once: { type: 'boolean', default: false } },
  strict: false,
});
const wanted = { headless: values['headless'] === true, once: values['once'] === true };
try {
  const outcome = await main(wanted);
  if (outcome) process.stdout.write(`${JSON.stringify({ ok: true, ...outcome })}\n`);
  process.exit(0);
} catch (thrown) {
  const error = thrown instanceof Error ? thrown.message : String(thrown);
  if (wanted.once) process.stdout.write(`${JSON.stringify({ ok: false, error })}\n`);
  else tell(error);
  process.exit(1);
}
