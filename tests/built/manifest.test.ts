/**
 * What a recruiter is asked to trust, word by word. A change of any line here is a change of what Gleaner may do: it belongs
 * into the commit's message, and into the README's list of permissions.
 */
import { describe, expect, test } from 'vitest';

import { built } from './folder.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https://auth.greenhouse.io https://harvest.greenhouse.io https://api.greenhouse.io',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Everything that both browsers are told. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  short_name: 'Gleaner',
  description: '__MSG_extension_description__',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  default_locale: 'en',
  minimum_chrome_version: '128',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  incognito: 'not_allowed',
  host_permissions: ['https://auth.greenhouse.io/*', 'https://harvest.greenhouse.io/*', 'https://api.greenhouse.io/*'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  declarative_net_request: {
    rule_resources: [{ id: 'own-connection', enabled: true, path: 'rules/own-connection.json' }],
  },
  action: { default_title: '__MSG_action_title__' },
  content_security_policy: { extension_pages: POLICY },
  options_ui: { page: 'options.html', open_in_tab: true },
};

const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
];

const chord = (standard: string) => ({
  commands: { _execute_action: { suggested_key: { default: standard, mac: 'Command+Shift+E' } } },
});

// An exact match: a key that nobody wrote down here, such as `web_accessible_resources`, `content_scripts` or
// `externally_connectable`, fails.
test('Chrome and Edge are told exactly this', () => {
  expect(built('chrome').manifest).toEqual({
    ...COMMON,
    ...chord('Ctrl+Shift+E'),
    permissions: [...PERMISSIONS, 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
    storage: { managed_schema: 'managed-schema.json' },
  });
});

test('Firefox is told exactly this', () => {
  expect(built('firefox').manifest).toEqual({
    ...COMMON,
    // Its own Network Monitor has the other.
    ...chord('Ctrl+Shift+F'),
    permissions: PERMISSIONS,
    background: { scripts: ['background.js'] },
    sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Gleaner', open_at_install: false },
    browser_specific_settings: {
      gecko: {
        id: 'gleaner@gleaner.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['personallyIdentifyingInfo'] },
      },
    },
  });
});

describe.each(['chrome', 'firefox'] as const)('%s', (target) => {
  const extension = built(target);

  test('every file that the manifest names was built', () => {
    const named = JSON.stringify(extension.manifest).match(/[\w/-]+\.(?:json|js|html|png)/g) ?? [];
    expect(named).toContain('sidepanel.html');
    expect(named.filter((path) => !extension.files.has(path))).toEqual([]);
  });

  test('the one fixed rule for requests is about writes to Greenhouse, and only says not to reuse their connection', () => {
    expect(JSON.parse(extension.text('rules/own-connection.json'))).toEqual([
      {
        id: 1,
        priority: 1,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }] },
        condition: {
          requestDomains: ['harvest.greenhouse.io', 'api.greenhouse.io'],
          requestMethods: ['post', 'patch', 'delete'],
          resourceTypes: ['xmlhttprequest', 'other'],
        },
      },
    ]);
  });

  test('every text that the manifest names exists in every language', () => {
    const named = [...JSON.stringify(extension.manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(named).toHaveLength(3);
    for (const path of extension.files.keys()) {
      if (!path.endsWith('messages.json')) continue;
      const texts = JSON.parse(extension.text(path)) as Record<string, { message: string }>;
      expect(named.filter((key) => !texts[key ?? '']?.message)).toEqual([]);
    }
  });
});
