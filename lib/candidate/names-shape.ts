/** Whether a text can be a person's name at all: pages put user names, slogans and addresses in that place. */
import { cleanName } from './names-clean.ts';

/** "jvance", "jane_doe", "j.doe7": how an account is called. */
const isUserName = (text: string): boolean => /^@|^[\p{Ll}\d._-]+$/u.test(text.trim()) || /[\d_@]/.test(text);

/** For a text that stands where a name belongs: anything of up to six words that is no user name, address or sentence. */
export function mayBeName(text: string): boolean {
  if (text.length > 120) return false;
  const { words } = cleanName(text);
  if (words.length === 0 || words.length > 6) return false;
  return (
    !(words.length === 1 && isUserName(words[0]!)) &&
    !/[@<>=:/?!]|\d/.test(words.join(' ')) &&
    !/^(?:n\/?a|null|undefined|admin|anonymous)$/i.test(words.join(' '))
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
