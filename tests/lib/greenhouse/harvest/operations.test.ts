import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import * as operations from '#lib/greenhouse/harvest/operations.ts';

const HOME = new URL('../../../../lib/greenhouse/harvest/', import.meta.url);
const source = (path: string): string => readFileSync(new URL(path, HOME), 'utf8');
const named = (paths: string[], pattern: RegExp): string[] =>
  paths.flatMap((path) => [...source(path).matchAll(pattern)].map(([, name = '']) => name)).toSorted();

/** A step of one operation, in a file of its own. */
const STEPS = ['asTheyWere', 'readNames'];

test('every operation and every list stands in the index', () => {
  const files = readdirSync(HOME).filter((name) => name.endsWith('.ts'));
  const over = named(files, /^export (?:async function|const) (\w+)[^(\n]*(?:= (?:async )?)?\(\s*api: Api/gm);
  const lists = named(
    readdirSync(new URL('lists/', HOME)).map((name) => `lists/${name}`),
    /^export const (\w+) = resource\(/gm,
  );
  expect(over.length).toBeGreaterThan(25);
  expect(lists.length).toBeGreaterThan(30);
  expect([...over, ...lists].filter((name) => !(name in operations))).toEqual(STEPS);
});
