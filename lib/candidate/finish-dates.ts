/** From dates as a page prints them to dates as they are kept. */
import { isRange, parseDate, parseRange } from './dates.ts';
import { LONGEST_DATE } from './limits.ts';
import { stripWorkMode } from './places.ts';
import type { RawEducation, RawPosition } from './raw.ts';
import type { Education, Place, Position } from './schema.ts';

const cut = (text: string): string => text.slice(0, LONGEST_DATE);

type Span = Pick<Position, 'start' | 'end' | 'current'>;

export function toPosition(raw: RawPosition, lang: string, placeOf: (printed: string) => Place | undefined): Position {
  const { title, company, description, places = [] } = raw;
  const location = places.map((place) => stripWorkMode(cut(place))).find(Boolean);
  const place = placeIn(location ? [location, ...places] : places, placeOf);
  return {
    ...(title ? { title } : {}),
    ...(company ? { company } : {}),
    ...(raw.dates === undefined ? apart(raw, lang) : ranged(raw.dates, raw.current, lang)),
    ...(location ? { location } : {}),
    ...(place ? { place } : {}),
    ...(description ? { description } : {}),
  };
}

/** The place that is kept, and the way of working, which mostly stands behind it or where another place would. */
function placeIn([kept = '', ...others]: string[], placeOf: (printed: string) => Place | undefined): Place | undefined {
  const place = placeOf(kept);
  const mode = place?.mode ?? others.map((text) => placeOf(text)?.mode).find(Boolean);
  return mode ? { ...place, mode } : place;
}

/** An end that is null means that the role goes on. What the structure of the page says about that counts for more than words. */
function ranged(text: string, says: boolean | undefined, lang: string): Span {
  const range = parseRange(cut(text), lang);
  if (!range) return {};
  const current = says ?? range.current;
  return {
    ...(range.start ? { start: range.start } : {}),
    ...(current ? { end: null } : range.end ? { end: range.end } : {}),
    current,
  };
}

function apart({ start, end, current }: RawPosition, lang: string): Span {
  const [from, to] = [start && parseDate(cut(start), lang), end && parseDate(cut(end), lang)];
  return {
    ...(from ? { start: from } : {}),
    ...(to ? { end: to } : end === null ? { end: null } : {}),
    ...(current === undefined ? {} : { current }),
  };
}

export function toEducation(raw: RawEducation, lang: string): Education {
  const { school, degree, field } = raw;
  const { start, end } = raw.dates === undefined ? apart(raw, lang) : years(cut(raw.dates), lang);
  return {
    ...(school ? { school } : {}),
    ...(degree ? { degree } : {}),
    ...(field ? { field } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
  };
}

/** A year that stands alone is taken for the last one: graduates give that. */
function years(text: string, lang: string): Span {
  const range = parseRange(text, lang);
  if (range && (isRange(text, lang) || (range.start && range.end))) return range;
  const end = parseDate(text, lang);
  return end ? { end } : {};
}
