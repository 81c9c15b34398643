/** Whether a text can be a person's name at all: pages put user names, slogans, page titles and companies in that place. */
import { cleanName } from './names-clean.ts';
import { isCjk } from './names-cjk.ts';
import { PARTICLES, SMALL_PARTICLES } from './names-tables.ts';

/** Words of page titles, sites and companies; one of them is enough. Folded to lower case. */
const NO_NAME =
  /(?:^|\s)(?:home|homepage|welcome|about|contact|blog|cv|resume|portfolio|website|index|page|profile|news|login|the|my|and|our|your|inc|llc|ltd|gmbh|ag|corp|company|labs?|studios?|solutions|software|systems|group|agency|university|institute|department|team|people|staff|services|robotics|shop|online|admin|editor|author|anonymous|guest)(?=\s|$)/i;

/** "jvance", "jane_doe", "j.doe7": how an account is called. */
export const isUserName = (text: string): boolean => /^@|^[\p{Ll}\d._-]+$/u.test(text.trim()) || /[\d_@]/.test(text);

/** For a text that stands where a name belongs: anything of up to six words that is no user name, address or sentence. */
export function mayBeName(text: string): boolean {
  const { words } = cleanName(text);
  if (words.length === 0 || words.length > 6 || text.length > 120) return false;
  return (
    !(words.length === 1 && isUserName(words[0]!)) &&
    !/[@<>=:/?!]|\d/.test(words.join(' ')) &&
    !/^(?:n\/?a|null|undefined|admin|anonymous)$/i.test(words.join(' '))
  );
}

/** For a text that might be anything, such as a page title: two to four capitalised words, none of which names a thing. */
export function isSurelyName(text: string): boolean {
  if (!mayBeName(text) || NO_NAME.test(text)) return false;
  const { words, familyFirst } = cleanName(text);
  // "Ciao, I'm Lucia" has the form of "Doe, Jane".
  if (familyFirst) return false;
  if (words.every(isCjk)) return words.join('').length <= 6 && words.join('').length > 1;
  if (words.length < 2 || words.length > 5) return false;
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}]/u.test(word) ||
      PARTICLES.has(word.toLowerCase()) ||
      SMALL_PARTICLES.has(word) ||
      /^(?:al|d|el)[-'’]/.test(word),
  );
}

/** The words of a name, folded for comparing: "Jané van Dam" → jane, van, dam. */
export const nameWords = (text: string): string[] =>
  cleanName(text).words.map((word) =>
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f.]/g, '')
      .normalize('NFC'),
  );

/** Whether two printed names can be one person's: they share a word of at least two letters, or the same script-bound name. */
export function sameName(one: string, other: string): boolean {
  const words = new Set(nameWords(one));
  return nameWords(other).some((word) => word.length > 1 && words.has(word));
}
