import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // They wait more than they work, and each has a browser of its own, with a focus of its own.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // What passes only when tried again has failed all the same; the second try tells the unsteady from the broken.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
