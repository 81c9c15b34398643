/**
 * Telephone numbers by the numbering plans of the world. Loaded only when a reading has a number: the plans weigh more than
 * everything else that a reading needs.
 */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/**
 * The number as the whole world dials it, or nothing when it is valid in no country that can be told.
 * @param region ISO 3166 alpha-2 of where the number is dialled without a country code; without it only `+…` says enough.
 */
export function toE164(printed: string, region: string | undefined): string | undefined {
  // Most of the world dials 00 where a plus is meant.
  for (const text of [printed, printed.replace(/^\s*00(?=[1-9])/, '+')]) {
    const found = parsePhoneNumberFromString(text, region as CountryCode | undefined);
    if (found?.isValid()) return found.number;
  }
  return undefined;
}
