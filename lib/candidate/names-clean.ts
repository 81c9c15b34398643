/** Takes off a printed name everything that is not the name, and keeps what was taken off. */
import { extraOf, folded, FORMER_CUE, isPronouns, NICKNAME_CUE } from './names-extras.ts';
import {
  CLEAR_CREDENTIALS,
  CREDENTIALS,
  DOTTED_TITLES,
  DOUBLE_FIRST,
  IBERIAN_SURNAMES,
  PARTICLES,
  SUFFIXES,
  TITLES,
} from './names-tables.ts';
import type { NameExtra } from './schema.ts';

export interface CleanName {
  words: string[];
  /** Printed family name first ("Doe, Jane"): how many of the words, counted from the start, are the family name. */
  familyFirst?: number;
  extras: NameExtra[];
}

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Emoji with their joiners, flags, skin tones; arrows, stars, ticks; custom emoji short codes (`:verified:`). */
const SYMBOLS =
  /(?:(?![#*\d®™©])[\p{Extended_Pictographic}\p{So}\p{Regional_Indicator}\u{1f3fb}-\u{1f3ff}]|[\ufe0e\ufe0f\u20e3]|\p{Emoji_Presentation}|\u200d(?=\p{Extended_Pictographic})|[\u{e0000}-\u{e007f}]|[★☆✓✔→←►◆●■♦]|(?<![^\s]):[a-z0-9_+-]+:(?![^\s]))+/gu;
/** Mathematical and full-width letters are Latin letters in costume. */
const COSTUME = /[\u{1d400}-\u{1d7ff}\uff01-\uff5e]/u;
const BRACKETS =
  /\([^()]*\)?|\[[^[\]]*\]?|\{[^{}]*\}?|（[^（）]*）?|【[^】]*】?|「[^」]*」?|"[^"]*"|[“”„][^“”]*[“”]|«[^»]*»|(?<=^|\s)['‘’][^'‘’]+['’](?=\s|$)/gu;
/** A slogan begins at a bar, a spaced dash, a spaced dot or slash, a colon, an at sign, or at the mark of how far someone is away. */
const SLOGAN = /\s*[|‖¦│❘｜]\s*|\s+[-–—~/\\@]+\s+|\s+[-–—]+$|:\s+|(?:\s+[·•∙・]|[·•∙]\s+|[·•∙](?=\d))\s*/u;
/** "de Vries - van Dijk" is one surname, typed with spaces. */
const SPACED_HYPHEN = /(?<=\p{L}) [-–] (?=(?:van|von|de|der|den|ter|ten)\s+(?:d\p{Ll}{1,2}\s+)?\p{Lu}\p{L}+$)/u;
const HASHTAG = /#[\p{L}\p{N}_]+/gu;
const PRONOUNS = /(?<![^\s,])\p{L}{1,7}(?:\s*\/\s*\p{L}{1,7}){1,3}(?![^\s,])/gu;
const BEHIND_NAME = new RegExp(`(?<=\\S\\s)(?:${FORMER_CUE}|${NICKNAME_CUE})\\s+[^\\s,|·•(][^,|·•(]*`, 'gu');
const AT_COMPANY = /(?<=\S\s+\S+\s+)at\s+\p{Lu}.*$/u;
const GLUED_TITLE = /^((?:dr|prof|mr|mrs|ms|ing|mgr)\.)(?=\p{Lu})/iu;

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
  if (shouting) return false;
  // What nobody can pronounce, in capitals among small letters: "Jane Doe CSSBB".
  if (/^[B-DF-HJ-NP-TV-XZ]{3,6}$/.test(word)) return !SUFFIXES.test(word);
  if (!CREDENTIALS.has(plain)) return false;
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

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

class Cleaning {
  readonly extras: NameExtra[] = [];
  readonly #atLeast: number;

  constructor(atLeast: number) {
    this.#atLeast = atLeast;
  }

  /** Keeps what is taken off, unless it is punctuation alone. */
  readonly cut = (part: string, inside = false, kind?: NameExtra['kind']): string => {
    const extra = extraOf(part, inside);
    if (/[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(extra.text))
      this.extras.push(kind ? { kind, text: extra.text } : extra);
    return ' ';
  };

  /** The text without what its signs tell from a name. */
  unsigned(text: string): string {
    const plain = text
      .replace(PRONOUNS, (found) => (isPronouns(found) ? this.cut(found) : found))
      .replace(BRACKETS, (found) => this.cut(found, true))
      .replace(SYMBOLS, (found) => `${this.cut(found)}\u0001 `)
      .replace(HASHTAG, (found) => this.cut(found))
      .replace(BEHIND_NAME, (found) => this.cut(found))
      .replace(AT_COMPANY, (found) => this.cut(found))
      .replace(SPACED_HYPHEN, '-');
    const parts = this.#beforeSymbols(plain).trim().split(SLOGAN);
    const at = parts.findIndex((part) => /\p{L}/u.test(part));
    parts.forEach((part, index) => index !== at && this.cut(part));
    return parts[at] ?? '';
  }

  /** Behind two words, a sign begins a slogan ("Jane Doe 🚀 Founder"); in front of them it is an ornament ("Jane 🚀 Doe"). */
  #beforeSymbols(text: string): string {
    const [first = '', ...others] = text.split('\u0001');
    let name = first;
    for (const part of others) {
      const words = wordsOf(name).filter((word) => /\p{L}/u.test(word));
      const mayGoOn = words.length < 2 || (DOUBLE_FIRST.has(words[0]!.toLowerCase()) && /^\s*\p{Lu}\S+\s*$/u.test(part));
      if (mayGoOn || /^\s*(?:[,|·•-]|$)/.test(part)) name += ` ${part}`;
      else this.cut(part);
    }
    return name;
  }

  /** Takes titles off the front; one word stays. */
  titles(words: string[]): void {
    const shouting = oneCase(words);
    while (words.length > 1 && isTitle(words[0]!, words[1], shouting)) this.cut(words.shift()!, false, 'title');
  }

  /** Titles off the front, credentials off the end; suffixes stay with the name. */
  trimmed(list: string[]): string[] {
    const words = [...list];
    const shouting = oneCase(words);
    this.titles(words);
    while (words.length > 2 && (/^(?:CA|DI)$/.test(words[0]!) || /^(?:[mb]\.?sc|m\.?eng)\.?$/i.test(words[0]!)))
      this.cut(words.shift()!, false, 'credential');
    // "Jane Doe PhD candidate in Oslo": nothing behind the first degree is the name.
    const degree = words.findIndex((word, at) => at >= 2 && !shouting && CLEAR_CREDENTIALS.has(folded(word)));
    if (degree > 0 && !words.slice(degree).every((word) => isCredential(word, false) || SUFFIXES.test(word)))
      this.cut(words.splice(degree).join(' '));
    const suffix: string[] = [];
    while (words.length > this.#atLeast) {
      const last = words.at(-1)!;
      if (isCredential(last, shouting)) this.cut(last, false, /^lion$/i.test(last) ? 'mark' : 'credential');
      else if (last.endsWith('.') && isTitle(last, undefined, shouting)) this.cut(last, false, 'title');
      else if (SUFFIXES.test(last)) suffix.unshift(last);
      else if (!/\p{L}/u.test(last)) this.cut(last);
      else break;
      words.pop();
    }
    for (const word of words) if (!/\p{L}/u.test(word)) this.cut(word);
    return [...words.map((word) => word.replace(/[®™©]/g, '')).filter((word) => /\p{L}/u.test(word)), ...suffix];
  }
}

/** @param atLeast how many words must stay: two for a full name, one for a part of one. */
export function cleanName(printed: string, atLeast = 2): CleanName {
  const cleaning = new Cleaning(atLeast);
  let text = printed
    .replace(INVISIBLE, '')
    .replace(/(?<=\p{L})[´`](?=\p{L})/gu, "'")
    .normalize('NFC');
  if (COSTUME.test(text)) text = text.normalize('NFKC');
  const whole = text;
  const [head = '', ...behind] = cleaning
    .unsigned(text.trim().replace(GLUED_TITLE, '$1 '))
    .split(/\s*[,،，、;]\s*/)
    .filter(Boolean);
  let words = wordsOf(head);
  cleaning.titles(words);
  let familyFirst: number | undefined;
  for (const part of behind) {
    const inner = wordsOf(part);
    if (isFamily(words)) cleaning.titles(inner);
    if (inner.every((word) => SUFFIXES.test(word))) words.push(...inner);
    else if (familyFirst === undefined && isFamily(words) && mayBeGiven(inner)) {
      familyFirst = words.length;
      words.push(...inner);
    } else cleaning.cut(inner.join(' '));
  }
  words = cleaning.trimmed(words);
  const extras = inOrder(cleaning.extras, whole, words);
  if (words.length > 0 || !/\p{L}/u.test(whole)) return { words, extras, ...(familyFirst ? { familyFirst } : {}) };
  return named(whole);
}

/** Nothing but brackets or credentials: then that is the name. */
function named(whole: string): CleanName {
  const { cut, extras } = new Cleaning(1);
  const words: string[] = [];
  const text = whole.replace(SYMBOLS, (found) => cut(found)).replace(HASHTAG, (found) => cut(found));
  for (const word of wordsOf(text.replace(/[()[\]{}"“”„«»（）【】「」|]/gu, ' ')))
    if (/\p{L}/u.test(word)) words.push(word);
    else cut(word);
  return { words, extras };
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** As they were printed, from the start to the end; what is in other letters than the name is the name once more. */
const inOrder = (extras: NameExtra[], whole: string, words: readonly string[]): NameExtra[] => {
  const plain = whole.replace(/\s+/g, ' ');
  const name = words.join('');
  const isNative = ({ kind, text }: NameExtra): boolean =>
    (kind === 'nickname' || kind === 'other') && /\p{L}/u.test(text) && name !== '' && isLatin(text) !== isLatin(name);
  return extras
    .map((extra) => ({ extra: isNative(extra) ? { ...extra, kind: 'native' as const } : extra, at: plain.indexOf(extra.text) }))
    .sort((one, other) => one.at - other.at)
    .map(({ extra }) => extra);
};

/** In front of a comma: one word, a surname with its particle, or two Spanish surnames ("Doe, Jane"). */
const isFamily = (words: string[]): boolean => {
  const first = words[0]?.toLowerCase() ?? '';
  const plain = first.normalize('NFD').replace(/[\u0300\u0301]/g, '');
  return (
    words.length === 1 ||
    (words.length > 1 && words.length <= 4 && !oneCase(words) && (isLower(words[0]!) || PARTICLES.has(first))) ||
    (words.length === 2 && (IBERIAN_SURNAMES.has(plain) || /\p{L}{2}ez$/u.test(plain)))
  );
};

/** Behind a comma: one to four words, and perhaps credentials behind them. */
const mayBeGiven = (words: string[]): boolean => {
  const end = words.findIndex((word) => isCredential(word, false));
  const given = end < 0 ? words : words.slice(0, end);
  return given.length > 0 && given.length <= 4 && !words.some((word) => /[\d@&+]/.test(word));
};
