/** How hard a passphrase is to guess: a plain hint while it is typed, and one rule (the length) that must hold. */

export const SHORTEST = 12;

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

const WEAK_BELOW = 12;
const FAIR_BELOW = 20;

/**
 * Counts the letters that the one before them does not give away: of `aaaa`, `1234` and `dcba` that is one. It knows no words,
 * so it says `strong` of many a proverb; it is a hint, and the words beside it say so.
 */
export function strengthOf(passphrase: string): Strength {
  const codes = Array.from(passphrase.toLowerCase(), (letter) => letter.codePointAt(0) ?? 0);
  if (codes.length < SHORTEST) return 'short';
  const surprising = codes.filter((code, place) => Math.abs(code - (codes[place - 1] ?? -9)) > 1).length;
  // The same few letters again and again are as many as they are.
  const telling = Math.min(surprising, new Set(codes).size * 2);
  return telling < WEAK_BELOW ? 'weak' : telling < FAIR_BELOW ? 'fair' : 'strong';
}
