/**
 * Whether a text can be a person's name at all, and whether two are one person's: enough to find out whom a page is about.
 * How the name is split, and whether it is one on a closer look, is worked out outside of the page, where the tables are.
 */

/** Words of page titles, sites and companies; one of them is enough. Folded to lower case. */
const NO_NAME =
  /(?:^|\s)(?:home|homepage|welcome|about|contact|blog|cv|resume|portfolio|website|index|page|profile|news|login|the|my|and|our|your|inc|llc|ltd|gmbh|ag|corp|company|labs?|studios?|solutions|software|systems|group|agency|university|institute|department|team|people|staff|services|robotics|shop|online|admin|editor|author|anonymous|guest)(?=\s|$)/i;

const ASIDES =
  /\([^()]*\)?|\[[^[\]]*\]?|（[^（）]*）?|【[^】]*】?|"[^"]*"|“[^”]*”|(?<=\s)['‘][^'’]+['’](?=\s|$)|#[\p{L}\p{N}_]+/gu;
const SYMBOLS = /(?![#*\d])[\p{Extended_Pictographic}\p{So}\p{Emoji_Presentation}\p{Regional_Indicator}\ufe0f]+/gu;
/** Mathematical letters are Latin letters in costume. */
const COSTUME = /[\u{1d400}-\u{1d7ff}]/u;
/** A slogan begins at a bar, a spaced dash, a spaced dot or slash. */
const SLOGAN = /\s*[|‖｜]\s*|\s+[-–—~/\\@·•∙]+(?:\s+|$)|[·•∙]\s+/u;
/** A capitalised word, or one of the small ones of surnames ("van der", "de la", "al-"). */
const IN_NAME =
  /^(?:[\p{Lu}\p{Lo}].*|(?:al|d|el)[-'’].*|v[ao]n|vom|de[rnls]?|del(?:la|l[eo])|de[gl]li?|dei|d[aiou]|d[ao]s|l[aeo]s?|[ae]l|bint?|ibn|ben|abu|zu[mr]?|a[fvp]|'[ts]|ma?c|st|te[rn]?|het|[eyió]|op|in|na|tot|auf|santa?|dal(?:la)?)$/u;
/** Titles and credentials, with their full stop or without: many people share them, so they would make two people one. */
const SHARED =
  /^(?:dr|prof|professor|m[rsx]s?|miss|sir|ing|mgr|ir|herr|frau|phd|mba|msc|bsc|md|llm|pmp|cpa|[js]r|ii+)$|\p{L}{2}\.$/iu;

const LONGEST = 120;

/** The words of a text that are a name, if it is one. */
function wordsOf(text: string): string[] {
  const name = text
    .slice(0, LONGEST)
    .normalize(COSTUME.test(text) ? 'NFKC' : 'NFC')
    .replace(ASIDES, ' ')
    .replace(SYMBOLS, ' ')
    .trim()
    .split(SLOGAN)
    .find((part) => /\p{L}/u.test(part));
  const [head = '', ...behind] = (name ?? '').split(/\s*[,،，、;]\s*/);
  // "Doe, Jane" is a name, "Jane Doe, Certified Coach" goes on after it.
  const all = (head.includes(' ') ? head : [head, ...behind].join(' ')).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const own = all.filter((word) => !SHARED.test(word.replace(/\.(?=\w)/g, '')));
  return own.length > 1 ? own : all;
}

const isCjk = (word: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー・･々]+$/u.test(word);

/** "jvance", "jane_doe", "j.doe7": how an account is called. */
const isUserName = (text: string): boolean => /^[\p{Ll}\d._-]+$/u.test(text) || /[\d_@]/.test(text);

/** For a text that stands where a name belongs: anything of up to six words that is no user name, address or sentence. */
export function mayBeName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = wordsOf(text);
  const whole = words.join(' ');
  if (words.length === 0 || words.length > 6 || (words.length === 1 && isUserName(whole))) return false;
  return !/[@<>=:/?!\d]/.test(whole) && !/^(?:n\/?a|null|undefined|admin|anonymous)$/i.test(whole);
}

/** For a text that might be anything, such as a page title: two to five capitalised words, none of which names a thing. */
export function isSurelyName(text: string): boolean {
  // "Ciao, I'm Lucia" has the form of "Doe, Jane".
  if (!mayBeName(text) || NO_NAME.test(text) || /^[^\s,،，、;]+\s*[,،，、;]/.test(text.trim())) return false;
  const words = wordsOf(text);
  const whole = words.join('');
  if (words.every(isCjk)) return whole.length <= 6 && whole.length > 1;
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word) => IN_NAME.test(word));
}

/** The words of a name, folded for comparing: "Jané van Dam" → jane, van, dam. */
export const nameWords = (text: string): string[] =>
  wordsOf(text).map((word) =>
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

/**
 * Whether two printed names are one person's: every word of the shorter is in the longer, or begins with its initial there.
 * Relatives and namesakes share a word, so that one is not enough.
 */
export function isOnePerson(one: string, other: string): boolean {
  const [short, long] = [nameWords(one), nameWords(other)].toSorted((a, b) => a.length - b.length) as [string[], string[]];
  const words = new Set(long);
  const isIn = (word: string) =>
    words.has(word) ||
    (word.length === 1 && long.some((full) => full.startsWith(word))) ||
    (words.has(word[0] ?? '') && short.length > 1);
  return short.length > 0 && short.every(isIn) && short.some((word) => word.length > 1 && words.has(word));
}
