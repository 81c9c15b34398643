/**
 * Replacements of the same shape, drawn one after the other. Nothing of what they replace is in them but script, case, length
 * and where the digits stand: they are neither a hash of it nor a shift, so nobody can go back by trying.
 */

/** Letters to draw from, by script. People of these scripts are told apart by surnames, so those are drawn from where they are one letter. */
const POOLS: [script: RegExp, letters: string][] = [
  [/\p{Script=Cyrillic}/u, 'абвгдезиклмнопрстуфхчшя'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρτυφχω'],
  [/\p{Script=Arabic}/u, 'بتجحخدرزسشصطعغفقكلمنهوي'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטילמנסעפצקרשת'],
  [/\p{Script=Han}/u, '李王张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'],
  [/\p{Script=Hangul}/u, '김이박최정강조윤장임한오서신권황안송류홍'],
];
const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnprstvwz';

export interface Draw {
  /** A whole number below the bound. */
  below(bound: number): number;
}

/** Mulberry32: the same numbers for the same seed, in every engine. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return {
    below(bound) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
    },
  };
}

const WITHOUT_MARK: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ð: 'd' };

/** Lower case without accents: "Wróbel", "WRÓBEL" and the "wrobel" of an address are one word. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[łøđıð]/g, (letter) => WITHOUT_MARK[letter] ?? letter);

/** By code point: what looks like one letter may be several, each with a counterpart. */
export const lettersOf = (text: string): string[] => Array.from(text);

const isMark = (letter: string): boolean => /\p{M}/u.test(letter);
export const isDigit = (letter: string): boolean => /\p{Nd}/u.test(letter);

const lettersIn = (from: string | string[]): string[] => (typeof from === 'string' ? lettersOf(from) : from);
const pick = (draw: Draw, from: string | string[]): string => lettersIn(from)[draw.below(lettersIn(from).length)] ?? '';

/** Others of the same kind near to a letter of a script without a list of its own. */
function neighbours(letter: string): string[] {
  const block = (letter.codePointAt(0) ?? 0) & ~63;
  const near = Array.from({ length: 64 }, (_, at) => String.fromCodePoint(block + at)).filter((one) => /\p{L}/u.test(one));
  return near.length > 1 ? near : [letter];
}

/** The digits of a run as ASCII, and back in the script they came in. */
export const asciiDigits = (digits: string): string =>
  lettersOf(digits)
    .map((digit) => String(digitValue(digit)))
    .join('');

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code <= 57) return code - 48;
  // Digits of a script stand in a row, and the zero is the first.
  const below = Array.from({ length: 10 }, (_, at) => at + 1).find((step) => !isDigit(String.fromCodePoint(code - step)));
  return (below ?? 1) - 1;
}

/** ASCII digits in the script of a model of the same length. */
export const inScriptOf = (digits: string, model: string): string =>
  lettersOf(model)
    .map((digit, at) => shifted(digit, Number(digits[at] ?? 0) - digitValue(digit)))
    .join('');
const shifted = (digit: string, by: number): string => String.fromCodePoint((digit.codePointAt(0) ?? 48) + by);

/** Letters and digits of a folded word, one for each. Latin ones can be pronounced, so that they pass for words. */
export function drawLike(draw: Draw, folded: string): string[] {
  const isHex = folded.length >= 6 && /\d/.test(folded) && /^[\da-f]+$/.test(folded);
  let vowel = draw.below(2) === 0;
  return lettersOf(folded).map((letter) => {
    if (isMark(letter)) return letter;
    // Base 32, as some ids are written in, knows these digits alone.
    if (isDigit(letter)) return inScriptOf(String(2 + draw.below(6)), letter);
    if (isHex) return pick(draw, 'abcdef');
    if (/[a-z]/.test(letter) || /\p{Script=Latin}/u.test(letter)) {
      vowel = !vowel;
      return pick(draw, vowel ? VOWELS : CONSONANTS);
    }
    const [, pool] = POOLS.find(([script]) => script.test(letter)) ?? [];
    return pick(draw, pool ?? neighbours(letter));
  });
}

/** ASCII digits, the first of them no zero unless it was one. */
export const drawDigits = (draw: Draw, digits: string): string =>
  lettersOf(digits)
    .map((digit, at) => (at > 0 ? draw.below(10) : digit === '0' ? 0 : 1 + draw.below(9)))
    .join('');

/** The drawn letters in the case, and as far as that makes a letter, with the accents, of the word they stand for. */
export function dressed(drawn: string[], word: string): string {
  const letters = lettersOf(word.normalize('NFC'));
  return letters
    .map((letter, at) => {
      const bare = drawn[at] ?? '';
      const marks = letter.normalize('NFD').slice(1);
      const composed = /^[\u0300-\u036f]+$/.test(marks) ? `${bare}${marks}`.normalize('NFC') : bare;
      const best = lettersOf(composed).length === 1 ? composed : bare;
      return letter === letter.toLowerCase() ? best : best.toUpperCase();
    })
    .join('');
}
