import { resolve } from 'node:path';

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: resolve(import.meta.dirname, '../../test-results/faults'),
  // Two would write the snapshot of calls over each other.
  workers: process.env['FAULTS_CALLS'] === 'write' ? 1 : 2,
  fullyParallel: true,
  // A cell that hangs is told of before by the cell itself; this is for a browser that does not even open.
  timeout: 150_000,
  // A cell that holds only when tried again does not hold.
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: resolve(import.meta.dirname, '../../test-results/faults.json') }],
    [resolve(import.meta.dirname, 'figures.ts')],
  ],
});
