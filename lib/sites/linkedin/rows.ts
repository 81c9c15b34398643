/**
 * The rows of Experience and Education, by the shape of their lines and never by their number: employment type, dates and place
 * may each be missing, and the words are in the viewer's language.
 */
import { isRange, parseDate, parseRange } from '#lib/candidate/dates.ts';
import { stripWorkMode } from '#lib/candidate/places.ts';
import type { Education, Position } from '#lib/candidate/schema.ts';

export interface Row {
  lines: string[];
  description?: string | undefined;
}

/** An entry is one role, or (with `roles`) an employer over several. `logos` are the labels of its logo: "Acme logo". */
export interface Entry extends Row {
  roles: Row[];
  logos: string[];
}

/** The schema's `LONGEST_TEXT`; its file is not imported because zod would come along into the page. */
const LONGEST_TEXT = 20_000;
const MIDDOT = ' · ';

/** The index of the line with the dates, or -1; never the first line, which is what the row is called. */
const datesAt = (lines: string[], lang: string): number => lines.findLastIndex((line, at) => at > 0 && isRange(line, lang));

/**
 * A place and no sentence: short, no full stop at its end ("Washington, D.C." has one), no "and +3 skills",
 * and not "LinkedIn helped me get this job".
 */
function placeIn(line: string | undefined): string | undefined {
  const place = stripWorkMode(line ?? '');
  return !place || place.length > 90 || /\p{Ll}\.$|\+\s?\d|[!?]$|LinkedIn/u.test(place) ? undefined : place;
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

/** The roles that an entry stands for, first listed first. `labels` may name the employer: the top card does. */
export function positionsIn(entry: Entry, lang: string, labels: string[] = []): Position[] {
  const [first, second, third] = entry.lines;
  const at = datesAt(entry.lines, lang);
  if (!first || (at < 0 && !second && entry.roles.length === 0)) return [];
  const known = [...entry.logos, ...labels];
  // The head of an employer has a length of time and no dates; what is listed under dates is media.
  if (entry.roles.length === 0 || at > 0) {
    const place = placeIn(at < 0 ? third : entry.lines[at + 1]);
    const company = companyIn((at === 1 ? first : second) ?? '', known);
    // One line before the dates is the title, unless the logo says that it is the employer.
    if (at !== 1) return [position({ title: first, company, place }, at, entry, lang)];
    return [position(isNamed(company, entry.logos) ? { company, place } : { title: first, place }, at, entry, lang)];
  }
  const company = isNamed(first, entry.logos) || !/\d/.test(first) ? first : undefined;
  // The employer, then the whole time there, then (not always) the place of all roles.
  return entry.roles.flatMap((role) => {
    const dates = datesAt(role.lines, lang);
    const place = placeIn(dates < 0 ? undefined : role.lines[dates + 1]) ?? placeIn(third);
    const title = role.lines[0];
    return title && !isRange(title, lang) ? [position({ title, company, place }, dates, role, lang)] : [];
  });
}

function position(
  { title, company, place }: { title?: string | undefined; company?: string | undefined; place?: string | undefined },
  dates: number,
  row: Row,
  lang: string,
): Position {
  return {
    ...(title ? { title } : {}),
    ...(company ? { company } : {}),
    ...(dates < 0 ? {} : when(row.lines[dates] ?? '', lang)),
    ...(place ? { location: place } : {}),
    ...(row.description ? { description: row.description.slice(0, LONGEST_TEXT) } : {}),
  };
}

/** Dates of a role as they are kept: an end that is null means that the role goes on. */
export function when(text: string, lang: string): Pick<Position, 'start' | 'end' | 'current'> {
  const range = parseRange(text, lang);
  if (!range) return {};
  return {
    ...(range.start ? { start: range.start } : {}),
    ...(range.current ? { end: null } : range.end ? { end: range.end } : {}),
    current: range.current,
  };
}

/** School; then, if there, "Degree, Field"; then, if there, the years. */
export function educationIn(lines: string[], lang: string): Education | undefined {
  const [school, second] = lines;
  const isYears = (line: string) => isRange(line, lang) || /^\D{0,12}\d{4}\D{0,3}$/.test(line);
  const at = lines.findLastIndex(isYears);
  if (!school || at === 0) return undefined;
  return {
    school,
    ...(second !== undefined && at !== 1 ? studies(second) : {}),
    ...(at < 0 ? {} : years(lines[at] ?? '', lang)),
  };
}

/** LinkedIn joins the two with a comma; a line without one may be either, and is kept as the degree. */
function studies(line: string): Pick<Education, 'degree' | 'field'> {
  const [degree = '', ...field] = line.split(/\s*,\s+/);
  return { ...(degree ? { degree } : {}), ...(field.length > 0 ? { field: field.join(', ') } : {}) };
}

/** A year that stands alone is taken for the last one: graduates give that. */
export function years(line: string, lang: string): Pick<Education, 'start' | 'end'> {
  if (!isRange(line, lang)) {
    const end = parseDate(line, lang);
    return end ? { end } : {};
  }
  const { start, end } = when(line, lang);
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

/** "Show all 8 experiences" → 8, a bare "Show all" → true; of several the largest. `undefined` when nothing is said at all. */
export function countIn(labels: string[]): number | true | undefined {
  const said = labels.filter(Boolean);
  return said.length === 0 ? undefined : Math.max(...said.map((label) => Number(/\d+/.exec(label)?.[0] ?? 0))) || true;
}
