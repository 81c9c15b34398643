/**
 * `npm run new-site -- <id> [<label>] [<host>]`: begins a reader for a site. CONTRIBUTING.md says how it goes on.
 * Prints the files that it wrote; exits 1 when the site is there already or the id is none.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

import { scaffold } from './new-site/scaffold.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const [id, label = id, host = `${id}.example`] = process.argv.slice(2);
try {
  if (!id || !label) throw new Error('usage: npm run new-site -- <id> [<label>] [<host>]');
  const written = scaffold(ROOT, { id, label, host });
  spawnSync('npx', ['oxfmt'], { cwd: ROOT });
  process.stdout.write(
    `${written.join('\n')}\n\nNext: put the structure of real pages into the three cases, then npm run case -- ${id} rich\n`,
  );
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
