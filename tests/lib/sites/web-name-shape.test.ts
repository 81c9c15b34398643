import { describe, expect, test } from 'vitest';

import { isSurelyName, mayBeName, nameWords, isOnePerson, sameName } from '#lib/sites/web/name-shape.ts';

describe('a text in the place of a name', () => {
  test.each([
    'Jane Doe',
    'Dr. Jane Doe, PhD',
    'madonna Ciccone',
    'Jane',
    '李伟',
    'Jane 🚀 Doe',
    'Niamh O’Neil',
    'Jane Doe (she/her)',
  ])('may be one: %s', (text) => {
    expect(mayBeName(text)).toBe(true);
  });

  test.each(['', 'jane', 'jane_doe', '@jane', 'jdoe7', 'Who is Jane Doe?', 'jane@doe.example', 'N/A', 'a b c d e f g', '🚀'])(
    'is none: %j',
    (text) => {
      expect(mayBeName(text)).toBe(false);
    },
  );
});

describe('a text that might be anything', () => {
  test.each([
    'Jane Doe',
    'Maria de la Cruz',
    'Omar al-Rashid',
    'Md. Karim',
    'Prof. Dr. Jane Doe',
    '山田太郎',
    'محمد الراشد',
    'Jan van der Berg',
  ])('is surely a name: %s', (text) => {
    expect(isSurelyName(text)).toBe(true);
  });

  test.each([
    'Jane',
    'Home Page',
    'Acme Software',
    'Life of a sailor',
    "Ciao, I'm Lucia",
    'The Crew',
    'Notes on Sailing',
    'we build boats',
  ])('is none: %s', (text) => {
    expect(isSurelyName(text)).toBe(false);
  });
});

test.each([
  ['Dr. Jane Doe', 'jane doe'],
  ['Jané van Dam | Pilot', 'jane van dam'],
  ['Doe, Jane', 'doe jane'],
  ['Jane Doe, Certified Coach', 'jane doe'],
  ['𝗝𝗮𝗻𝗲 𝗗𝗼𝗲', 'jane doe'],
  ['Ing. Jan Novák, CSc.', 'jan novak'],
])('%s is compared by the words %s', (text, words) => {
  expect(nameWords(text).join(' ')).toBe(words);
});

test.each([
  ['Jane Doe', 'Dr. Jane A. Doe', true],
  ['J. Doe', 'Jane Doe', true],
  ['Jane', 'Jane Doe', true],
  ['Doe, Jane', 'Jané Doe', true],
  ['Jane Doe', 'John Doe', false],
  ['Jane Doe', 'Jane Roe', false],
  ['Jane Doe', 'J. Roe', false],
  ['J. D.', 'Jane Doe', false],
  ['', '', false],
])('%s and %s are one person: %s', (one, other, expected) => {
  expect(isOnePerson(one, other)).toBe(expected);
  expect(isOnePerson(other, one)).toBe(expected);
});

test('a title in common makes nobody the same person', () => {
  expect(sameName('Dr. Jane Doe', 'Dr. John Roe')).toBe(false);
  expect(sameName('Jane Doe PhD', 'John Roe PhD')).toBe(false);
  expect(sameName('Jane Doe', 'Prof. J. Doe')).toBe(true);
});
