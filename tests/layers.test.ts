/** What the code of each folder may know. Whoever needs more is in the wrong folder, or wants a port. */
import { posix } from 'node:path';

import { expect, test } from 'vitest';

import { CODE } from './support/own-code.ts';

interface Layer {
  folder: string;
  /** Beginnings of paths, beside its own. Of several that fit a path, here and below, the longest counts. */
  knows: readonly string[];
  not?: readonly string[];
  because: string;
}

const ADAPTERS = ['lib/greenhouse/harvest/', 'lib/greenhouse/ingestion/'];
const PURE = 'what is learned, counted or anonymised of a page is pure: it knows the page and the candidate';
const OF_PAGES = ['lib/candidate/', 'lib/sites/', 'lib/in-page/', 'lib/teach/', 'lib/text.ts'];

const LAYERS: Layer[] = [
  { folder: 'lib/candidate/', knows: ['lib/lazy-object.ts'], because: 'the candidate knows nothing but itself' },
  {
    folder: 'lib/sites/',
    knows: ['lib/candidate/'],
    because: 'a reader runs inside a page: it knows the candidate and nothing else',
  },
  { folder: 'lib/teach/', knows: OF_PAGES, because: PURE },
  { folder: 'lib/drift/', knows: OF_PAGES, because: PURE },
  { folder: 'lib/anonymise/', knows: OF_PAGES, because: PURE },
  {
    folder: 'lib/greenhouse/',
    knows: ['lib/candidate/', 'lib/errors.ts', 'lib/lazy-object.ts'],
    because: 'an adapter knows the candidate and Greenhouse, so that it can be tested and replaced alone',
  },
  {
    folder: 'lib/identity/',
    knows: [
      'lib/candidate/',
      'lib/greenhouse/',
      'lib/sites/references.ts',
      'lib/storage/',
      'lib/errors.ts',
      'lib/lazy-object.ts',
    ],
    not: ADAPTERS,
    because: 'matching knows the port, never an adapter',
  },
  {
    folder: 'lib/export/',
    knows: [
      'lib/candidate/',
      'lib/greenhouse/',
      'lib/identity/',
      'lib/storage/',
      'lib/errors.ts',
      'lib/lazy-object.ts',
      'lib/one-at-a-time.ts',
    ],
    not: ADAPTERS,
    because: 'the outbox knows the port, never an adapter, and never the panel',
  },
  {
    folder: 'components/',
    knows: ['lib/', 'assets/', 'lib/storage/schema.ts'],
    not: [
      ...ADAPTERS,
      ...['browser.ts', 'messages/', 'storage/', 'worker/', 'page/', 'connection/', 'access/'].map((one) => `lib/${one}`),
    ],
    because: 'a component never touches the browser: props and signals in, events out',
  },
];

/** What a file of ours imports of ours, by path. */
function importsOf(path: string): string[] {
  const named = [...(CODE.get(path) ?? '').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([#.][^']*)'/g)].map(([, name = '']) => name);
  return named.map((name) => (name.startsWith('#') ? name.slice(1) : posix.join(posix.dirname(path), name)));
}

const longest = (paths: readonly string[], known: string): number =>
  Math.max(-1, ...paths.filter((path) => known.startsWith(path)).map((path) => path.length));

test.each(LAYERS)('$folder', ({ folder, knows, not = [], because }) => {
  const files = [...CODE.keys()].filter((path) => path.startsWith(folder));
  const imports = files.flatMap((path) => importsOf(path).map((known) => ({ path, known })));
  expect(imports.length, 'what finds nothing holds nothing').toBeGreaterThan(3);
  const may = (known: string): boolean => longest([folder, ...knows], known) > longest(not, known);
  const strangers = imports.filter(({ known }) => !may(known)).map(({ path, known }) => `${path} knows ${known}`);
  expect(strangers, because).toEqual([]);
});
