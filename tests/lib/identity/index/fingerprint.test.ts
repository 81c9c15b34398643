import { expect, test } from 'vitest';

import { fingerprints, NAME_SPAN } from '#lib/identity/index/fingerprint.ts';
import type { Key } from '#lib/identity/keys.ts';

const hash = fingerprints([1, 2, 3, 4]);
const keys = Array.from({ length: 5000 }, (_, i): Key => `email person.${i}@example.org`);

test('is a whole number of 52 bits, spread over all of them', () => {
  const all = keys.map(hash.of);
  expect(all.every((f) => Number.isSafeInteger(f) && f >= 0 && f < 2 ** 52)).toBe(true);
  expect(new Set(all).size).toBe(keys.length);
  // Of each quarter about a quarter; by chance alone one in a million would be further off.
  for (let quarter = 0; quarter < 4; quarter++)
    expect(all.filter((f) => Math.floor(f / 2 ** 50) === quarter).length / keys.length).toBeCloseTo(0.25, 1);
});

test('is the same for the same secret, and another for another', () => {
  expect(fingerprints([1, 2, 3, 4]).of('email a@example.org')).toBe(hash.of('email a@example.org'));
  expect(fingerprints([1, 2, 3, 5]).of('email a@example.org')).not.toBe(hash.of('email a@example.org'));
});

test('names of one spelling stand beside each other, whatever the company', () => {
  const from = hash.ofName('mira okafor');
  const all = ['', 'kestrel', 'harbour', 'lighthouse'].map((company) => hash.ofNameKey({ name: 'mira okafor', company }));
  expect(all.every((f) => f >= from && f < from + NAME_SPAN)).toBe(true);
  expect(new Set(all).size).toBe(4);
  const other = hash.ofName('miro okafor');
  expect(Math.abs(other - from)).toBeGreaterThan(NAME_SPAN);
});

test('two people of one company have nothing in common', () => {
  const company = 'kestrel';
  const low = Array.from({ length: 50 }, (_, i) => hash.ofNameKey({ name: `name ${i}`, company }) % NAME_SPAN);
  expect(new Set(low).size).toBeGreaterThan(45);
});

test('a key may be longer than any that came before, and in any script', () => {
  const long: Key = `url example.org/${'ü'.repeat(5000)}`;
  expect(hash.of(long)).toBe(fingerprints([1, 2, 3, 4]).of(long));
  expect(hash.of(long)).not.toBe(hash.of(`${long}x`));
});
