import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { scaffold } from './scaffold.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-site-'));
  for (const path of ['lib/sites/list.ts', 'lib/sites/references.ts', 'tests/sites/readers.ts'])
    cpSync(join(ROOT, path), join(copy, path));
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

const written = (path: string): string => readFileSync(join(copy, path), 'utf8');

test('a new site has a reader, its script, a table of addresses and three pages, and is in every list of sites', () => {
  const paths = scaffold(copy, { id: 'paper-boat', label: 'Paper Boat', host: 'paperboat.example' });
  expect(paths.toSorted()).toEqual([
    'entrypoints/read-paper-boat.ts',
    'lib/sites/paper-boat.ts',
    'tests/lib/sites/paper-boat.test.ts',
    'tests/sites/paper-boat/not-a-profile/page.html',
    'tests/sites/paper-boat/rich/page.html',
    'tests/sites/paper-boat/sparse/page.html',
  ]);
  expect(written('lib/sites/list.ts')).toContain(
    "{ id: 'paper-boat', label: 'Paper Boat', matches: ['https://paperboat.example/*'], script: '/read-paper-boat.js' },\n];",
  );
  expect(written('tests/sites/readers.ts')).toMatch(/'paper-boat': paperBoat,?\s+\}/);
  expect(written('tests/sites/readers.ts')).toContain("import { paperBoat } from '#lib/sites/paper-boat.ts';");
  expect(written('lib/sites/references.ts')).toContain("import { identify as paperBoat } from './paper-boat.ts';");
  expect(written('lib/sites/references.ts')).toMatch(/\n {2}paperBoat,\n {2}anyMastodon,\n\];/);
  expect(written('tests/sites/paper-boat/rich/page.html')).toMatch(/^<!-- https:\/\/paperboat\.example\/[a-z-]+-fixture -->\n/);
});

test('nothing is written over, and nothing is written for a name that is none', () => {
  const before = written('lib/sites/list.ts');
  expect(() => scaffold(copy, { id: 'Paper Boat', label: 'x', host: 'paperboat.example' })).toThrow(/no id/);
  expect(() => scaffold(copy, { id: 'boat', label: 'x', host: 'https://boat.example/' })).toThrow(/no host/);
  expect(written('lib/sites/list.ts')).toBe(before);
  scaffold(copy, { id: 'boat', label: 'Boat', host: 'boat.example' });
  expect(() => scaffold(copy, { id: 'boat', label: 'Boat', host: 'boat.example' })).toThrow(/there already/);
});
