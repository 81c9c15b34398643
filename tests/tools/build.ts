/** Builds the extension when its sources are newer than what was built; `npm run read` and the demo should not wait for nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, '.output/chrome-mv3/manifest.json');
const SOURCES = ['entrypoints/**/*', 'components/**/*', 'lib/**/*', 'assets/**/*', 'wxt.config.ts', 'package-lock.json'];

/** Builds for Chrome if need be; throws with the build's own words when that fails. */
export function ensureBuilt(): void {
  if (existsSync(BUILT) && newest() < statSync(BUILT).mtimeMs) return;
  const { status, stderr, stdout } = spawnSync('npx', ['wxt', 'build', '--mv3'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
}

const newest = (): number => Math.max(...globSync(SOURCES, { cwd: ROOT }).map((file) => statSync(join(ROOT, file)).mtimeMs));
