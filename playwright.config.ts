import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // One browser at a time: two cores, and real side panels that want the focus of the window.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // What passes only when tried again has failed all the same; the second try tells the unsteady from the broken.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
