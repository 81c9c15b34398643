/** Makes sure that the browsers are there: installs Debian's where we are root and may, and says how to get them elsewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { findChromium } from '../support/chromium-path.ts';
import { findFirefox } from '../support/firefox-path.ts';

/** Fonts too: a bare machine has none, and a panel without letters is no test. */
const PACKAGES = {
  chromium: ['chromium', 'fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
  firefox: ['firefox-esr', 'fonts-liberation'],
};

export function ensureChromium(): void {
  ensure('chromium', findChromium, 'CHROMIUM_PATH');
}

export function ensureFirefox(): void {
  ensure('firefox', findFirefox, 'FIREFOX_PATH');
}

function ensure(name: keyof typeof PACKAGES, find: () => string | undefined, variable: string): void {
  if (find()) return;
  if (mayInstall()) install(PACKAGES[name]);
  if (find()) return;
  throw new Error(
    `No ${name} was found. Install one (Debian: apt-get install ${PACKAGES[name][0]}) or set ${variable} to its file.`,
  );
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function install(packages: string[]): void {
  process.stderr.write(`installing ${packages.join(' ')}\n`);
  const apt = (...args: string[]) =>
    // Its own talk goes to stderr: what we print on stdout is read by machines.
    spawnSync('apt-get', args, {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
