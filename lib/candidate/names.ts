/** From the name that a page prints to a first and a last name. The tables are short: what they do not know stays uncertain. */
import { fixCase } from './names-case.ts';
import { cleanName, oneCase } from './names-clean.ts';
import { isCjk, splitCjk } from './names-cjk.ts';
import { DOUBLE_FIRST, DOUBLE_SECOND, IBERIAN_SURNAMES, PARTICLES, SMALL_PARTICLES, SUFFIXES } from './names-tables.ts';

export interface NameHints {
  /** The site's own first and last name, when it gives them: they are cleaned, and trusted. */
  first?: string;
  last?: string;
  /** A text that is known to be the first name as the full name prints it (a verification label, for one). */
  givenPrefix?: string;
  /** BCP 47, of the page. */
  lang?: string;
}

export interface SplitName {
  firstName?: string;
  /** Absent for one-word names and for a surname that the page hides ("Jane D."). */
  lastName?: string;
  /** Below 0.7 (`UNCERTAIN_BELOW`) the recruiter is asked to look. */
  confidence: number;
  /** What was printed with the name and is not the name: credentials, pronouns, nicknames, slogans, a hidden surname. */
  cutOff: string[];
}

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word) && !isCjk(word) && !PARTICLES.has(word.toLowerCase());
const surname = (word: string): boolean => IBERIAN_SURNAMES.has(plain(word)) || /\p{L}{2}[eé]z$/u.test(word);
const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[aeio])\u0301/g, '')
    .normalize('NFC');

/** @returns no first name at all only when the text holds no letter. */
export function splitName(fullName: string, hints: NameHints = {}): SplitName {
  const { lang } = hints;
  if (hints.first && hints.last) return fromSite(hints.first, hints.last, fullName, lang);
  const { words, cutOff, familyFirst } = cleanName(fullName);
  if (words.length === 0) return { confidence: 0, cutOff };
  const given = cleanName(hints.first ?? hints.givenPrefix ?? '', 1).words;
  if (
    given.length > 0 &&
    given.length < words.length &&
    given.every((word, at) => word.toLowerCase() === words[at]!.toLowerCase())
  ) {
    return named(words.slice(0, given.length), words.slice(given.length), 0.95, cutOff, lang);
  }
  const family = cleanName(hints.last ?? '', 1).words;
  const start = words.length - family.length;
  if (family.length > 0 && start >= 0 && family.every((word, at) => word.toLowerCase() === words[start + at]!.toLowerCase())) {
    return named(words.slice(0, start), family, start > 0 ? 0.95 : 0.6, cutOff, lang);
  }
  if (familyFirst && familyFirst < words.length)
    return named(words.slice(familyFirst), words.slice(0, familyFirst), 0.75, cutOff, lang);
  return split(words, cutOff, lang);
}

function fromSite(first: string, last: string, full: string, lang?: string): SplitName {
  const given = cleanName(first, 1);
  const family = cleanName(last, 1);
  const { cutOff } = cleanName(full);
  return named(given.words, family.words, 0.98, [...new Set([...given.cutOff, ...family.cutOff, ...cutOff])], lang);
}

/** Puts the parts together, in their proper case; a surname of one letter is hidden, not short. */
function named(first: string[], last: string[], confidence: number, cutOff: string[], lang?: string): SplitName {
  const hidden = last.length === 1 && isInitial(last[0]!);
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
    cutOff: hidden ? [...cutOff, last[0]!] : cutOff,
  };
}

function split(words: string[], cutOff: string[], lang?: string): SplitName {
  const cjk = words.filter(isCjk);
  if (cjk.length === words.length) return { ...splitCjk(words, lang), cutOff };
  if (cjk.length > 0) {
    const rest = words.filter((word) => !isCjk(word));
    // "Li Wei 李伟" is one name twice; "Aiko アイコ" is a first name that must not lose a half.
    if (rest.length > 1 && (isCjk(words[0]!) || isCjk(words.at(-1)!))) return split(rest, [...cutOff, cjk.join(' ')], lang);
    if (rest.length === 1) return { firstName: words.join(' '), confidence: 0.4, cutOff };
  }
  if (words.length === 1) return named(words, [], 0.5, cutOff, lang);
  const loud = capitalsFirst(words);
  if (loud > 0) return named(words.slice(loud), words.slice(0, loud), 0.85, cutOff, lang);
  const [at, confidence] = familyStart(words, lang);
  // Nguyễn Văn An and Сидоров Иван Петрович print the family name first.
  if (at < 0) return named(words.slice(1), words.slice(0, 1), confidence, cutOff, lang);
  return named(words.slice(0, at), words.slice(at), confidence, cutOff, lang);
}

/** "DUPONT Marie", "LI Wei": how many words at the start are a family name in capitals; 0 when none is. */
function capitalsFirst(words: string[]): number {
  const loud = (word: string) => /^[\p{Lu}'’-]{2,}$/u.test(word) && (word.length > 2 || /^[^AEIOU][AEIOU]$/.test(word));
  let count = 0;
  while (count < words.length && loud(words[count]!)) count += 1;
  return count < words.length && words.slice(count).every((word) => /\p{Lu}\p{Ll}/u.test(word)) ? count : 0;
}

/** Index of the first word of the family name (-1: it is the first word), and how sure that is. */
function familyStart(words: string[], lang = ''): [number, number] {
  let end = words.length;
  while (end > 2 && SUFFIXES.test(words[end - 1]!)) end -= 1;
  if (end === 2) return [1, 0.95];
  if (/^(?:nguy[eễ]n|tr[aầ]n|ph[aạ]m|l[eê])$/i.test(words[0]!) && /^(?:v[aă]n|th[iị])$/i.test(words[1]!)) return [-1, 0.65];
  if (end === 3 && /\p{L}{2}(?:вич|ич|вна|чна)$/u.test(words[2]!)) return [-1, 0.85];
  const double = DOUBLE_FIRST.has(words[0]!.toLowerCase()) && DOUBLE_SECOND.has(words[1]!.toLowerCase());
  const abd = /^(?:abd|abdul|abdel|abdur|عبد)$/i.test(words[0]!);
  const marian = /^mar[ií]a de(?:l| la| los)? (?:[áa]ngeles|luz|carmen|pilar|rosario|dolores|mar|roc[ií]o|jes[uú]s)\b/i.exec(
    words.join(' '),
  );
  const earliest = marian ? marian[0].split(' ').length : double || abd ? 2 : 1;
  for (let at = earliest; at < end; at += 1) {
    const word = words[at]!;
    const small = word.toLowerCase().replace(/\.$/, '');
    if (/^[yei]$/.test(word) && at > 1) return [at - 1, 0.9];
    if (at < end - 1 && (PARTICLES.has(small) || SMALL_PARTICLES.has(word)) && !(isInitial(word) && word !== 'y'))
      return [at, 0.9];
    if (at < end - 1 && surname(word) && !isInitial(words[end - 1]!)) return [at, 0.8];
  }
  const middle = words.slice(1, end - 1);
  // Where Spanish and Portuguese are spoken two surnames are the rule; a middle name between is not.
  if (end === 3 && earliest === 1 && /^(?:es|pt)(?:[-_]|$)/i.test(lang) && !words.some(isInitial)) return [1, 0.65];
  const sure = middle.every((word, at) => isInitial(word) || isCjk(word) || (at === 0 && earliest > 1)) || isInitial(words[0]!);
  return [end - 1, sure ? 0.9 : 0.65];
}
