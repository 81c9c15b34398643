/** Every word that people read comes from `_locales`, through here. The English file is the type: a missing key is a type error. */
import type messages from '../assets/public/_locales/en/messages.json';

import { browser } from '#lib/browser.ts';

export type TextKey = keyof typeof messages;
/** A key that exists as `<key>_one` and `<key>_other`. */
export type CountedKey = TextKey extends infer K ? (K extends `${infer Stem}_one` ? Stem : never) : never;

/** The browser's types know each key's own number of substitutions; here they are all texts. */
const lookUp = (key: string, substitutions: string[]): string => browser.i18n.getMessage(key as never, substitutions);

/** The text of a key, with `$1`, `$2`, … replaced. What is put in stays text: nothing here is ever parsed as markup. */
export const t = (key: TextKey, ...substitutions: (string | number)[]): string =>
  lookUp(
    key,
    substitutions.map((value) => (typeof value === 'number' ? count(value) : value)),
  );

/** The same for a counted thing: `$1` is the number, in the reader's digits. */
export const counted = (stem: CountedKey, number: number, ...substitutions: (string | number)[]): string => {
  const form = new Intl.PluralRules(language()).select(number) === 'one' ? 'one' : 'other';
  return t(`${stem}_${form}` as TextKey, number, ...substitutions);
};

/**
 * The language that the texts are in, which is not always the browser's: a browser in a language we do not speak shows English,
 * and English with foreign dates in it reads badly.
 */
export const language = (): string => lookUp('language', []) || 'en';

const count = (value: number): string => new Intl.NumberFormat(language()).format(value);
