import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { hasListAt, LISTING } from '#lib/sites/lists-at.ts';
import { ANY_PAGE, readerFor } from '#lib/sites/list.ts';

import { casePages } from '../../support/pages.ts';

const cases = [...casePages()].map(([name, { url }]) => {
  const expected = readFileSync(join(import.meta.dirname, '../../sites', name, 'candidate.json'), 'utf8');
  return { name, url, status: (JSON.parse(expected) as { status: string }).status };
});

const lists = cases.filter(({ status, url }) => status === 'list' && readerFor(url) !== ANY_PAGE);
/** A profile that is opened over a list leaves the address of the list. */
const profiles = cases.filter(({ name, status }) => /^(?:complete|partial)$/.test(status) && !name.includes('-over-'));

test('the cases have many of both', () => {
  expect(lists.length).toBeGreaterThan(12);
  expect(profiles.length).toBeGreaterThan(100);
});

test.each(lists)('$name is a list by its address', ({ url }) => {
  expect(hasListAt(url)).toBe(true);
});

test.each(profiles)('$name is none', ({ url }) => {
  expect(hasListAt(url)).toBe(false);
});

test.each([
  'https://www.linkedin.com/feed/',
  'https://www.linkedin.com/search/results/companies/?keywords=a',
  'https://github.com/acme/engine',
  'https://github.com/search?q=ada&type=repositories',
  'https://evil.example/search/results/people/',
  'not an address',
])('%s is none', (url) => {
  expect(hasListAt(url)).toBe(false);
});

test('whoever offers marks for a site can know that it has lists', () => {
  expect(LISTING).toEqual(['linkedin', 'github', 'scholar', 'x']);
});
