/**
 * Which lines are dates, by their shape: a year, and months as the browser itself calls them in the page's language. What the
 * dates *mean* is worked out outside of the page.
 */
// A length of time may be glued to the year: "Dec 20221 yr".
const YEAR = /(?<!\p{Nd})[12\u0661\u0662\u06f1\u06f2\u0967\u0968\u0e51\u0e52\uff11\uff12]\p{Nd}{3}(?!\p{Nd}(?!\s*\p{L}))/u;
const hasYear = (text: string): boolean => YEAR.test(text);

/** How long it lasted follows the dates, behind a dot or in brackets. */
const bare = (line: string): string => line.split(/\s*[·•∙|(（]/, 1)[0]!.trim();

const SEPARATORS = [
  /\s*[–—−~〜～→]\s*/,
  /\s+-\s*|\s*-\s+/,
  /\s+(?:to|until|bis|au?|à|al|até|hasta|tot|do|till?|до|по|حتى|إلى)\s+|\s*(?:至|到|から|부터)\s*/i,
  // A bare hyphen, but not the one inside 2021-07 or Jul-2021.
  /(?<=[\d年月])-(?=\D|\d{4}(?!\d)|\d\d\/|(?:1[3-9]|[2-9]\d)(?!\d))/,
];

function sides(text: string): [string, string] | undefined {
  for (const separator of SEPARATORS) {
    const match = separator.exec(text);
    if (match) return [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  }
  return undefined;
}

/** Months are inflected and shortened; their first three letters stay. */
const start = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').slice(0, 3);

const known = new Map<string, Set<string>>();
function months(lang: string): Set<string> {
  let found = known.get(lang);
  if (!found) known.set(lang, (found = new Set()));
  else return found;
  for (const tag of [lang, 'en']) {
    try {
      for (const month of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(tag, { month, calendar: 'gregory' });
        for (let at = 0; at < 12; at += 1) found.add(start(format.format(new Date(2024, at, 2))));
      }
    } catch {
      // What a page calls its language may be none.
    }
  }
  return found;
}

/** Words that are neither a month nor the small change of dates ("de", "г.", "năm"). */
const strange = (text: string, lang: string): number =>
  (text.match(/[\p{L}\p{M}'’]+/gu) ?? []).filter((word) => !/^\P{Lu}{1,4}$/u.test(word) && !months(lang).has(start(word))).length;

/** Whether a line is a range of dates and nothing else: "Jul 2021 - Present · 3 yrs". */
export function looksLikeRange(line: string, lang: string): boolean {
  // Most lines have no year in them, and are none.
  const text = bare(line);
  const both = text.length <= 60 && hasYear(text) ? sides(text) : undefined;
  if (!both) return false;
  const [left, right] = both;
  const odd = strange(left, lang);
  // "Jan - Mar 2021"
  if (!hasYear(left)) return hasYear(right) && odd + strange(right, lang) === 0 && /^\p{L}+\.?$/u.test(left);
  if (odd > 1 || /^[^\p{L}\p{N}]/u.test(left)) return false;
  if (hasYear(right)) return strange(right, lang) <= 4 - odd;
  if (/^(?:['’]?\d\d)?$/.test(right)) return true;
  // The word for "present", in any language, is short; and then the date before it must be plain.
  const [word = ''] = right.split(/\s*\d+\s*\p{L}/u, 1);
  return odd === 0 && !/\d/.test(word) && word.split(/\s+/).length <= 3 && right.length <= 24;
}

/** Whether a range goes on: no year stands right of the dash. `undefined` where there is no dash, or no date at all. */
export function isOngoing(line: string): boolean | undefined {
  const both = sides(bare(line));
  return both && hasYear(both[0]) ? !hasYear(both[1]) && !/^['’]?\d/.test(both[1]) : undefined;
}
