import { existsSync } from 'node:fs';

/** Where a Chromium may stand: the environment's word first, then what Playwright downloaded, then the system's own. */
const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium, or `undefined`. `CHROMIUM_PATH` decides when it is set. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  return SYSTEM_PLACES.find((place) => existsSync(place));
}

/** The same, for where there must be one: says how to get it. */
export function chromiumPath(): string {
  const found = findChromium();
  if (!found)
    throw new Error('No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its file.');
  return found;
}
