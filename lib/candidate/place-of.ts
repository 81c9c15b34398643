/**
 * What a printed place certainly says. By rules alone and without any list of the world's towns: a place that does not name its
 * country, as a joke does not, stays as it was printed. Loaded once a reading has a place.
 */
import { countryOf, foldPlace, isCountryCode } from './countries.ts';
import { LONGEST_DATE } from './limits.ts';
import { workModeOf } from './places.ts';
import type { Place } from './schema.ts';
import { countryOfCode, countryOfStateName, isPlainState } from './states.ts';

const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const SYMBOLS = /[\p{Extended_Pictographic}\p{So}\p{Cf}\ufe0f]/gu;
/** Two places are none: which of them it is, is not for us to say. */
const SEVERAL = /\s*[|↔→⇄➡+]\s*|\s+[/&]\s+|\p{L}\/\p{L}/u;
const BETWEEN = /\s*[,،、，;·•]\s*|\s+[-–—]\s+/u;

/** A city with what lies around it, as sites and people call that, in the languages of their interfaces; `$1` is the city. */
const AROUND: readonly RegExp[] = [
  /^greater (.+?)(?: (?:area|region|metropolitan area|metro area))?$/i,
  /^(.+?) (?:metropolitan (?:area|region)|metro(?:plex)?(?: area)?|(?:bay )?area|and surroundings)$/i,
  /^(.+?) (?:i|a) okolic[ea]$/i,
  /^(?:gro(?:ß|ss)raum|metropolregion|raum) (.+)$/i,
  /^(.+?) und umgebung$/i,
  /^(.+?) et (?:p[ée]riph[ée]rie|ses environs|environs)$/i,
  /^(?:r[ée]gion (?:de |d[’'])|grand )(.+)$/i,
  /^(?:[áa]rea|zona) metropolitana d[ei] (.+)$/i,
  /^(.+?) (?:y alrededores|e dintorni|e regi[ãa]o|en omgeving|og omegn|och omnejd|a okol[ií]|și împrejurimi|ve çevresi)$/i,
  /^(?:grande|gran|stor|groot|okol[ií])[ -](.+)$/i,
  /^(.+?)-området$/i,
  /^(.+?)(?:及周边(?:地区)?|都市圈|都市圏|周辺|지역)$/,
  /^(.+?) и окрестности$/i,
];

const cityOf = (part: string): { city: string; isAround: boolean } => {
  for (const shape of AROUND) {
    const city = shape.exec(part)?.[1];
    if (city) return { city, isAround: true };
  }
  return { city: part, isAround: false };
};

/** "10115 Berlin", "San Francisco, CA 94107", "London SW1A 1AA". */
const withoutPostcode = (part: string): string =>
  part
    .replace(/^(?:[A-Z]{1,2}-)?\d{4,6}\s+|\s+\d{4,6}(?:-\d{3,4})?$/g, '')
    .replace(/\s+[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/, '')
    .trim();

/** A few words of letters; a sentence, a number or an address is no town. */
const mayBeTown = (part: string): boolean =>
  part.length <= 50 && /^[\p{L}\p{M}\s.'’()-]+$/u.test(part) && part.split(/\s+/).length <= 5 && /\p{L}\.?\p{L}/u.test(part);

const filled = (place: Place): Place | undefined => (Object.keys(place).length > 0 ? place : undefined);

/** @param lang of the page, in which it may name the country. */
export function placeOf(printed: string, lang: string): Place | undefined {
  const whole = printed.slice(0, LONGEST_DATE);
  const flags = new Set(whole.match(FLAG));
  const text = whole
    .replace(FLAG, ' ')
    .replace(SYMBOLS, ' ')
    .replace(/^\s*(?:(?:currently )?(?:based|living|located|residing) in|from)\s+/i, '')
    .replace(/\s*[(（]([^()（）]*)[)）]\s*$/, ', $1')
    .trim();
  const parts: string[] = [];
  let mode: Place['mode'];
  for (const part of text.split(BETWEEN)) {
    const said = workModeOf(part);
    if (said) mode ??= said;
    else if (part.trim()) parts.push(withoutPostcode(part.trim()));
  }
  const how: Place = mode ? { mode } : {};
  if (SEVERAL.test(parts.join(', ')) || flags.size > 1) return filled(how);
  return filled({ ...how, ...(flags.size === 1 ? withFlag(parts, lang, [...flags][0]!) : fromParts(parts, lang)) });
}

function withFlag(parts: string[], lang: string, flag: string): Place {
  const code = Array.from(flag, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0x1f1e6 + 65)).join('');
  const place = fromParts(parts, lang);
  if (!isCountryCode(code) || (place.country && place.country !== code)) return place;
  return place.country || parts.length !== 1 ? { ...place, country: code } : { ...townOf(parts), country: code };
}

function fromParts(parts: string[], lang: string): Place {
  const last = parts.at(-1);
  if (last === undefined) return {};
  const before = parts.slice(0, -1);
  if (before.length === 0) return alone(last, lang);
  const town = foldPlace(cityOf(before[0]!).city);
  if (/^georgia$/i.test(last)) return georgia(before, last, town);
  const country = countryOf(last, lang);
  if (country) return { ...townOf(isNation(last) ? parts : before), country };
  const code = last.replaceAll('.', '');
  const ofState =
    countryOfStateName(foldPlace(last)) ??
    (/^[A-Z]{2,3}$/.test(code) ? countryOfCode(code, town, isCountryCode(code)) : undefined);
  if (!ofState) return {};
  return { ...townOf(ofState === code && isCountryCode(code) ? before : parts), country: ofState };
}

/** Parts of a country that people name in its place are its regions. */
const isNation = (text: string): boolean => /^(?:england|scotland|wales|northern ireland)$/i.test(text);

/** Of a name that is a country's and a state's, only a capital tells which. */
const georgia = (before: string[], last: string, town: string): Place =>
  countryOfCode('GE', town, true) === 'GE' && /^(?:tbilisi|batumi|kutaisi)/.test(town)
    ? { ...townOf(before), country: 'GE' }
    : { ...townOf([...before, last]) };

/** One part alone is a country, a state, or a city with what lies around it; any other word could be anything. */
function alone(text: string, lang: string): Place {
  if (/^georgia$/i.test(text)) return {};
  const country = countryOf(text, lang);
  if (country) return isNation(text) ? { region: text, country } : { country };
  const [, town, code] = /^(.+?)\s+([A-Z]{2,3})$/.exec(text.replaceAll('.', '')) ?? [];
  if (town && code && isPlainState(code)) {
    const ofState = countryOfCode(code, foldPlace(town), false);
    return { ...townOf([town, code]), ...(ofState ? { country: ofState } : {}) };
  }
  const ofState = countryOfStateName(foldPlace(text));
  // New York and Washington are cities and states.
  if (ofState) return /^(?:new york|washington)$/i.test(text) ? { country: ofState } : { region: text, country: ofState };
  const { city, isAround } = cityOf(text);
  return isAround && mayBeTown(city) ? { city } : {};
}

/** City first, region last; a part that only repeats the city says no more. */
function townOf(parts: readonly string[]): Place {
  const [first, ...others] = parts;
  if (first === undefined) return {};
  const { city } = cityOf(first);
  if (!mayBeTown(city)) return {};
  const region = others.findLast((part) => mayBeTown(part) && foldPlace(part) !== foldPlace(city));
  return { city, ...(region ? { region } : {}) };
}
