/** What the runners' own reports say: how much of it passed, and of what did not, which test it was and what it ran into. */

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Told extends Counts {
  /** Title and error of each, as they are to be printed. */
  failures: string[];
  /** What failed once and then passed: it counts as failed, and is told apart from what is broken for good. */
  unsteady: string[];
  /** The titles: they say why. */
  leftOut: string[];
}

/** Of an error: as much as tells where to look. The rest stands in the runner's own output. */
const LINES = 12;
/** Of what a page showed. */
const SHOWN_LINES = 40;

// oxlint-disable-next-line no-control-regex -- that is what colours are written with
const COLOURS = /\u001B\[[0-9;]*m/g;

function withError(title: string, error: string | undefined): string {
  return [title, ...linesOf(error, LINES)].join('\n');
}

const linesOf = (written = '', most: number): string[] =>
  written
    .replace(COLOURS, '')
    .split('\n')
    .filter(Boolean)
    .slice(0, most)
    .map((line) => `    ${line}`);

/** Vitest's, as far as it is read here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { assertionResults: { status: string; title: string; failureMessages?: string[] }[] }[];
}

export function toldByVitest(report: unknown): Told {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = report as VitestReport;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const which = (status: string) => results.filter((one) => one.status === status);
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    failures: which('failed').map(({ title, failureMessages }) => withError(title, failureMessages?.[0])),
    unsteady: [],
    leftOut: which('skipped').map(({ title }) => title),
  };
}

interface PlaywrightTest {
  status: string;
  results: {
    errors: { message?: string; location?: { file: string; line: number } }[];
    attachments?: { name: string; path?: string }[];
  }[];
}
interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: PlaywrightTest[] }[];
}
/** Playwright's, as far as it is read here. */
interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const testsOf = ({ suites = [], specs = [] }: PlaywrightSuite): (PlaywrightTest & { title: string })[] => [
  ...specs.flatMap(({ title, tests }) => tests.map((test) => ({ ...test, title }))),
  ...suites.flatMap(testsOf),
];

/** What the page showed, as Playwright writes it beside an error. */
const SHOWN = /^```yaml\n(.*?)^```/ms;

export function toldByPlaywright(report: unknown, read: (path: string) => string): Told {
  const { stats, ...suite } = report as PlaywrightReport;
  const tests = testsOf(suite);

  /** The first try that had an error, with what was on show then: what is unsteady elsewhere is often steady here. */
  function ranInto({ title, results }: PlaywrightTest & { title: string }): string {
    const { errors = [], attachments = [] } = results.find((one) => one.errors.length > 0) ?? {};
    const { message = '', location } = errors[0] ?? {};
    const error = location ? `${location.file.split('/').at(-1)}:${location.line}: ${message}` : message;
    const { path } = attachments.find(({ name }) => name === 'error-context') ?? {};
    const shown = path === undefined ? undefined : SHOWN.exec(read(path))?.[1];
    return [withError(title, error), ...linesOf(shown, SHOWN_LINES)].join('\n');
  }
  const told = (status: string) => tests.filter((test) => test.status === status).map(ranInto);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: told('unexpected'),
    unsteady: told('flaky'),
    leftOut: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  };
}
