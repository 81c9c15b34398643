/**
 * One spelling for words that people type in several: case, accents and costume gone. What is written with two letters where
 * there is no umlaut becomes one, so that Müller, Mueller and Muller meet; that Michael becomes `michal` on both sides hurts nobody,
 * since what is compared by this is a hint and never a proof.
 */
const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', æ: 'a', œ: 'o', þ: 'th' };

const withoutPairs = (text: string): string => text.replace(/[aou]e|aa/g, (pair) => pair.charAt(0));

/**
 * Whether it has the letters of ASCII only. An expression about letters of every script takes a worker out of sleep a millisecond to
 * make ready; most texts need none.
 */
// oxlint-disable-next-line no-control-regex
export const isPlain = (text: string): boolean => /^[\0-\x7F]*$/.test(text);

const foldPlain = (text: string): string =>
  withoutPairs(text.toLowerCase().replace(/['`.]/g, ''))
    .replace(/[^a-z\d]+/g, ' ')
    .trim();

const foldAny = (text: string): string =>
  withoutPairs(
    text
      .normalize('NFKD')
      .toLowerCase()
      // Apostrophes and dots are within words: O'Brien, J.P.; not those signs by which scripts of their own write a letter.
      .replace(/[\u0300-\u036f'’‘ʼ`´.]/g, '')
      .normalize('NFC')
      .replace(/[ßøłđðıæœþ]/g, (letter) => LETTERS[letter] ?? letter),
  )
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Letters and digits of any script, in words that single spaces part. */
export const fold = (text: string): string => (isPlain(text) ? foldPlain(text) : foldAny(text));

export const words = (text: string): string[] => fold(text).split(' ').filter(Boolean);
