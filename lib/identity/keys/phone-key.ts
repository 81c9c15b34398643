/**
 * Telephone numbers as they are compared: without the numbering plans of the world, which weigh more than the whole worker. Half of
 * what people type has no country code, so the key is the number within the country; where both sides say a country, it must be
 * the same one (`samePhone`). A number proves something only together with the name.
 */
import { western } from '#lib/candidate/digits.ts';

import type { Key } from '../keys.ts';

export interface PhoneNumber {
  /** Digits, without what is dialled in front of it at home. */
  national: string;
  /** Its calling code. */
  country?: string;
}

/** Calling codes of one and two digits; every other one has three. (ITU-T E.164.) */
const SHORT_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/** No number within a country is longer, but for a few that begin with the zero that is dialled at home. */
const LONGEST_NATIONAL = 11;
/** A shorter number is one of a town or a company, and says nothing by itself. */
const SHORTEST = 7;

/** Behind a number: the line within a company. */
const EXTENSION = /[\s,;(]*(?:ext(?:ension)?|x|#|доб|wew|durchwahl|poste|anexo|ramal|int)[.:=\s]*\d{1,6}\D*$/iu;
const YEARS = /^\d{4}\s*[-–/.]\s*\d{4}$/;
/** With its country's code. */
const LONGEST = 15;

/** The first number in a field, without words around it. Some write two there, with a slash between them. */
function printedIn(text: string): string | undefined {
  const found = /\+?\(?\d[\d\s().\-–/]{4,}\d/.exec(western(text).replace(EXTENSION, '').replace('(0)', ''))?.[0];
  const one = found && found.replace(/\D/g, '').length > LONGEST ? found.split('/', 1)[0]!.trim() : found;
  return one === undefined || YEARS.test(one) || one.replace(/\D/g, '').length > LONGEST ? undefined : one;
}

/** Without the zeros that are dialled at home; of eleven digits the 1 of North America and the 7 or 8 of Russia, too. */
const within = (digits: string): string => digits.replace(/^0+/, '').replace(/^(?:1(?=[2-9]\d{9}$)|[78](?=\d{10}$))/, '');

function international(digits: string): PhoneNumber {
  const country = SHORT_CODE.exec(digits)?.[0] ?? digits.slice(0, 3);
  return { national: within(digits.slice(country.length)), country };
}

export function phoneOf(text: string): PhoneNumber | undefined {
  const printed = printedIn(text);
  if (printed === undefined) return undefined;
  const digits = printed.replace(/\D/g, '');
  // 00 is dialled for a plus nearly everywhere, 011 in North America, where nothing so long begins with it.
  const dialled = printed.startsWith('+') ? '' : /^(?:00|011(?=\d{10}))/.exec(digits)?.[0];
  const number =
    dialled !== undefined || (digits.length > LONGEST_NATIONAL && !digits.startsWith('0'))
      ? international(digits.slice(dialled?.length ?? 0))
      : { national: within(digits) };
  return number.national.length < SHORTEST ? undefined : number;
}

export const phoneKey = (text: string): Key | undefined => {
  const number = phoneOf(text);
  return number && `phone ${number.national}`;
};

export function samePhone(one: string, other: string): boolean {
  const [first, second] = [phoneOf(one), phoneOf(other)];
  if (!first || first.national !== second?.national) return false;
  return first.country === undefined || second.country === undefined || first.country === second.country;
}
