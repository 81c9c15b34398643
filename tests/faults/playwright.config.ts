import { resolve } from 'node:path';

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: resolve(import.meta.dirname, '../../test-results/faults'),
  workers: 2,
  fullyParallel: true,
  // Two waits of ours, and a browser that is started anew.
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
