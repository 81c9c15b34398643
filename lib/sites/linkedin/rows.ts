/**
 * The rows of Experience and Education, by the shape of their lines and never by their number: employment type, dates and place
 * may each be missing, and the words are in the viewer's language.
 */
import { LONGEST_TEXT } from '#lib/candidate/limits.ts';
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { isOngoing, looksLikeRange } from './range-shape.ts';

export interface Row {
  lines: string[];
  description?: string | undefined;
}

/** An entry is one role, or (with `roles`) an employer over several. `logos` are the labels of its logo: "Acme logo". */
export interface Entry extends Row {
  roles: Row[];
  logos: string[];
}

const MIDDOT = ' · ';

/** The index of the line with the dates, or -1; never the first line, which is what the row is called. */
const datesAt = (lines: string[], lang: string): number =>
  lines.findLastIndex((line, at) => at > 0 && looksLikeRange(line, lang));

/**
 * A place and no sentence: short, no full stop at its end ("Washington, D.C." has one), no "and +3 skills",
 * and not "LinkedIn helped me get this job". Behind a dot stands the way of working.
 */
export function placesIn(...lines: (string | undefined)[]): string[] {
  return lines.flatMap((line) => {
    const [place = ''] = (line ?? '').split(/\s+[·•]\s*|\s*[·•]\s+/, 1);
    return !place || place.length > 90 || /\p{Ll}\.$|\+\s?\d|[!?]$|LinkedIn/u.test(place) ? [] : [place];
  });
}

/**
 * The company of "Company · Full-time". A company may have the dot in its own name: a label that holds the whole line settles
 * it, and what has a digit or is long is no employment type.
 */
function companyIn(line: string, labels: string[]): string {
  const cut = line.lastIndexOf(MIDDOT);
  const tail = line.slice(cut + MIDDOT.length);
  const whole = cut < 0 || /\d/.test(tail) || tail.length > 40 || labels.some((label) => label.includes(line));
  return whole ? line : line.slice(0, cut).trim();
}

const isNamed = (text: string, labels: string[]): boolean => text !== '' && labels.some((label) => label.includes(text));

/** "3 yrs", "Full-time · 3 Jahre", "3年"; no "3M". */
const LENGTH = /(?:^|· ?)\p{Nd}+(?: \p{L}|\p{Lo})/u;

/** The roles that an entry stands for, first listed first. `labels` may name the employer: the top card does. */
export function positionsIn(entry: Entry, lang: string, labels: string[] = []): RawPosition[] {
  const [first = '', second = '', third] = entry.lines;
  const at = datesAt(entry.lines, lang);
  if (first ? looksLikeRange(first, lang) : entry.roles.length === 0) return [];
  // Without dates a row needs a second line; one that is a length of time is of an employer whose roles are not there.
  if (at < 0 && entry.roles.length === 0 && (!second || LENGTH.test(second))) return [];
  const known = [...entry.logos, ...labels];
  // The head of an employer has a length of time and no dates; what is listed under dates is media.
  if (first && (entry.roles.length === 0 || at > 0)) {
    const places = placesIn(at < 0 ? third : entry.lines[at + 1]);
    const company = companyIn(at === 1 ? first : second, known);
    // One line before the dates is the title, unless the logo says that it is the employer.
    if (at !== 1) return [position({ title: first, company, places }, at, entry)];
    return [position(isNamed(company, entry.logos) ? { company, places } : { title: first, places }, at, entry)];
  }
  // The employer, then the whole time there, then (not always) the place of all roles. Behind the time there is no other.
  const company = LENGTH.test(second) || !/\p{Nd}/u.test(first) ? first : '';
  return entry.roles.flatMap((role) => {
    const dates = datesAt(role.lines, lang);
    const places = placesIn(dates < 0 ? undefined : role.lines[dates + 1], third);
    const title = role.lines[0];
    return title && !looksLikeRange(title, lang) ? [position({ title, company, places }, dates, role)] : [];
  });
}

const position = (named: RawPosition, dates: number, row: Row): RawPosition =>
  filled({
    ...named,
    ...dated(row.lines[dates] ?? ''),
    description: row.description?.slice(0, LONGEST_TEXT),
  });

export const dated = (dates: string): RawPosition => ({ dates, current: isOngoing(dates) });

/** The row without what the page left empty. */
export const filled = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && String(value) !== '')) as T;

/** School; then, if there, "Degree, Field"; then, if there, the years. */
export function educationIn(lines: string[], lang: string): RawEducation | undefined {
  const [school, second] = lines;
  const at = lines.findLastIndex((line) => looksLikeRange(line, lang) || /^\D{0,12}\d{4}\D{0,3}$/.test(line));
  if (!school || at === 0) return undefined;
  return filled({ school, ...(at === 1 ? {} : studies(second ?? '')), dates: lines[at] });
}

/** LinkedIn joins the two with a comma; a line without one may be either, and is kept as the degree. */
export function studies(line: string): Pick<RawEducation, 'degree' | 'field'> {
  const [degree = '', ...field] = line.split(/\s*,\s+/);
  return { degree, field: field.join(', ') };
}

/** "Show all 8 experiences" → 8, a bare "Show all" → true; of several the largest. `undefined` when nothing is said at all. */
export function countIn(labels: string[]): number | true | undefined {
  const said = labels.filter(Boolean);
  return said.length === 0 ? undefined : Math.max(...said.map((label) => Number(/\d+/.exec(label)?.[0] ?? 0))) || true;
}
