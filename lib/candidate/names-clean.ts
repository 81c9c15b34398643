/** Takes off a printed name everything that is not the name, and keeps what was taken off. */
import { CLEAR_CREDENTIALS, CREDENTIALS, DOTTED_TITLES, SUFFIXES, TITLES } from './names-tables.ts';

export interface CleanName {
  words: string[];
  /** Printed family name first ("Doe, Jane"): how many of the words, counted from the start, are the family name. */
  familyFirst?: number;
  cutOff: string[];
}

const ZERO_WIDTH = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Emoji with their joiners, flags, skin tones; arrows, stars, ticks; custom emoji short codes (`:verified:`). */
const SYMBOLS =
  /(?:(?![#*\d®™©])[\p{Extended_Pictographic}\p{So}\p{Regional_Indicator}\u{1f3fb}-\u{1f3ff}]|[\ufe0e\ufe0f\u20e3]|\p{Emoji_Presentation}|\u200d(?=\p{Extended_Pictographic})|[\u{e0000}-\u{e007f}]|[★☆✓✔→←►◆●■♦]|(?<![^\s]):[a-z0-9_+-]+:(?![^\s]))+/gu;
/** Mathematical and full-width letters are Latin letters in costume. */
const COSTUME = /[\u{1d400}-\u{1d7ff}\uff01-\uff5e]/u;
const BRACKETS =
  /\([^()]*\)?|\[[^[\]]*\]?|\{[^{}]*\}?|（[^（）]*）?|【[^】]*】?|「[^」]*」?|"[^"]*"|[“”„][^“”]*[“”]|«[^»]*»|(?<=^|\s)['‘’][^'‘’]+['’](?=\s|$)/gu;
/** A slogan begins at a bar, a spaced dash, a spaced dot or slash, an at sign, or at the mark of how far someone is away. */
const SLOGAN = /\s*[|‖¦│❘｜]\s*|\s+[-–—~/\\@]+\s+|\s+[-–—]+$|(?:\s+[·•∙]|[·•∙]\s+|[·•∙](?=\d))\s*/u;
const HASHTAG = /#[\p{L}\p{N}_]+/gu;

export const folded = (word: string): string => word.toLowerCase().replace(/[.\-®™]/g, '');

const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
const isLower = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase();

/** Whether every cased word is in one and the same case. */
export const oneCase = (list: string[]): boolean => {
  const cased = list.filter((word) => isUpper(word) || word !== word.toUpperCase());
  return cased.length > 0 && (cased.every(isUpper) || cased.every(isLower));
};

function isCredential(word: string, shouting: boolean): boolean {
  const plain = folded(word);
  if (CLEAR_CREDENTIALS.has(plain)) return true;
  if (shouting || !CREDENTIALS.has(plain)) return false;
  // "MD" and "M.D." and "MSc", but not the surname "Ma" nor the particle "do".
  return isUpper(word) || /^\p{Lu}\p{Ll}*\p{Lu}/u.test(word) || /\p{L}\.\p{L}/u.test(word);
}

const isTitle = (word: string, next: string | undefined, shouting: boolean): boolean => {
  const plain = folded(word);
  return (
    TITLES.has(plain) ||
    (DOTTED_TITLES.has(plain) &&
      (word.endsWith('.') || (isLower(word) && !shouting) || (next !== undefined && TITLES.has(folded(next)))))
  );
};

/** @param atLeast how many words must stay: two for a full name, one for a part of one. */
export function cleanName(printed: string, atLeast = 2): CleanName {
  const cutOff: string[] = [];
  const cut = (part: string) => {
    const kept = part.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(kept)) cutOff.push(kept);
    return ' ';
  };
  let text = printed
    .replace(ZERO_WIDTH, '')
    .replace(/(?<=\p{L})[´`](?=\p{L})/gu, "'")
    .normalize('NFC');
  if (COSTUME.test(text)) text = text.normalize('NFKC');
  const whole = text;
  text = text.replace(BRACKETS, cut).replace(SYMBOLS, cut).replace(HASHTAG, cut);
  const [name = '', ...slogans] = text
    .trim()
    .split(SLOGAN)
    .filter((part) => /\p{L}/u.test(part));
  slogans.forEach(cut);
  const [head = '', ...behind] = name.split(/\s*[,،，、;]\s*/).filter(Boolean);
  let words = head.split(/\s+/).filter(Boolean);
  let familyFirst: number | undefined;
  for (const part of behind) {
    const inner = part.split(/\s+/).filter(Boolean);
    if (inner.every((word) => SUFFIXES.test(word))) words.push(...inner);
    else if (
      familyFirst === undefined &&
      isFamily(words) &&
      inner.length <= 3 &&
      !inner.some((word) => isCredential(word, false))
    ) {
      familyFirst = words.length;
      words.push(...inner);
    } else cut(part);
  }
  const shouting = oneCase(words);
  while (words.length > 1 && isTitle(words[0]!, words[1], shouting)) cut(words.shift()!);
  if (words.length > 2 && words[0] === 'CA') cut(words.shift()!);
  const suffix: string[] = [];
  while (words.length > atLeast) {
    const last = words.at(-1)!;
    if (isCredential(last, shouting)) cut(last);
    else if (SUFFIXES.test(last)) suffix.unshift(last);
    else if (!/\p{L}/u.test(last)) cut(last);
    else break;
    words.pop();
  }
  words = [...words.map((word) => word.replace(/[®™©]/g, '')).filter((word) => /[\p{L}\p{N}]/u.test(word)), ...suffix];
  if (words.length === 0 && /\p{L}/u.test(whole)) {
    // Nothing but brackets or credentials: then that is the name.
    return {
      words: whole
        .replace(/[()[\]{}"“”„«»（）【】「」]/gu, ' ')
        .replace(SYMBOLS, ' ')
        .split(/\s+/)
        .filter(Boolean),
      cutOff: [],
    };
  }
  return { words, cutOff, ...(familyFirst ? { familyFirst } : {}) };
}

/** One word, or a surname with its particle, in front of a comma: the form "Doe, Jane". */
const isFamily = (words: string[]): boolean => words.length === 1 || (words.length <= 4 && isLower(words[0]!) && !oneCase(words));
