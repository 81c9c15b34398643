/** What an element prints, and whether that can be the value of a field at all. Runs inside the page. */
import { lines, tidy } from '#lib/sites/dom.ts';

import type { Part, TaughtField } from './schema.ts';

const ADDRESS = /[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/;
const NUMBER = /\+?\(?\d[\d\s().\u00a0\u2011/-]{5,24}\d/;
/** Printed beside names, and no value of any field: pronouns, degrees of connection, counts, a lone sign. */
const ASIDE =
  /^(?:\(?\p{L}{1,8}(?:\s*\/\s*\p{L}{1,8}){1,3}\)?|[·•]?\s*\d(?:st|nd|rd|th|\.|er|e|º)?\+?|[·•]?\s*[\d.,+\s]+(?:followers|following|connections|contacts)?)$/iu;
/** A site's own words where a value could stand, or stars in the place of one. */
const NO_VALUE = /^(?:contact info|message|connect|follow(?:ing)?|more|see more|show more|edit|-+|n\/a)$|\*{3}|•{3}/i;

const LONGEST: Record<TaughtField, number> = {
  fullName: 100,
  headline: 400,
  title: 200,
  company: 200,
  location: 150,
  emails: 400,
  phones: 400,
};

/** The lines that an element prints; of a button, too, where it is the element itself that was picked. */
export const linesOf = (element: Element): string[] =>
  element.localName === 'button' ? [...element.childNodes].flatMap(lines) : lines(element);

export const printed = (element: Element): string => linesOf(element).join(' ');

/** Has a word of two letters, or one sign of a script that needs no more, and is no aside. */
export const saysSomething = (text: string): boolean =>
  /\p{L}{2}|[\p{Script=Han}\p{Script=Hangul}]/u.test(text) && !ASIDE.test(text) && !NO_VALUE.test(text);

function partOf(element: Element, { line, separator, n = 0 }: Part): string {
  const all = linesOf(element);
  const whole = line === undefined ? all.join(' ') : (all[line] ?? '');
  if (separator === undefined) return whole;
  const pieces = whole.split(separator);
  return pieces.length > 1 ? tidy(pieces.at(n)) : '';
}

/** An address or a number is taken from where its link leads, else from among what is printed. */
function contactOf(element: Element, scheme: RegExp, shape: RegExp): string {
  const link = element.closest('a') ?? element.querySelector('a');
  const href = link?.getAttribute('href') ?? '';
  if (scheme.test(href)) return tidy(unescaped(href.replace(scheme, '').split('?', 1)[0] ?? ''));
  return shape.exec(printed(element))?.[0].trim() ?? '';
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The value of a field that stands in an element; `''` when what stands there cannot be one. */
export function valueIn(element: Element, field: TaughtField, part: Part = {}): string {
  if (field === 'emails') return contactOf(element, /^mailto:/i, ADDRESS);
  if (field === 'phones') return contactOf(element, /^(?:tel|sms):/i, NUMBER);
  const text = partOf(element, part);
  const fits = text.length <= LONGEST[field] && saysSomething(text) && !(field === 'fullName' && /[\d@]/.test(text));
  return fits ? text : '';
}
