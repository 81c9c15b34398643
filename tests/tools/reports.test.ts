import { describe, expect, it } from 'vitest';

import { toldByPlaywright, toldByVitest } from './reports.ts';

const RED = '\u001B[31m';

describe('what a run says of what did not pass', () => {
  it('tells a test of Playwright with the error of the try that failed and what was on show, also where the next one passed', () => {
    const errors = [
      { message: `${RED}Error: not found\n\nCall log:`, location: { file: '/somewhere/tests/e2e/a.spec.ts', line: 42 } },
    ];
    const attachments = [{ name: 'trace' }, { name: 'error-context', path: 'context.md' }];
    const files: Record<string, string> = {
      'context.md': '# Why\n\n```\nError\n```\n\n```yaml\n- main:\n  - button "Go"\n```\n',
    };
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
      suites: [
        {
          specs: [
            { title: 'passes', tests: [{ status: 'expected', results: [{ errors: [] }] }] },
            { title: 'is left out', tests: [{ status: 'skipped', results: [] }] },
          ],
          suites: [
            {
              specs: [
                { title: 'fails', tests: [{ status: 'unexpected', results: [{ errors }, { errors }] }] },
                { title: 'passes at last', tests: [{ status: 'flaky', results: [{ errors, attachments }, { errors: [] }] }] },
              ],
            },
          ],
        },
      ],
    };
    const told = toldByPlaywright(report, (path) => files[path] ?? '');
    const why = '    a.spec.ts:42: Error: not found\n    Call log:';
    expect(told).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
      failures: [`fails\n${why}`],
      unsteady: [`passes at last\n${why}\n    - main:\n      - button "Go"`],
      leftOut: ['is left out'],
    });
  });

  it('tells a test of Vitest with as much of its error as tells where to look', () => {
    const error = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    const told = toldByVitest({
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 1,
      testResults: [
        {
          assertionResults: [
            { status: 'passed', title: 'passes' },
            { status: 'failed', title: 'fails', failureMessages: [error] },
          ],
        },
        { assertionResults: [{ status: 'skipped', title: 'is left out' }] },
      ],
    });
    expect(told).toMatchObject({ passed: 1, failed: 1, skipped: 1, unsteady: [], leftOut: ['is left out'] });
    expect(told.failures).toHaveLength(1);
    expect(told.failures[0]?.split('\n')).toHaveLength(13);
    expect(told.failures[0]).toMatch(/^fails\n {4}line 0\n/);
  });

  it('tells one that failed without an error by its title', () => {
    expect(
      toldByPlaywright(
        {
          stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 },
          suites: [{ specs: [{ title: 'ran out of time', tests: [{ status: 'unexpected', results: [] }] }] }],
        },
        () => '',
      ).failures,
    ).toEqual(['ran out of time']);
  });
});
