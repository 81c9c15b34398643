/** Which word, number and id stands for which on one page: the same one everywhere, so that a name and its address still agree. */
import { asciiDigits, drawDigits, drawing, drawLike, dressed, fold, inScriptOf, lettersOf } from './shape.ts';
import { isLabelWord, isStructureWord } from './words.ts';

export interface Dictionary {
  /** A run of letters, or of letters and digits. */
  word(original: string): string;
  /** A run of digits. Up to three of them count something and stay, unless `every`. */
  number(original: string, every?: boolean): string;
  /** A telephone number with its country, as digits: one that some country's plan knows. */
  phone(digits: string): string;
  /** An id that says what it is: `did:plc:…` stays one, and an ORCID iD keeps a check digit that is right. */
  marked(original: string): string;
  /** LinkedIn's 39 characters: the layout stays, and the member number in it is nobody's. */
  profileId(original: string): string;
  /** Words of the person's own name or handle: never kept, whatever else they mean. */
  isPersonal(word: string): boolean;
}

export const PROFILE_ID = /A[CE][A-Za-z]AA[\w-]{34}/;
/** Ids that are told by their form. */
export const MARKED = /did:plc:[a-z2-7]{24}|(?<!\d)\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\dX])/;
const MEMBER = /urn(?::|%3A)li(?::|%3A)member(?::|%3A)(\d+)|data-member-id="(\d+)"/gi;
/** Above any number that LinkedIn has given: about 1.4 thousand million in 2026. */
const NOBODYS = 4_000_000_000;

const PHONE = /\+\(?\d[\d\s().\-–/\u00a0]{6,}\d/g;
/** Beginnings behind which every number is a mobile's, by how many digits there are in all. */
const PLANS: Record<number, string> = { 10: '474', 11: '4672', 12: '4475', 13: '49151' };
/** Said of a name, and no part of it. */
const TITLES = new Set('dr prof mr mrs ms phd md mba msc bsc'.split(' '));
/** A name and the counter behind it that an address has when there are several. */
const COUNTED = /^(\p{L}[\p{L}\p{M}]{2,})(\p{Nd}{1,3})$/u;
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
/** "Müller" as addresses have it. */
const inAscii = (word: string): string => word.replace(/[äöüß]/gi, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);

const isYear = (digits: string): boolean => /^(?:19|20|2[45])\d\d$/.test(digits);

/** @param source all that the page says, in every spelling: nothing drawn may be something that was there. */
export function dictionaryOf(source: string, personal: readonly string[], seed: number): Dictionary {
  const draw = drawing(seed);
  // Each once before anything else is done with it: a list repeats its words thousands of times.
  const found = (pattern: RegExp): string[] => [...new Set(source.match(pattern))];
  const taken = new Set(found(/[\p{L}\p{M}]+|[\p{L}\p{M}\p{Nd}]+/gu).map(fold));
  const takenNumbers = new Set(found(/\p{Nd}{4,}/gu).map(asciiDigits));
  const umlauted = new Map(found(/\p{L}*[äöüß]\p{L}*/giu).map((word) => [fold(inAscii(word)), word]));
  const names = new Set(
    personal
      .flatMap((text) => fold(text).match(/[\p{L}\p{M}]{2,}|[\p{L}\p{M}\p{Nd}]{2,}/gu) ?? [])
      .filter((word) => !TITLES.has(word)),
  );
  const words = new Map<string, string[]>();
  const numbers = new Map<string, string>();
  const ids = new Map<string, string>();
  const years = yearShift(new Set(found(/(?<![\p{L}\p{Nd}])\d{4}(?![\p{L}\p{Nd}])/gu)));

  const holdsNumber = (word: string): boolean => (word.match(/\d{4,}/g) ?? []).some((digits) => takenNumbers.has(digits));
  const isFree = (word: string): boolean =>
    !taken.has(word) && !holdsNumber(word) && !isLabelWord(word) && !isStructureWord(word);
  function drawWord(folded: string): string[] {
    let drawn = drawLike(draw, folded);
    // Of one or two letters there are not enough for everybody.
    for (let tries = 0; tries < (folded.length > 2 ? 200 : 8) && !isFree(drawn.join('')); tries += 1)
      drawn = drawLike(draw, folded);
    taken.add(drawn.join(''));
    return drawn;
  }
  function fresh(digits: string, begin = ''): string {
    const drawOne = () => begin + drawDigits(draw, digits).slice(begin.length);
    let drawn = drawOne();
    for (let tries = 0; tries < 50 && takenNumbers.has(drawn); tries += 1) drawn = drawOne();
    takenNumbers.add(drawn);
    return drawn;
  }
  const memberNumber = (digits: string): string => {
    const known = numbers.get(digits) ?? String(NOBODYS + draw.below(290_000_000));
    numbers.set(digits, known);
    return known;
  };
  for (const [, plain, attribute] of source.matchAll(MEMBER)) memberNumber(plain ?? attribute ?? '');
  for (const [id] of source.matchAll(new RegExp(PROFILE_ID, 'g'))) {
    const bytes = bytesOf(id);
    if (!ids.has(id))
      ids.set(
        id,
        idOf(id, bytes, Number(memberNumber(String(memberIn(bytes)))), () => draw.below(256)),
      );
  }

  function phone(digits: string): string {
    const known = numbers.get(digits) ?? fresh(digits, PLANS[digits.length] ?? '');
    numbers.set(digits, known);
    return known;
  }
  for (const text of found(PHONE)) phone(text.replace(/\D/g, ''));

  function word(original: string): string {
    const composed = original.normalize('NFC');
    const folded = fold(composed);
    const [, name, counter = ''] = COUNTED.exec(composed) ?? [];
    if (name && taken.has(fold(name))) return word(name) + counter;
    const printed = umlauted.get(folded);
    if (printed && fold(printed) !== folded) return dressed(lettersOf(inAscii(word(printed.toLowerCase()))), composed);
    // A few letters are two without their case or accent; then every spelling is a word of its own.
    const key = lettersOf(folded).length === lettersOf(composed).length ? folded : composed;
    let drawn = words.get(key);
    if (!drawn) words.set(key, (drawn = drawWord(key)));
    return dressed(drawn, composed);
  }

  return {
    word,
    phone,
    marked: (original) =>
      original.startsWith('did:')
        ? `did:plc:${word(original.slice(8))}`
        : checked(word(`${original.replace(/\D/g, '')}orcid`), original),
    number(original, every = false) {
      const digits = asciiDigits(original);
      const known = numbers.get(digits);
      if (known) return known.length === digits.length ? inScriptOf(known, original) : known;
      if (digits.length < 4 && !every) return original;
      const drawn = isYear(digits) && !every ? String(Number(digits) - years) : fresh(digits);
      if (digits.length >= 4) numbers.set(digits, drawn);
      return inScriptOf(drawn, original);
    },
    profileId: (original) => ids.get(original) ?? original.replace(/[^-_]/g, 'A'),
    isPersonal: (word) => names.has(fold(word)),
  };
}

/** ISO 7064 mod 11-2 over fifteen digits, in the groups that an ORCID iD is written in. @param drawn any digits, many enough. */
function checked(drawn: string, model: string): string {
  const digits = `00000009${drawn.replace(/\D/g, '').padEnd(15, '7').slice(3, 10)}`;
  let total = 0;
  for (const digit of digits) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  const all = `${digits}${check === 10 ? 'X' : check}`;
  return all === model.replaceAll('-', '') ? model.replace(/\d/g, '0') : (all.match(/.{4}/g) ?? []).join('-');
}

/** How many years everything happened earlier: as few as make every year another one than was there. */
function yearShift(numbers: ReadonlySet<string>): number {
  const years = [...numbers].filter(isYear).map(Number);
  for (let shift = 7; shift < 90; shift += 1) {
    if (years.every((year) => !numbers.has(String(year - shift)) && isYear(String(year - shift)))) return shift;
  }
  return 7;
}

const bytesOf = (id: string): number[] =>
  lettersOf(atob(id.replaceAll('-', '+').replaceAll('_', '/').padEnd(40, '='))).map((byte) => byte.charCodeAt(0));
const memberIn = (bytes: number[]): number =>
  (bytes[4] ?? 0) * 2 ** 24 + (bytes[5] ?? 0) * 2 ** 16 + (bytes[6] ?? 0) * 256 + (bytes[7] ?? 0);

/** The type tag in front stays, the number is the one given, and the opaque rest is drawn. */
function idOf(id: string, bytes: number[], member: number, byte: () => number): string {
  const number = [24, 16, 8, 0].map((shift) => Math.floor(member / 2 ** shift) % 256);
  const made = bytes.map((old, at) => (at < 4 || at === 8 ? old : (number[at - 4] ?? byte())));
  const text = btoa(String.fromCharCode(...made))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return text.slice(0, 3) === id.slice(0, 3) ? text : id.slice(0, 3) + text.slice(3);
}
