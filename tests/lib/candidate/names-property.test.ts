/** Whatever is put together of names and what stands with them: nothing of it is lost, and nothing is made up. */
import { expect, test } from 'vitest';

import { splitName } from '#lib/candidate/names.ts';

import { CULTURES } from './cultures.ts';

const ADDED = (
  'PhD|, MBA| (she/her)| they/them| (née Moss)| geb. Moss| “Bo”| "Bo"| (Bo)| 🚀| 🚀 Founder| · 2nd| · 3º| | Growth| - Growth @ Acme|, CPA, CFA|, Jr.| III|' +
  ' #OpenToWork| :verified:| ★| [LION]| 李伟| (田中太郎)| aka Bo| at Acme| D.| D***| 2nd| 42| & Co| / Oslo| ~ x| – Coach – Speaker| ®| ™|: engineer|, Oslo, Norway|' +
  ' (Bo| "Bo| «Бо»| Ph.D. Candidate at Acme|\u200f|\u00a0|‏|\u0301| 👩🏽‍💻| ①| ½| Ⅳ| ﷺ| ﬁ'
).split('|');
const IN_FRONT = ['', '', '', 'Dr. ', 'Prof. Dr. ', 'mgr ', '🚀 ', '1. ', '(Ms) ', 'Dr.', 'د. ', '“', 'CA '];

/** Repeats itself: xorshift from a seed. */
function random(seed: number): <T>(list: readonly T[]) => T {
  let state = seed;
  return (list) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return list[(state >>> 0) % list.length]!;
  };
}

const printedNames = Object.values(CULTURES).flatMap((rows) => rows.map(([printed]) => printed));
const words = [...new Set(printedNames.flatMap((printed) => printed.split(/\s+/)))];

/** Letters and numbers, whatever their case (in Turkish as well) and costume. */
const letters = (text: string): string =>
  Array.from(
    text
      .replace(/\p{Cf}/gu, '')
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKC')
      .replace(/ı|i\u0307/g, 'i'),
  )
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .sort()
    .join('');

function held(printed: string, lang: string): string {
  const { firstName = '', lastName = '', extras } = splitName(printed, { lang });
  return letters([firstName, lastName, ...extras.map(({ text }) => text)].join(' '));
}

test('every letter and number of a name is in first name, last name or beside them', () => {
  const pick = random(0x9e3779b9);
  for (let turn = 0; turn < 6000; turn += 1) {
    const core = pick([
      () => pick(printedNames),
      () => `${pick(words)} ${pick(words)}`,
      () => `${pick(words)} ${pick(words)} ${pick(words)}`,
    ])();
    const printed = pick(IN_FRONT) + core + pick(ADDED) + pick(['', pick(ADDED)]);
    const lang = pick(['en', 'de', 'es', 'hu', 'ja', 'ko', 'zh', 'tr', 'x-none', '']);
    expect(held(printed, lang), JSON.stringify(printed)).toBe(letters(printed));
  }
});

test('with the site’s own parts as well, and nothing is there that was not printed', () => {
  const pick = random(0x51ed270b);
  for (let turn = 0; turn < 3000; turn += 1) {
    const [first, middle, last] = [pick(words), pick(words), pick(words)];
    const printed = `${first} ${middle} ${last}${pick(ADDED)}`;
    const { firstName = '', lastName = '', extras } = splitName(printed, { first, last });
    const kept = letters([firstName, lastName, ...extras.map(({ text }) => text)].join(' '));
    for (const sign of new Set(letters(printed))) expect(kept, JSON.stringify(printed)).toContain(sign);
    for (const sign of new Set(kept)) expect(letters(`${first} ${printed} ${last}`), JSON.stringify(printed)).toContain(sign);
  }
});

test('any text at all is answered, at once', () => {
  const pick = random(0x2545f491);
  const signs = Array.from('aÀ李김アд ס.,;:()[]{}"“”„\'’«»|/\\-–—~·•@#*_🚀👩🏽‍💻 \u200f\u0301\ud800٣½®');
  const started = performance.now();
  for (let turn = 0; turn < 4000; turn += 1) {
    const printed = Array.from({ length: turn % 60 }, () => pick(signs)).join('');
    const { confidence } = splitName(printed);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  expect(performance.now() - started).toBeLessThan(8000);
});
