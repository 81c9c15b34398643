/** Names that are printed family name first, without a sign that says so: where the words themselves tell. */
import { isCjk, splitCjk } from './names-cjk.ts';
import { HUNGARIAN_GIVEN, ROMAN_SURNAMES, VIETNAMESE_SURNAMES } from './names-tables.ts';

export interface Order {
  /** How many words at the start are the family name. */
  family: number;
  confidence: number;
}

const PATRONYMIC = /\p{L}{2}(?:[оеё]вич|ьич|[оеё]вна|ична|инична|івна|ївна|[oey]vich|[oe]vna|yivna|ivna)$/iu;
const SON_OF = /^(?:o[gğ]lu|o[gğ]ly|qızı|k[iı]z[iı]|kyzy|ұлы|қызы|uly|оглы|кызы)$/i;
/** One syllable of a romanised Chinese or Korean name. */
const SYLLABLE = '(?:[bcdfghjklmnpqrstvwxyz]{0,3}[aeiouüöy]{1,3}(?:ng|n|k|l|m|p|r|t|h|i)?)';
const SYLLABLES = new RegExp(`^${SYLLABLE}{1,2}$`, 'i');
const HYPHENED = new RegExp(`^${SYLLABLE}-${SYLLABLE}$`, 'i');
/** Surnames that are given names, or words, in the rest of the world. */
const ALSO_GIVEN =
  /^(?:lee|kim|park|ma|he|ho|ye|su|han|song|sun|chung|wong|chan|lin|son|jo|ko|moon|oh|nam|tan|ng|yuan|lu|ding|pan|wei|shin|cho)$/i;

const isPage = (lang: string, ...codes: string[]): boolean => codes.includes(lang.toLowerCase().split(/[-_]/, 1)[0]!);
const small = (word: string | undefined): string => word?.toLowerCase().normalize('NFC') ?? '';

/** @returns nothing where the given name seems to stand first, as it mostly does. */
export function familyFirst(words: readonly string[], lang: string): Order | undefined {
  const [first, last] = [small(words[0]), small(words.at(-1))];
  return (
    vietnamese(words, first, last) ?? slavic(words) ?? hungarian(words, lang, first, last) ?? romanised(words, lang, first, last)
  );
}

/** "Nguyễn Văn An". */
function vietnamese(words: readonly string[], first: string, last: string): Order | undefined {
  const isMiddle = /^(?:v[aă]n|th[iị])$/i.test(words[1] ?? '') && words.length > 2;
  const isSurname =
    VIETNAMESE_SURNAMES.has(first) || (isMiddle && /^(?:tran|pham|le|vo|vu|bui|dang|do|ho|hoang|huynh|phan)$/.test(first));
  if (!isSurname || (VIETNAMESE_SURNAMES.has(last) && !isMiddle)) return undefined;
  const hasSigns = words.slice(1).some((word) => /[ăđơư]|[\u0300-\u0323]/u.test(word.toLowerCase().normalize('NFD')));
  return /[^a-z]/.test(first) || hasSigns || isMiddle || first === 'nguyen'
    ? { family: 1, confidence: isMiddle && hasSigns ? 0.8 : 0.65 }
    : undefined;
}

/** "Сидоров Иван Петрович", "Əliyev Vəli Həsən oğlu": the father's name stands last. */
function slavic(words: readonly string[]): Order | undefined {
  if (words.length > 2 && SON_OF.test(words.at(-1)!)) return { family: 1, confidence: 0.75 };
  if (words.length !== 3 || !PATRONYMIC.test(words[2]!) || PATRONYMIC.test(words[1]!)) return undefined;
  return { family: 1, confidence: 0.85 };
}

/** On a Hungarian page Hungarians stand family name first, and foreigners as at home. */
function hungarian(words: readonly string[], lang: string, first: string, last: string): Order | undefined {
  if (!isPage(lang, 'hu') || words.length > 4) return undefined;
  const [inFront, behind] = [HUNGARIAN_GIVEN.has(first), HUNGARIAN_GIVEN.has(last) || last.endsWith('né')];
  if (inFront && !behind) return undefined;
  const twoGiven = words.length === 3 && HUNGARIAN_GIVEN.has(small(words[1]));
  return { family: words.length > 2 && !twoGiven ? words.length - 1 : 1, confidence: behind && !inFront ? 0.85 : 0.5 };
}

/** "Kim Min-jun", "Zhang Wei": a surname in front and none behind. */
function romanised(words: readonly string[], lang: string, first: string, last: string): Order | undefined {
  if (words.length > 3 || !ROMAN_SURNAMES.has(first) || ROMAN_SURNAMES.has(last)) return undefined;
  const given = words.slice(1);
  if (given.length === 1 && HYPHENED.test(last)) return { family: 1, confidence: 0.75 };
  if (!given.every((word) => SYLLABLES.test(word))) return undefined;
  if (isPage(lang, 'ko', 'zh', 'ja')) return { family: 1, confidence: 0.65 };
  return ALSO_GIVEN.test(first) && given.length === 1 ? undefined : { family: 1, confidence: 0.6 };
}

/**
 * "Li Wei 李伟", "Minjun Kim 김민준": the other script says which of the words is the family name.
 * @param roman the words in Latin letters. @param native the others.
 */
export function orderByNative(roman: readonly string[], native: readonly string[]): Order | undefined {
  const family = splitCjk([...native]).lastName;
  if (!family || roman.length < 2 || !native.every(isCjk)) return undefined;
  const says = (word: string | undefined) => ROMAN_SURNAMES.get(small(word))?.includes(family) ?? false;
  const [inFront, behind] = [says(roman[0]), says(roman.at(-1))];
  if (inFront === behind) return undefined;
  return { family: inFront ? 1 : 0, confidence: 0.9 };
}

/** Whether the order of two such words cannot be told: both are surnames, or the first one mostly is. */
export const mayBeTurned = (words: readonly string[]): boolean =>
  words.length === 2 &&
  ROMAN_SURNAMES.has(small(words[0])) &&
  !/^(?:lee|kim|park|ma|he|ho|jo|moon|su|han|sun|song)$/i.test(words[0]!);

/** Whether the middle one of three is the father's name: "Иван Петрович Сидоров". */
export const hasPatronymic = (words: readonly string[]): boolean => words.length === 3 && PATRONYMIC.test(words[1]!);
