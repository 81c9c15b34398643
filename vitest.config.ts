import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

import { chromiumPath } from './tests/support/chromium-path.ts';

/** The promises of the readers hold in a DOM library *and* in the browser; both projects run the same file. */
const READERS = 'tests/sites/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/firefox/**', 'tests/built/**', 'tests/**/*.browser.test.{ts,tsx}'],
          restoreMocks: true,
        },
      },
      {
        extends: true,
        // Found only once a test is loaded, they would make the browser load it again.
        optimizeDeps: {
          include: ['idb', 'ky', 'libphonenumber-js/min', 'webextension-polyfill', 'wxt/testing/fake-browser', 'zod/mini'],
        },
        test: {
          name: 'chromium',
          include: [READERS, 'tests/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath(), chromiumSandbox: false } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      // What `npm run build` made: the manifest, and nothing that should not be in it.
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'] } },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A policy is the machine's: one Firefox at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
