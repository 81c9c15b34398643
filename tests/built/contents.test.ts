/** What was built holds what is needed and nothing that should not leave our machines or stand in somebody's page. */
import { describe, expect, test } from 'vitest';

import { ANY_PAGE, readerEntries, siteFor } from '#lib/sites/list.ts';

import { built, pathsOf, type Target } from './folder.ts';

const READERS = readerEntries().map(({ script }) => script.slice(1));
/** What else is put into pages, each by a click. */
const HELPERS = ['anonymise.js', 'read-page.js', 'read-taught.js', 'shown-credential.js', 'teach.js'];

/** What stands in pages, where the recruiter turned it on. */
const STANDING = ['page-button.js', 'page-marks.js'];

/** Every file by name, but for those with a hash in it; the tests, the sources and a forgotten note would be others. */
const expected = (target: Target) => [
  'manifest.json',
  'background.js',
  'options.html',
  'sidepanel.html',
  ...STANDING,
  ...HELPERS,
  ...READERS,
  '_locales/en/messages.json',
  'rules/own-connection.json',
  // Only there is it read.
  ...(target === 'chrome' ? ['managed-schema.json'] : []),
  ...[16, 32, 48, 128].map((size) => `icon/${size}.png`),
  ...['unsupported', 'exportable', 'known', 'possible', 'waiting'].flatMap((sign) =>
    [16, 32, 48].map((size) => `icon/${sign}-${size}.png`),
  ),
];
const HASHED = /^chunks\/[\w.-]+\.js$|^assets\/[\w.-]+\.css$/;

/** Words that survive minification: by them a library is recognised. The worker has both, so the check can fail. */
const LIBRARIES = { 'zod/mini': /_zod\b/, ky: /HTTPError/ };

describe.each(['chrome', 'firefox'] as const)('%s', (target) => {
  const extension = built(target);
  const scripts = pathsOf(extension, /\.js$/);
  const inPage = [...READERS, ...HELPERS, ...STANDING];
  const holding = (paths: string[], what: RegExp) => paths.filter((path) => what.test(extension.text(path)));

  test('holds the files that are expected and no other', () => {
    expect(pathsOf(extension, /^(?!chunks\/|assets\/)/)).toEqual(expected(target).toSorted());
    expect(pathsOf(extension, /^(chunks|assets)\//).filter((path) => !HASHED.test(path))).toEqual([]);
  });

  test('makes code of no text: neither eval nor a function from a string', () => {
    expect(holding(scripts, /\beval\s*\(|new Function\b|\bFunction\s*\(\s*["'`]/)).toEqual([]);
    expect(holding(scripts, /set(?:Timeout|Interval)\s*\(\s*["'`]/)).toEqual([]);
  });

  test('pages hold no code and no style of their own, and load only files of ours', () => {
    for (const page of pathsOf(extension, /\.html$/)) {
      const html = extension.text(page);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
      const loaded = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, path]) => path ?? '');
      expect(loaded.length).toBeGreaterThan(2);
      expect(loaded.filter((path) => !extension.files.has(path.replace(/^\//, '')))).toEqual([]);
    }
  });

  test('carries no source map, and no path of the machine that built it', () => {
    expect(pathsOf(extension, /\.map$/)).toEqual([]);
    const text = pathsOf(extension, /\.(js|css|html|json)$/);
    expect(holding(text, /sourceMappingURL/)).toEqual([]);
    expect(holding(text, /\/home\/|\/Users\/|\/work\/|node_modules|file:\/\//)).toEqual([]);
  });

  test('names no host but Greenhouse’s in an address that could be contacted', () => {
    // Addresses in the readers are what pages say (schema.org, profile links): nothing in a page can send, see below.
    const ours = scripts.filter((path) => !inPage.includes(path));
    const hosts = new Set(
      ours.flatMap((path) => [...extension.text(path).matchAll(/https?:\/\/([\w.-]*\w)/g)].map(([, host]) => host)),
    );
    const known = new Set([
      'auth.greenhouse.io',
      'harvest.greenhouse.io',
      'api.greenhouse.io',
      'app.greenhouse.io', // "Open in Greenhouse", a link
      'www.w3.org', // namespaces of SVG and MathML
      'scholar.google', // before the country's ending
      'same.invalid', // what two addresses are compared under
      'empty.invalid', // ky's stand-in for a request's address while it looks what the browser can do
    ]);
    // The panel knows the addresses of every site's profiles, and opens them in a tab.
    const isSite = (host: string) => siteFor(`https://${host}/`) !== ANY_PAGE;
    expect([...hosts].filter((host = '') => !known.has(host) && !isSite(host))).toEqual([]);
  });

  test('what stands in a page is self-contained, silent and small of library', () => {
    for (const [name, marks] of Object.entries(LIBRARIES)) {
      expect(holding(scripts, marks).length, `${name} can be recognised`).toBeGreaterThan(0);
      expect(holding(inPage, marks), name).toEqual([]);
    }
    expect(holding(inPage, /\bimport\s*(?:\(|["'`{*])|\bexport\s*\{/), 'self-contained').toEqual([]);
    expect(holding(inPage, /postMessage|dispatchEvent|BroadcastChannel/), 'tells the page nothing').toEqual([]);
    expect(holding(inPage, /\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/), 'asks nobody').toEqual([]);
    expect(holding(inPage, /localStorage|sessionStorage|indexedDB|document\.cookie/), 'keeps nothing').toEqual([]);
    expect(holding(inPage, /\.(?:innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML|document\.write/), 'writes no markup').toEqual(
      [],
    );
    // The readers answer their injector; only what stands there may speak to the worker.
    expect(holding(inPage, /sendMessage|runtime\.connect/)).toEqual(STANDING);
  });
});
