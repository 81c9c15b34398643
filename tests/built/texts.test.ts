/** Every text that a built page asks for is in what was built: a key that is not shows as an empty button. */
import { expect, test } from 'vitest';

import { built, pathsOf } from './folder.ts';

const extension = built('chrome');
const languages = pathsOf(extension, /^_locales\/\w+\/messages\.json$/);
const keys = new Set(Object.keys(JSON.parse(extension.text('_locales/en/messages.json')) as object));
/** `panel`, `options`, `error`, …: a literal in a chunk that begins so is meant as a key. */
const families = new Set([...keys].map((key) => key.split('_', 1)[0]));
const exists = (name: string): boolean => keys.has(name) || keys.has(`${name}_other`);

test('every key in a built script exists', () => {
  const scripts = pathsOf(extension, /^(?:chunks\/.*|background|page-button|page-marks)\.js$/);
  const literals = scripts.flatMap((path) => [...extension.text(path).matchAll(/["'`]([a-z]+(?:_[a-z0-9]+)+)["'`]/g)]);
  const asked = literals.map(([, literal]) => literal ?? '').filter((literal) => families.has(literal.split('_', 1)[0] ?? ''));
  expect(new Set(asked).size).toBeGreaterThan(150);
  // Stems of families whose end is put together where it is shown (`tests/house.test.ts` counts those out).
  const isStem = (name: string) => [...keys].some((key) => key.startsWith(`${name}_`));
  expect([...new Set(asked)].filter((name) => !exists(name) && !isStem(name))).toEqual([]);
});

test('every language has the same keys, with the same places to fill', () => {
  const placesOf = (path: string) =>
    Object.fromEntries(
      Object.entries(JSON.parse(extension.text(path)) as Record<string, { message: string }>).map(([key, { message }]) => [
        key,
        [...new Set(message.match(/\$\d/g))].sort().join(),
      ]),
    );
  const english = placesOf('_locales/en/messages.json');
  for (const path of languages) expect(placesOf(path), path).toEqual(english);
});

test('no text is empty', () => {
  for (const path of languages) {
    const texts = Object.entries(JSON.parse(extension.text(path)) as Record<string, { message: string }>);
    expect(
      texts.filter(([, { message }]) => message.trim() === '').map(([key]) => key),
      path,
    ).toEqual([]);
  }
});
