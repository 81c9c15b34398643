import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

import { chromiumPath } from './tests/support/chromium-path.ts';

/** The promises of the readers hold in a DOM library *and* in the browser; both projects run the same file. */
const READERS = 'tests/sites/**/*.test.ts';

/** How long a test may take; none measures time by it, and a machine may be busy. */
const SLOW_MACHINE_MS = 30_000;

const chromiumWith = (...args: string[]) =>
  playwright({ launchOptions: { executablePath: chromiumPath(), chromiumSandbox: false, args } });

export default defineConfig({
  test: {
    // One for each core: it leaves one idle otherwise, which on two cores is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            'tests/e2e/**',
            'tests/firefox/**',
            'tests/built/**',
            'tests/model/**',
            'tests/soak/**',
            'tests/**/*.browser.test.{ts,tsx}',
          ],
          restoreMocks: true,
          testTimeout: SLOW_MACHINE_MS,
        },
      },
      {
        extends: true,
        // Found only once a test is loaded, they would make the browser load it again.
        optimizeDeps: {
          include: [
            'axe-core',
            'idb',
            'ky',
            'libphonenumber-js/min',
            'webextension-polyfill',
            'wxt/testing/fake-browser',
            'zod/mini',
          ],
        },
        test: {
          name: 'chromium',
          testTimeout: SLOW_MACHINE_MS,
          include: [READERS, 'tests/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromiumWith(),
            instances: [
              { browser: 'chromium' },
              // Chromium is about to keep IndexedDB in SQLite instead of LevelDB; some recruiters' already does.
              {
                browser: 'chromium',
                name: 'chromium (IndexedDB in SQLite)',
                include: ['tests/lib/storage/people-*.browser.test.ts'],
                provider: chromiumWith('--enable-features=IdbSqliteBackingStore'),
              },
            ],
          },
        },
      },
      // The outbox through thousands of schedules of deaths, faults and clocks: not among the unit tests, whose seconds they would make minutes.
      {
        test: {
          name: 'model',
          include: ['tests/model/**/*.test.ts'],
          setupFiles: 'tests/model/wordless.ts',
          testTimeout: 10 * 60_000,
        },
      },
      // Thousands of exports against the sandbox, in virtual time.
      { test: { name: 'soak', include: ['tests/soak/**/*.test.ts'], testTimeout: 20 * 60_000 } },
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
