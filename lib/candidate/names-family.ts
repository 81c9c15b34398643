/** Where the family name begins in a name that is printed given name first. */
import { isCjk } from './names-cjk.ts';
import { hasPatronymic } from './names-order.ts';
import {
  DOUBLE_FIRST,
  DOUBLE_SECOND,
  HEIRS,
  IBERIAN_SURNAMES,
  NOBLE,
  PARTICLES,
  SERVANT,
  SMALL_PARTICLES,
  SUFFIXES,
} from './names-tables.ts';

const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[aeio])\u0301/g, '')
    .normalize('NFC');
const surname = (word: string): boolean => IBERIAN_SURNAMES.has(plain(word)) || /\p{L}{2}[eé]z$/u.test(word);

export const isInitial = (word: string): boolean =>
  /^\p{L}\.?$/u.test(word) && !isCjk(word) && !PARTICLES.has(word.toLowerCase());

export const isParticle = (word: string): boolean =>
  PARTICLES.has(word.toLowerCase().replace(/\.$/, '')) || PARTICLES.has(word.toLowerCase()) || SMALL_PARTICLES.has(word);

/** Mary by one of her names, and the like: first names that hold a particle. */
const LONG_FIRST =
  /^(?:mar[ií]a d(?:e|el|o|a|os|as)(?: l[ao]s?)? (?:[áa]ngeles|luz|carmen|pilar|rosario|dolores|mar|roc[ií]o|jes[uú]s|f[áa]tima|lourdes|gra[çc]as?|concei[çc][ãa]o|nazar[ée]|merced(?:es)?|sol|consuelo|anjos|socorro)|(?:juan|jo[ãa]o) de dios|nou?r (?:el|al)[ -]houda)(?=\s)/i;

/** Index of the first word of the family name, and how sure that is. For two words or more. */
export function familyStart(words: readonly string[], lang = ''): [number, number] {
  let end = words.length;
  while (end > 2 && (SUFFIXES.test(words[end - 1]!) || HEIRS.test(words[end - 1]!))) end -= 1;
  if (end === 2) return [1, 0.95];
  const double = DOUBLE_FIRST.has(words[0]!.toLowerCase()) && DOUBLE_SECOND.has(words[1]!.toLowerCase());
  const long = LONG_FIRST.exec(words.join(' '));
  const earliest = long ? long[0].split(' ').length : double || SERVANT.test(words[0]!) ? 2 : 1;
  for (let at = earliest; at < end; at += 1) {
    const word = words[at]!;
    if (/^[yei]$/.test(word) && at > 1) return [at - 1, 0.9];
    if (/^[dl]['’]\p{Lu}/u.test(word)) return [at, 0.9];
    if (at === end - 1) continue;
    if (isParticle(word) && !(isInitial(word) && word !== 'y')) return [at, 0.9];
    if (NOBLE.has(word.toLowerCase()) && isParticle(words[at + 1]!)) return [at, 0.9];
    if (SERVANT.test(word) && at === end - 2) return [at, 0.75];
    if (surname(word) && !isInitial(words[end - 1]!)) return [at, 0.8];
  }
  if (hasPatronymic(words)) return [2, 0.9];
  // Where Spanish and Portuguese are spoken two surnames are the rule; a middle name between is not.
  if (end > 2 && end < 5 && earliest === 1 && /^(?:es|pt)(?:[-_]|$)/i.test(lang) && !words.some(isInitial))
    return [end - 2, 0.65];
  const middle = words.slice(1, end - 1);
  const sure = middle.every((word, at) => isInitial(word) || isCjk(word) || (at === 0 && earliest > 1)) || isInitial(words[0]!);
  return [end - 1, sure ? 0.9 : 0.65];
}
