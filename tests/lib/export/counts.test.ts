import { expect, test } from 'vitest';

import { counts } from '#lib/export/counts.ts';
import { exportStates } from '#lib/export/schema.ts';

test('whatever is not over counts once, by whether somebody is needed', () => {
  const views = exportStates.map((state) => ({ state }));
  expect(counts(views)).toEqual({ needsYou: 1, waits: 7 });
});

test('nobody can answer here what is for another account: it waits', () => {
  expect(counts([{ state: 'needs-you', elsewhere: true }, { state: 'needs-you' }])).toEqual({ needsYou: 1, waits: 1 });
});

test('without exports there is nothing to count', () => {
  expect(counts([])).toEqual({ needsYou: 0, waits: 0 });
});
