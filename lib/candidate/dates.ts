/** Dates and ranges as profile pages print them, in about thirty languages; as precise as the page and no more. */
import { BETWEEN, PRESENT, SINCE, fold, monthOf } from './dates-words.ts';
import { western } from './digits.ts';

export interface Range {
  /** `2021` or `2021-07`. */
  start?: string;
  /** Null when it goes on; absent when the page does not say. */
  end?: string | null;
  current: boolean;
}

const pad = (month: number): string => String(month).padStart(2, '0');
const valid = (month: number): boolean => month >= 1 && month <= 12;

interface Found {
  date: string;
  /** Words in it that are neither month nor the small change of dates. */
  strange: string[];
}

/** Year marks, articles and the like that surround dates: г., r., roku, de, del, of, the, år, rok, year signs. */
const SMALL_CHANGE =
  /^(?:desde|depuis|seit|dal|dall|sinds|vanaf|siden|sedan|sejak|jusqu|en|bis|zum|until|till|г|гг|год|года|году|р|року|r|rok|roku|r\.|de|del|di|d|of|the|in|im|w|v|в|у|an|anno|ano|ar|ev|yil|nam|thang|thg|m|y|th|st|nd|rd|since|from|c|ca|г\.|و|من|في|ה|ב|년|월|일|年|月|日|พศ|คศ|พ|ศ|ค|н|э|am|pm|h)$/u;

function find(raw: string, lang?: string): Found | undefined {
  let text = inCommonEra(fold(western(raw)).replace(/(?<=[\u0e00-\u0e7f])\./g, '')).replace(PARTS_OF_YEARS, ' ');
  const years = [...text.matchAll(/(?<!\d)(?:19|20|2[45])\d\d(?!\d)/g)].map((match) => Number(match[0]));
  let year = years.find((candidate) => candidate < 2100);
  if (year === undefined && /\p{Script=Thai}/u.test(text) && years[0]) {
    // The Buddhist era of Thai pages.
    year = years[0] - 543;
    text = text.replace(String(years[0]), String(year));
  }
  if (year === undefined) return undefined;
  const words = (text.match(/[\p{L}\p{M}']+/gu) ?? []).filter((word) => !SMALL_CHANGE.test(word));
  const named = words.map(
    (word, at) => monthOf(`${word} ${words[at + 1] ?? ''}`, lang) ?? monthOf(word.replace(/^ב/u, ''), lang),
  );
  const at = named.findIndex((month) => month !== undefined);
  // "Oct. 3, 2019": the word says which of the two is the month.
  const month = named[at] ?? numericMonth(text, year);
  return { date: month ? `${year}-${pad(month)}` : `${year}`, strange: words.filter((_, index) => index !== at) };
}

/** Quarters, terms and weeks, whose numbers are no months: "Q3/2021", "KW 12/2021", "3. Quartal 2021". */
const PARTS_OF_YEARS =
  /(?<![\p{L}\d])(?:(?:[qhs]|kw|cw|wk|week|vecka|uge|uke)\s?\d{1,2}|t[1-4](?=\s)|\d\.?\s?(?:q|quart\p{L}*|kwart\p{L}*|trim\p{L}*|semest\p{L}*|кварт\p{L}*|季度|분기))(?!\p{L})/gu;

/** Years as Japan and Taiwan count them (令和3年, 民國110年), and those of two digits behind their mark ('19). */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const inCommonEra = (text: string): string =>
  text
    .replace(/(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)/g, (_, era: string, year: string) =>
      String(ERAS[era]! + (year === '元' ? 1 : Number(year))),
    )
    .replace(/(?<!\d)'(\d\d)(?!\d)/g, (_, year: string) => `${Number(year) < 50 ? 20 : 19}${year}`);

interface NumericDates {
  after: RegExp;
  full: RegExp;
  before: RegExp;
}
/** By year, of which there are few: the same ones stand on every page. */
const numeric = new Map<number, NumericDates>();
function numericDates(year: number): NumericDates {
  const known = numeric.get(year);
  if (known) return known;
  const made = {
    after: new RegExp(`${year}\\s*(?:[-/.]|年|년)\\s*(\\d{1,2})(?!\\d)`),
    full: new RegExp(`(?<!\\d)(\\d{1,2})\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*${year}`),
    before: new RegExp(`(?<!\\d)(\\d{1,2})\\s*[-/.]\\s*${year}|(?:thang|thg)\\s*(\\d{1,2})\\D+${year}`),
  };
  numeric.set(year, made);
  return made;
}

/** The month beside the year in digits; 0 when it cannot be told from the day; `undefined` when there is none. */
function numericMonth(text: string, year: number): number | undefined {
  const shapes = numericDates(year);
  const after = shapes.after.exec(text);
  if (after && valid(Number(after[1]))) return Number(after[1]);
  const full = shapes.full.exec(text);
  if (full) {
    const [one, two] = [Number(full[1]), Number(full[3])];
    // 15.07.2021 and 07/15/2021 are clear; a full stop puts the day first everywhere; 07/06/2021 could be either.
    if (one > 12 || full[2] === '.') return valid(two) ? two : 0;
    return two > 12 && valid(one) ? one : 0;
  }
  const before = shapes.before.exec(text);
  const month = Number(before?.[1] ?? before?.[2] ?? 0);
  return valid(month) ? month : undefined;
}

/** "Jul 2021", "lipca 2021 r.", "2021年7月", "07/2021", "٢٠٢١" → `2021-07` or `2021`; nothing without a year. */
export const parseDate = (text: string, lang?: string): string | undefined => find(text, lang)?.date;

/** How long it lasted stands behind the dates, after a dot, in brackets or glued to them, or before ("2 Jahre, seit 2021"), and is never stored. */
const withoutDuration = (text: string): string =>
  western(text)
    .replace(/(?<!\d)((?:19|20)\d\d)(?=\d{1,2}\s*\p{L})/gu, '$1 ')
    .replace(/^\s*(?:\d+\s*\p{L}+\.?\s*){1,2},\s*(?=.*\d{4})/u, '')
    .split(/\s*[·•∙|]\s*/, 1)[0]!
    .replace(/\s*[(（][^)）]*[)）]?\s*$/, '')
    .trim();

const SEPARATORS = [
  /\s*[–—−~〜～→➔]\s*/,
  /\s+-\s*|\s*-\s+/,
  new RegExp(`\\s+(?:${BETWEEN})\\s+|\\s*(?:至|到|から|부터)\\s*`, 'iu'),
  // A bare hyphen, but not the one inside 2021-07 or Jul-2021.
  /(?<=\d)-(?=\D|\d{4}(?!\d)|(?:1[3-9]|[2-9]\d)(?!\d))|(?<=\d{4})-(?=\d{1,2}[/.]\d{4})|(?<=[年月日년월일])-/,
];
/** "between 2019 and 2021". */
const FROM_TO =
  /^(?:between|entre|zwischen|tra|fra|miedzy|mellan|mellem|tussen|между|між)\s+(.+?)\s+(?:and|et|y|e|und|og|och|en|i|и|та)\s+(.+)$/u;

function sides(text: string): [string, string] | undefined {
  const [, from, to] = FROM_TO.exec(fold(text)) ?? [];
  if (from && to) return [from, to];
  for (const separator of SEPARATORS) {
    const match = separator.exec(text);
    if (!match) continue;
    const right = text.slice(match.index + match[0].length);
    // 至今 is both the word between and the word for now.
    return [text.slice(0, match.index), right.startsWith('今') ? `至${right}` : right];
  }
  return undefined;
}

/** A duration may be glued to it: "nu2 år". */
const isPresent = (text: string): boolean =>
  PRESENT.test(
    fold(text)
      .replace(/^[\s(]+/, '')
      .replace(/(\p{L})(?=\d)/u, '$1 '),
  );

/** One year behind a word for "until", or in front of one for "onwards". */
const UNTIL = /^(?:until|till|up to|bis(?: zum)?|jusqu.?(?:en|a)?|hasta|ate|fino al?|tot|do|til|until|till|до|まで)\s/u;
const ONWARDS = /(?:\bonwards?|\band (?:on|later)|以降|以来|以來|起|이후|부터)\s*$/u;

/** "Present – 2021" of a list that counts back. "07/19 – 08/21": a month and a year, where both sides are. */
function inOrder(left: string, right: string, lang: string | undefined): [string, string] {
  if (isPresent(left) && !parseDate(left, lang) && parseDate(right, lang)) return [right, left];
  const short = [left, right].map((side) => /^(0?[1-9]|1[0-2])\s*[/.]\s*(\d\d)$/.exec(side.trim()));
  const whole = short.map((found) => (found ? `${found[1]}/${Number(found[2]) < 50 ? 20 : 19}${found[2]}` : undefined));
  if (whole[0] && (whole[1] || isPresent(right))) return [whole[0], whole[1] ?? right];
  return [left, right];
}

/** @returns nothing when the text names no year. What stands right of the dash without any digit means that it goes on. */
export function parseRange(text: string, lang?: string): Range | undefined {
  const bare = withoutDuration(text);
  const both = sides(bare);
  if (!both) {
    const said = fold(bare).trim();
    const date = parseDate(bare, lang);
    if (!date) return undefined;
    if (UNTIL.test(said)) return { end: date, current: false };
    return SINCE.test(said) || ONWARDS.test(said) ? { start: date, end: null, current: true } : { start: date, current: false };
  }
  const [left, right] = inOrder(...both, lang);
  const end = parseDate(right, lang);
  const year = end?.slice(0, 4);
  const start =
    parseDate(left, lang) ?? (year && monthOf(fold(left).trim(), lang) ? parseDate(`${left} ${year}`, lang) : undefined);
  if (!start) return end && !left.trim() ? { end, current: false } : undefined;
  if (end) return { start, end, current: false };
  const short = /^['’]?(\d\d)$/.exec(right.trim());
  if (short) return { start, end: `${start.slice(0, 2)}${short[1]}`, current: false };
  return /\d/.test(right) && !isPresent(right) ? { start, current: false } : { start, end: null, current: true };
}

/** Whether a line of text is a range of dates and nothing else ("Jul 2021 - Present · 3 yrs"), so that rows can be told apart. */
export function isRange(text: string, lang?: string): boolean {
  const bare = withoutDuration(text);
  const both = sides(bare);
  if (!both || bare.length > 60) return false;
  const [left, right] = both.map((side) => find(side, lang));
  const rightText = both[1].trim();
  if (!left) return Boolean(right) && right!.strange.length === 0 && monthOf(fold(both[0]).trim(), lang) !== undefined;
  if (left.strange.length > 1 || /^[^\p{L}\p{N}]/u.test(both[0])) return false;
  if (right) return right.strange.length <= 4 - left.strange.length;
  if (rightText === '' || isPresent(rightText) || /^['’]?\d\d$/.test(rightText)) return true;
  // An unknown language's word for "present" is short, and then the date before it must be plain.
  return left.strange.length === 0 && !/\d/.test(rightText) && rightText.split(/\s+/).length <= 3 && rightText.length <= 24;
}
