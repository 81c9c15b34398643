/** What people read: letters by letters, digits by digits, and between them everything as it stood. */
import { authorityOf } from './address.ts';
import { MARKED, PROFILE_ID } from './dictionary.ts';
import { isDateWord, openEnds } from './dates.ts';
import { HOST, isServer } from './hosts.ts';
import { LABEL_PHRASES } from './label-phrases.ts';
import { UUID } from './markup.ts';
import type { Rewriter } from './rewriter.ts';
import { asciiDigits, fold, inScriptOf, lettersOf } from './shape.ts';
import { isLabelWord } from './words.ts';

const TAG = String.raw`<\/?(?:br|p|b|i|em|strong|ul|ol|li|div|span)\s*\/?>|&(?:amp|lt|gt|quot|apos|nbsp|middot|bull|ndash|mdash|hellip|copy);`;
const ADDRESS = String.raw`(?:https?|wss?|mailto|tel|urn):[^\s"'<>]+`;
const EMAIL = String.raw`[\p{L}\p{M}\p{Nd}._%+'-]+@(?:[\p{L}\p{M}\p{Nd}-]+\.)+[\p{L}\p{M}]{2,}`;
/** As people write a site down, with or without what follows; behind an `@` it is a handle. */
const DOMAIN = String.raw`(?<![\p{L}\p{Nd}.-])${HOST}(?:[\/?#][^\s"'<>]*)?`;
const DAY = String.raw`(?<!\p{Nd})(?:\p{Nd}{4}(?<by>[-\/.])\p{Nd}{1,2}(?:\k<by>\p{Nd}{1,2})?|\p{Nd}{1,2}(?<of>[-\/.])\p{Nd}{1,2}\k<of>\p{Nd}{4})(?!\p{Nd}|[-\/.]\p{Nd})`;
const CLOCK = String.raw`(?:T|(?<=\p{Nd}) )\p{Nd}{2}:\p{Nd}{2}(?::\p{Nd}{2})?(?:\.\p{Nd}+)?Z?`;
const YEARS = String.raw`(?<!\p{Nd})\p{Nd}{4}\s*[-–—\/]\s*\p{Nd}{4}(?!\p{Nd})`;
const LONG = String.raw`\+?\(?\p{Nd}[\p{Nd}\s().,\-–\/\u00a0٫٬]{4,}\p{Nd}|\p{Nd}{1,3}(?:[,.\u00a0\u202f’'٬ ]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+[.,]\p{Nd}{3,}`;
const MIXED = String.raw`(?=[\p{Script=Latin}_]*\p{Nd})(?=\p{Nd}*\p{Script=Latin})[\p{Script=Latin}\p{M}\p{Nd}]+`;
const PIECE = new RegExp(
  `${TAG}|(?<phrase>${LABEL_PHRASES})|(?<address>${ADDRESS})|(?<email>${EMAIL})|(?<domain>${DOMAIN})|(?<id>${PROFILE_ID.source})|(?<marked>${MARKED.source})|(?<uuid>${UUID.source})|(?<day>${DAY})|` +
    `(?<clock>${CLOCK})|(?<years>${YEARS})|(?<long>${LONG})|(?<mixed>${MIXED})|(?<digits>\\p{Nd}+)|(?<word>[\\p{L}\\p{M}]+)`,
  'giu',
);

const WORD = /[\p{L}\p{M}]+/gu;
/** "1.2K". */
const COUNT = /^\d{1,3}[km]$/i;
const DIGITS = /\p{Nd}+/gu;

export function textOf(rewriter: Rewriter, original: string, everyDigit = false): string {
  const { dictionary } = rewriter;
  if (everyDigit && !/[\p{L}\p{M}]/u.test(original)) return spread(rewriter, original);
  const present = openEnds(original);
  const isDated = /\p{Nd}/u.test(original);
  return original.replace(PIECE, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const index = rest.at(-3) as number;
    if (groups['phrase']) return phraseOf(rewriter, whole);
    if (groups['address']) return rewriter.shown(whole);
    // `@jane@mastodon.social` is a handle, and its host a site's own.
    if (groups['email']) return emailOf(rewriter, whole, original[index - 1] === '@');
    if (groups['domain']) return rewriter.shown(`//${whole}`).slice(2);
    if (groups['id']) return dictionary.profileId(whole);
    if (groups['marked']) return dictionary.marked(whole);
    if (groups['day']) return everyDigit ? spread(rewriter, whole) : dayOf(rewriter, whole);
    if (groups['clock']) return whole.replace(DIGITS, (digits) => '0912003456'.slice(0, digits.length));
    if (groups['years']) return whole.replace(DIGITS, (digits) => dictionary.number(digits));
    if (groups['long']) return longOf(rewriter, whole);
    if (groups['digits']) return dictionary.number(whole, everyDigit);
    if (groups['mixed'] && COUNT.test(whole)) return whole;
    if (groups['uuid'] || groups['mixed']) return isLabelWord(fold(whole)) ? whole : dictionary.word(whole);
    if (groups['word']) {
      const stays =
        isLabelWord(fold(whole)) || (isDated && isDateWord(whole)) || present.some(([from, to]) => index >= from && index < to);
      return stays && !dictionary.isPersonal(whole) ? whole : dictionary.word(whole);
    }
    return whole;
  });
}

/** A name comes before a phrase, though it be made of the same words. */
const phraseOf = ({ dictionary }: Rewriter, phrase: string): string => {
  const words = phrase.match(WORD) ?? [];
  return words.some((word) => dictionary.isPersonal(word)) ? phrase.replace(WORD, (word) => dictionary.word(word)) : phrase;
};

function emailOf(rewriter: Rewriter, email: string, isHandle: boolean): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at).replace(/[\p{L}\p{M}\p{Nd}]+/gu, (part) => wordOrNumber(rewriter, part));
  const host = authorityOf(rewriter, email.slice(at + 1));
  return `${local}@${isHandle || isServer(host) || host.endsWith('.example') ? host : `${host}.example`}`;
}

const wordOrNumber = ({ dictionary }: Rewriter, part: string): string =>
  /^\p{Nd}+$/u.test(part) ? dictionary.number(part, true) : dictionary.word(part);

/** The month stays a month; of the day only that it is one. */
const dayOf = ({ dictionary }: Rewriter, day: string): string =>
  day.replace(DIGITS, (digits) => {
    if (digits.length > 2) return dictionary.number(digits);
    const number = Number(asciiDigits(digits));
    return number <= 12 ? digits : inScriptOf(String(13 + ((number * 7) % 15)), digits);
  });

/** A phone number, an amount, or a list of short numbers that spells something. Years and days in a row are none of these. */
function longOf(rewriter: Rewriter, original: string): string {
  const groups = original.match(DIGITS) ?? [];
  if (groups[0] === original) return rewriter.dictionary.number(original);
  const isDates =
    !/^[+(]/.test(original) &&
    groups.some((group) => /^(?:19|20)\d\d$/.test(group)) &&
    groups.every((group) => (group.length === 4 ? /^(?:19|20)\d\d$/.test(group) : group.length < 3 && Number(group) < 32));
  if (isDates) return original.replace(DIGITS, (digits) => rewriter.dictionary.number(digits));
  return groups.join('').length < 4 ? original : spread(rewriter, original);
}

/** All digits as one number, each where one stood. */
function spread({ dictionary }: Rewriter, original: string): string {
  const all = (original.match(DIGITS) ?? []).join('');
  if (!all) return original;
  const made = lettersOf(/^\s*\+/.test(original) ? dictionary.phone(all) : dictionary.number(all, true)).slice(-all.length);
  return original.replace(/\p{Nd}/gu, () => made.shift() ?? '0');
}
