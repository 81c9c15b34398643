/** From the name that a page prints to a first and a last name. The tables are short: what they do not know stays uncertain. */
import { fixCase } from './names-case.ts';
import { cleanName, oneCase } from './names-clean.ts';
import { isCjk, splitCjk } from './names-cjk.ts';
import { extraOf } from './names-extras.ts';
import { familyStart, isInitial, isParticle } from './names-family.ts';
import { familyFirst, mayBeTurned, orderByNative } from './names-order.ts';
import type { NameExtra } from './schema.ts';

export interface NameHints {
  /** The site's own first and last name, when it gives them: they are cleaned, and trusted. */
  first?: string;
  last?: string;
  /** A text that is known to be the first name as the full name prints it (a verification label, for one). */
  givenPrefix?: string;
  /** Texts that the page prints beside the name: pronouns, a former name. */
  beside?: readonly string[];
  /** BCP 47, of the page. */
  lang?: string;
}

export interface SplitName {
  firstName?: string;
  /** Absent for one-word names and for a surname that the page hides ("Jane D."). */
  lastName?: string;
  /** Below 0.7 (`UNCERTAIN_BELOW`) the recruiter is asked to look. */
  confidence: number;
  /** What was printed with the name and is not the name, from left to right: with the two parts, every letter of it. */
  extras: NameExtra[];
}

/** @returns no first name at all only when the text holds no letter. */
export function splitName(fullName: string, hints: NameHints = {}): SplitName {
  const split = withHints(fullName, hints);
  const beside = (hints.beside ?? []).map((text) => extraOf(text, true)).filter(({ text }) => text);
  return beside.length > 0 ? { ...split, extras: distinct([...split.extras, ...beside]) } : split;
}

const distinct = (extras: readonly NameExtra[]): NameExtra[] =>
  extras.filter(({ text }, at) => extras.findIndex((other) => other.text === text) === at);

const same = (one: string | undefined, other: string | undefined): boolean => one?.toLowerCase() === other?.toLowerCase();

function withHints(fullName: string, { first, last, givenPrefix, lang }: NameHints): SplitName {
  if (first && last) return fromSite(first, last, fullName, lang);
  const { words, extras, familyFirst: inFront } = cleanName(fullName);
  if (words.length === 0) return { confidence: 0, extras };
  const given = cleanName(first ?? givenPrefix ?? '', 1).words;
  if (given.length > 0 && given.length < words.length && given.every((word, at) => same(word, words[at]))) {
    return named(words.slice(0, given.length), words.slice(given.length), 0.95, extras, lang);
  }
  const family = cleanName(last ?? '', 1).words;
  const start = words.length - family.length;
  if (family.length > 0 && start >= 0 && family.every((word, at) => same(word, words[start + at]))) {
    return named(words.slice(0, start), family, start > 0 ? 0.95 : 0.6, extras, lang);
  }
  if (inFront && inFront < words.length) return turned(words, inFront, extras, lang);
  return split(words, extras, lang);
}

/** "Berg, Jan van der": the particles stand behind the given name, and belong to the other. */
function turned(words: string[], inFront: number, extras: NameExtra[], lang?: string): SplitName {
  let end = words.length;
  while (end > inFront + 1 && isParticle(words[end - 1]!)) end -= 1;
  return named(words.slice(inFront, end), [...words.slice(end), ...words.slice(0, inFront)], 0.75, extras, lang);
}

function fromSite(first: string, last: string, full: string, lang?: string): SplitName {
  const [given, family, whole] = [cleanName(first, 1), cleanName(last, 1), cleanName(full)];
  const parts = [...given.words, ...family.words];
  // A middle name that the site knows, and prints, in neither part.
  const left = whole.words.filter((word) => !parts.some((part) => same(part, word))).map((word) => extraOf(word));
  return named(given.words, family.words, 0.98, distinct([...given.extras, ...family.extras, ...whole.extras, ...left]), lang);
}

/** Puts the parts together, in their proper case; a surname of one letter is hidden, not short. */
function named(first: string[], last: string[], confidence: number, extras: NameExtra[], lang?: string): SplitName {
  const hidden = last.length === 1 && first.length > 0 && isHidden(last[0]!);
  const words = [...first, ...(hidden ? [] : last)];
  const repair = oneCase(words) && words.join('').length > 3;
  // A surname alone in capitals is a convention of printing it, not its spelling.
  const loud = last.join('').length > 1 && !repair && oneCase(last) && last[0] === last[0]?.toUpperCase();
  const join = (part: string[], fix: boolean, family: boolean) =>
    part.map((word) => (fix ? fixCase(word, family && part.length > 1, lang) : word)).join(' ');
  const firstName = join(first, repair, false);
  const lastName = hidden ? '' : join(last, repair || loud, true);
  return {
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    confidence: Math.round((hidden ? 0.3 : repair ? confidence * 0.8 : confidence) * 100) / 100,
    extras: hidden ? [...extras, { kind: 'initial', text: last[0]! }] : extras,
  };
}

/** "D.", or what a page leaves of a name that it masks: "D***", "D…". */
const isHidden = (word: string): boolean => isInitial(word) || /^\p{L}{1,2}[*…]/u.test(word);

function split(words: string[], extras: NameExtra[], lang = ''): SplitName {
  const cjk = words.filter(isCjk);
  if (cjk.length === words.length) return { ...splitCjk(words, lang), extras };
  if (cjk.length > 0) {
    const rest = words.filter((word) => !isCjk(word));
    // "Li Wei 李伟" is one name twice; "Aiko アイコ" is a first name that must not lose a half.
    if (rest.length > 1 && (isCjk(words[0]!) || isCjk(words.at(-1)!))) {
      const twice = [...extras, { kind: 'native' as const, text: cjk.join(' ') }];
      const order = orderByNative(rest, cjk);
      return order
        ? named(
            rest.slice(order.family || 0, order.family ? undefined : -1),
            order.family ? rest.slice(0, 1) : rest.slice(-1),
            order.confidence,
            twice,
            lang,
          )
        : split(rest, twice, lang);
    }
    if (rest.length === 1) return { firstName: words.join(' '), confidence: 0.4, extras };
  }
  if (words.length === 1) return named(words, [], 0.5, extras, lang);
  const native = extras
    .filter(({ kind }) => kind === 'native')
    .map(({ text }) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').split(/\s+/));
  const order = capitalsFirst(words) ?? (native[0] && orderByNative(words, native[0])) ?? familyFirst(words, lang);
  if (order?.family) return named(words.slice(order.family), words.slice(0, order.family), order.confidence, extras, lang);
  const [at, confidence] = order ? [words.length - 1, order.confidence] : familyStart(words, lang);
  return named(words.slice(0, at), words.slice(at), !order && mayBeTurned(words) ? 0.6 : confidence, extras, lang);
}

/** "DUPONT Marie", "LI Wei": how many words at the start are a family name in capitals. */
function capitalsFirst(words: string[]): { family: number; confidence: number } | undefined {
  const loud = (word: string) => /^[\p{Lu}'’-]{2,}$/u.test(word) && (word.length > 2 || /^[^AEIOU][AEIOU]$/.test(word));
  let count = 0;
  while (count < words.length && loud(words[count]!)) count += 1;
  const isOrder = count > 0 && count < words.length && words.slice(count).every((word) => /\p{Lu}\p{Ll}/u.test(word));
  return isOrder ? { family: count, confidence: 0.85 } : undefined;
}
