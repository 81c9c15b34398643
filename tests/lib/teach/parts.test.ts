// @vitest-environment happy-dom
import { expect, test } from 'vitest';

import { choicesOf } from '#lib/teach/parts.ts';
import { partSchema } from '#lib/teach/schema.ts';
import { valueIn } from '#lib/teach/texts.ts';

test.each([
  [['Tide modeller'], ['Tide modeller']],
  [['Engineer at Kelp · maps'], ['Engineer at Kelp · maps', 'Engineer at Kelp', 'maps', 'Engineer', 'Kelp · maps']],
  [
    ['Head of People', 'Brine · Full-time'],
    ['Head of People Brine · Full-time', 'Head of People', 'Brine · Full-time', 'Brine', 'Full-time'],
  ],
  [['Location: Oslo'], ['Location: Oslo', 'Location', 'Oslo']],
  [['She/Her'], []],
  [[], []],
])('%j can mean %j', (lines, choices) => {
  expect(choicesOf(lines).map(({ text }) => text)).toEqual(choices);
});

test('every choice is within the bounds of a rule, and is found again by its part', () => {
  const lines = ['Head of People, ex-Brine', 'Brine · Full-time | Odesa / Kyiv'];
  const element = document.createElement('div');
  element.append(...lines.flatMap((line) => [document.createTextNode(line), document.createElement('br')]));
  for (const { text, part = {} } of choicesOf(lines)) {
    expect(partSchema.parse(part)).toEqual(part);
    expect(valueIn(element, 'headline', part)).toBe(text);
  }
});

test('what is endless has few choices', () => {
  expect(choicesOf(Array.from({ length: 5000 }, (_, at) => `Line ${at} of, many, words - here`)).length).toBeLessThanOrEqual(8);
});
