/**
 * `npm run bench`: every benchmark in one run, as a table and in `bench-results.json`. Exit 1 when a bound does not hold.
 * `npm run bench -- bytes picker` runs only these.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { ensureChromium } from '../tools/browsers.ts';
import { ensureBuilt } from '../tools/build.ts';
import { browsers } from './browsers/browsers.ts';
import { bytes } from './bytes/bytes.ts';
import { exportCalls } from './export/calls.ts';
import { windowOfColleagues } from './export/window.ts';
import { peopleIndex } from './index/index.ts';
import { picker } from './picker/picker.ts';
import { quietPages } from './quiet-pages.ts';
import { reading } from './reading/reading.ts';
import { holds, type Result, type Suite } from './row.ts';
import { flat } from './soak/flat.ts';
import { soaked } from './soak/soak.ts';
import { table } from './table.ts';

const SUITES: Record<string, Suite> = {
  reading,
  picker,
  export: async () => [...(await exportCalls()), ...(await windowOfColleagues())],
  pages: quietPages,
  index: peopleIndex,
  browsers,
  soak: async () => [...(await soaked()), ...(await flat())],
  bytes,
};
const RESULTS = resolve(import.meta.dirname, '../../bench-results.json');

async function run(name: string, suite: Suite): Promise<Result[]> {
  process.stderr.write(`measuring: ${name}\n`);
  try {
    return await suite();
  } catch (thrown) {
    const failed = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    process.stderr.write(`${failed}\n`);
    return [{ what: name, failed: thrown instanceof Error ? thrown.message : failed }];
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SUITES));
if (unknown.length > 0)
  throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.`);

ensureChromium();
ensureBuilt();
const results: Result[] = [];
for (const [name, suite] of Object.entries(SUITES)) {
  if (asked.length === 0 || asked.includes(name)) results.push(...(await run(name, suite)));
}

const broken = results.filter((result) => holds(result) === false);
const written = results.map((result) => ({ ...result, holds: holds(result) ?? null }));
writeFileSync(RESULTS, `${JSON.stringify({ ok: broken.length === 0, results: written }, null, 2)}\n`);
process.stdout.write(`${table(results)}\n\n`);
process.stdout.write(
  broken.length === 0
    ? 'Every bound holds.\n'
    : `${broken.length} of the bounds ${broken.length === 1 ? 'does' : 'do'} not hold.\n`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
