/** Which words of a line are dates: months as browsers call them, and "present" behind a dash, in the languages of profile pages. */
import { PRESENT } from '#lib/candidate/dates-words.ts';

import { fold } from './shape.ts';

const LANGUAGES =
  'en de fr es pt it ca nl pl cs sk sl hr sr ro hu fi et lv lt sv nb da is tr el ru uk bg id ms fil sq hi th ar fa he vi';

let months: ReadonlySet<string> | undefined;

/** With and without a day beside them: many languages inflect the month then. */
function monthNames(): ReadonlySet<string> {
  if (months) return months;
  const found = new Set<string>();
  for (const language of LANGUAGES.split(' ')) {
    for (const month of ['long', 'short'] as const) {
      for (const day of [{}, { day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { month, calendar: 'gregory', timeZone: 'UTC', ...day });
        for (let at = 0; at < 12; at += 1) {
          const part = format.formatToParts(Date.UTC(2024, at, 2)).find(({ type }) => type === 'month')?.value ?? '';
          for (const word of part.match(/[\p{L}\p{M}]+/gu) ?? []) found.add(fold(word));
        }
      }
    }
  }
  months = new Set([...found, 'sept', 'mrz', 'abril', 'juin', 'juil', 'luty', 'kwi', 'wrz', 'paz']);
  return months;
}

/** Signs that stand behind the numbers of a date, and small words within it. */
const SMALL =
  /^(?:年|月|日|년|월|일|г|гг|р|г\.|de|del|do|of|the|r|rok|roku|since|seit|depuis|desde|dal|sinds|od|sedan|siden|с|з|bis|a|au|al|ate|hasta|до)$/u;

/** Only in a line with a number in it: "May" alone may be somebody. */
export const isDateWord = (word: string): boolean => {
  const folded = fold(word);
  return SMALL.test(folded) || monthNames().has(folded);
};

const OPEN_END =
  /(?:[-–—−~〜～]|\s(?:to|bis|a|à|au|al|até|hasta|tot|do|по|til)\s)\s*([^\p{Nd}·•∙|(（]{2,32}?)\s*(?=$|[·•∙|(（\p{Nd}])/gu;

/** Where in a line "Present" stands, in whichever language, as pairs of beginning and end. */
export function openEnds(line: string): [start: number, end: number][] {
  if (!/\p{Nd}/u.test(line)) return [];
  return [...line.matchAll(OPEN_END)].flatMap((match): [number, number][] => {
    const words = match[1] ?? '';
    const start = match.index + match[0].indexOf(words);
    return PRESENT.test(fold(words)) && words.split(/\s+/).length <= 4 ? [[start, start + words.length]] : [];
  });
}
