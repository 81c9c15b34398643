import { defineConfig } from 'wxt';

import { GREENHOUSE_HOSTS } from './lib/greenhouse/hosts.ts';

/** Where Gleaner may be pointed. Asked for one by one, at the moment a recruiter allows a site; never at install. */
const ASKED_FOR_LATER = ['https://*/*', 'http://*/*'];

/** What an administrator may set, in Chrome's own dialect of JSON schema; lib/policy/README.md explains it. */
const MANAGED_SCHEMA = 'managed-schema.json';

/** The shipped policy: our own files, and Greenhouse. Nothing else can be contacted, by any part of the extension. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src ${GREENHOUSE_HOSTS.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Vite wraps each `import()` in code that fetches styles ahead, which a part of ours never has: 400 bytes in every panel. */
const loadWithoutPreloading = {
  name: 'load-without-preloading',
  enforce: 'pre' as const,
  load: (id: string) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};

/**
 * What wxt puts around the worker and around each script for pages tells while one develops what they threw and reloads them; in a
 * build it does nothing, in 150 bytes of each.
 */
const scriptsAlone = {
  name: 'scripts-alone',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /virtual:wxt-(?:background|unlisted-script)-entrypoint/.test(id)
      ? `${/^import definition from .*$/m.exec(code)?.[0]}\nexport default definition.main();`
      : undefined,
};

/** We keep numbers as the whole world dials them: how each country prints its own is half of what the numbering plans weigh. */
const plansWithoutFormats = {
  name: 'plans-without-formats',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => {
    if (!id.endsWith('/libphonenumber-js/metadata.min.json.js')) return undefined;
    const plans = JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)) as {
      countries: Record<string, unknown[]>;
    };
    const FORMATS = 4;
    for (const plan of Object.values(plans.countries)) plan[FORMATS] = 0;
    return `export default ${JSON.stringify(plans)};`;
  },
};

/**
 * What the polyfill knows of every call is for Chromes that answer by callbacks alone; ours answer by promises. What it does for messages,
 * whose listeners answer by promises only in the newest, stays. As a module of its own, since the bundler's bridge from CommonJS looks
 * at each of the browser's interfaces, which makes Chromium set all of them up: a third of what the worker's script took to be evaluated.
 */
const polyfillForMessages = {
  name: 'polyfill-for-messages',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/webextension-polyfill/dist/browser-polyfill.js')) return undefined;
    const CHECK = 'if (Object.keys(apiMetadata).length === 0)';
    const [body, begin, check, end] = [
      code.indexOf('function (module) {'),
      code.indexOf('const apiMetadata = '),
      code.indexOf(CHECK),
      code.lastIndexOf(');'),
    ] as const;
    if (body < 0 || begin < body || check < begin || end < check) throw new Error('The polyfill is built otherwise now.');
    const made = `${code.slice(body, begin)}const apiMetadata = {};\nif (false) ${code.slice(check + CHECK.length, end)}`;
    return `const made = { exports: {} };\n(${made})(made);\nexport default made.exports;`;
  },
};

export default defineConfig({
  srcDir: '.',
  publicDir: 'assets/public',
  // A reader of any file can see where each name comes from.
  imports: false,
  // Everything is on the disk beside the page: there is nothing to fetch ahead, and the code for it weighs more than it saves.
  vite: ({ command }) => ({
    build: { modulePreload: false },
    plugins: [loadWithoutPreloading, plansWithoutFormats, polyfillForMessages, ...(command === 'build' ? [scriptsAlone] : [])],
  }),
  // What tests left behind is no source.
  zip: { excludeSources: ['test-results/**', 'playwright-report/**', 'coverage/**', 'bench-results.json'] },
  hooks: {
    // What only Chrome reads is in no other browser's package.
    'build:publicAssets': ({ config }, assets) => {
      if (config.browser !== 'chrome')
        assets.splice(0, assets.length, ...assets.filter((asset) => asset.relativeDest !== MANAGED_SCHEMA));
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Gleaner',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    minimum_chrome_version: '128',
    incognito: 'not_allowed',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    host_permissions: GREENHOUSE_HOSTS.map((host) => `${host}/*`),
    optional_host_permissions: ASKED_FOR_LATER,
    declarative_net_request: {
      rule_resources: [{ id: 'own-connection', enabled: true, path: 'rules/own-connection.json' }],
    },
    // Firefox knows no schema, and takes the key for a mistake.
    ...(browser === 'chrome' ? { storage: { managed_schema: MANAGED_SCHEMA } } : {}),
    action: { default_title: '__MSG_action_title__' },
    commands: {
      _execute_action: {
        // COMPAT(firefox): Ctrl+Shift+E is its own Network Monitor there, and wins.
        suggested_key: { default: browser === 'firefox' ? 'Ctrl+Shift+F' : 'Ctrl+Shift+E', mac: 'Command+Shift+E' },
      },
    },
    // The dev server needs its web socket; a build never does.
    ...(command === 'build' ? { content_security_policy: { extension_pages: POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gleaner@gleaner.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['personallyIdentifyingInfo'] },
            },
          },
        }
      : {}),
  }),
});
