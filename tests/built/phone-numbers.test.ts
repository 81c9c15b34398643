/** The numbering plans are built in without how each country prints its numbers: that must not change which numbers are found. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';

import { toE164 } from '#lib/candidate/phone-numbers.ts';

import { built, pathsOf } from './folder.ts';

/** As a page may print it: whole, as it is dialled at home, with a digit too few and too many, with an extension. */
const printed = (country: (typeof countries)[number]): string[] => {
  const example = getExampleNumber(country, examples);
  if (!example) throw new Error(`no example for ${country}`);
  const [national, home] = [example.nationalNumber, example.formatNational()];
  const code = getCountryCallingCode(country);
  return [
    `+${code}${national}`,
    `00${code} ${national}`,
    home,
    national,
    home.slice(0, -1),
    `${home}1`,
    `${home} ext. 12`,
    `0${national}`,
  ];
};
const countries = getCountries();

test('the build finds the numbers that the whole plans find', { timeout: 20_000 }, async () => {
  const [chunk = ''] = pathsOf(built('chrome'), /^chunks\/phone-numbers-/);
  const file = pathToFileURL(resolve(import.meta.dirname, '../../.output/chrome-mv3', chunk)).href;
  const shipped = (await import(/* @vite-ignore */ file)) as { toE164: typeof toE164 };
  const found = (by: typeof toE164) =>
    countries.map((country) => [country, ...printed(country).flatMap((text) => [by(text, country), by(text, undefined)])]);
  expect(found(shipped.toE164)).toEqual(found(toE164));
  // Whole numbers are numbers, or nothing would be compared with nothing.
  expect(countries.filter((country) => !toE164(printed(country)[0] ?? '', undefined))).toEqual([]);
});
