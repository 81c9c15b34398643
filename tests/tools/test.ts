/**
 * `npm test`: everything, in the order in which it fails fastest, and one sum at the end. Each runner's own output is shown
 * as it comes; its counts are read from the report that it writes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { ensureChromium, ensureFirefox } from './browsers.ts';
import { type Counts, type Told, toldByPlaywright, toldByVitest } from './reports.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REPORTS = resolve(ROOT, 'test-results');

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
/** The sum is all that many will read of a run: what did not pass stands there with its error. */
const failed: string[] = [];
const unsteady: string[] = [];
const skipped: string[] = [];

/** How long each step took, in milliseconds, by its title; steps of one title together. */
const took = new Map<string, number>();

/** What a runner left behind, and how it is read. */
interface Report {
  file: string;
  read: (report: unknown) => Told;
}

function toldIn({ file, read }: Report): Partial<Told> & Counts {
  try {
    return read(JSON.parse(readFileSync(resolve(REPORTS, file), 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(title: string, command: string[], report?: Report, env: NodeJS.ProcessEnv = {}): void {
  process.stdout.write(`\n== ${title}\n`);
  const begun = performance.now();
  const { status } = spawnSync('npx', command, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  took.set(title, (took.get(title) ?? 0) + performance.now() - begun);
  const ok = status === 0;
  const told = report ? toldIn(report) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  // A runner that fails without naming a failed test (it crashed, or found none) has failed all the same.
  if (!ok && told.failed === 0) told.failed = 1;
  if (told.failed > 0) failed.push(`${title}: ${told.failed}`);
  total.passed += told.passed;
  total.failed += told.failed;
  total.skipped += told.skipped;
  failed.push(...(told.failures ?? []));
  unsteady.push(...(told.unsteady ?? []));
  skipped.push(...(told.leftOut ?? []));
}

const playwright = (file: string): Report => ({
  file,
  read: (report) => toldByPlaywright(report, (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')),
});

const vitest = (project: string): [string[], Report] => [
  [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${project}.json`,
  ],
  { file: `${project}.json`, read: toldByVitest },
];

if (Number.parseInt(process.versions.node) < 22) throw new Error(`Node 22 or newer is needed, this is ${process.version}`);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
ensureChromium();
ensureFirefox();

run('types', ['wxt', 'prepare']);
run('types', ['tsc', '--noEmit']);
run('lint', ['oxlint', '--type-aware', '--deny-warnings']);
run('format', ['oxfmt', '--check']);
run('unit', ...vitest('unit'));
run('model', ...vitest('model'));
run('soak', ...vitest('soak'));
run('in Chromium', ...vitest('chromium'));
run('build for Chrome and Edge', ['wxt', 'build', '--mv3']);
run('build for Firefox', ['wxt', 'build', '-b', 'firefox', '--mv3']);
run('what was built', ...vitest('built'));
run('size', ['size-limit']);
run('Firefox lint', ['web-ext', 'lint', '-s', '.output/firefox-mv3']);
run('end to end in Chromium', ['playwright', 'test'], playwright('e2e.json'));
// Of all cells, which take most of a day, others for each commit.
run('faults', ['playwright', 'test', '-c', 'tests/faults/playwright.config.ts'], playwright('faults.json'), {
  FAULTS_SAMPLE: '60',
});
run('end to end in Firefox', ...vitest('firefox'));

/** What shows that an export is made exactly once: so long and no longer, whatever is added to it. */
const EXACTLY_ONCE = ['faults', 'model', 'soak'];
const AT_MOST_MINUTES = 20;

process.stdout.write('\n');
for (const [title, ms] of took) process.stdout.write(`${(ms / 60_000).toFixed(1).padStart(5)} minutes: ${title}\n`);

const minutes = EXACTLY_ONCE.reduce((sum, title) => sum + (took.get(title) ?? 0), 0) / 60_000;
process.stdout.write(`\n${EXACTLY_ONCE.join(', ')} together: ${minutes.toFixed(1)} minutes of ${AT_MOST_MINUTES}\n`);
if (minutes <= AT_MOST_MINUTES) total.passed += 1;
else {
  total.failed += 1;
  failed.push('exactly once, within its minutes');
}

for (const title of failed) process.stdout.write(`\nfailed: ${title}`);
for (const title of unsteady) process.stdout.write(`\nunsteady, passed when tried again: ${title}`);
for (const title of skipped) process.stdout.write(`\nskipped: ${title}`);
process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exit(total.failed === 0 ? 0 : 1);
