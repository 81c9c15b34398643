import { expect, test } from 'vitest';

import { guessEnvironment } from '#lib/connection/environment.ts';

test.each(['Birch Labs Sandbox', 'birch-sandbox', 'Birch (Test)', 'DEMO Birch', 'Birch Labs - Staging', 'Birch Sand-Box 2'])(
  '%s is a sandbox by its name',
  (name) => expect(guessEnvironment(name)).toBe('sandbox'),
);

test.each(['Birch Labs', 'Contest Coffee', 'Demographica', 'Testa & Söhne', 'Latest Greatest'])('%s is not', (name) =>
  expect(guessEnvironment(name)).toBe('production'),
);

test('where Greenhouse tells no name, nothing is guessed', () => expect(guessEnvironment(undefined)).toBeUndefined());
