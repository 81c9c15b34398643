/**
 * What can be found of one page in another, however it is spelt: written apart from the anonymiser, so that it does not
 * overlook what that overlooks.
 */
const entity = (_whole: string, decimal: string | undefined, hex: string | undefined): string => {
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
};

const percent = (coded: string): string => {
  try {
    return decodeURIComponent(coded);
  } catch {
    return ' ';
  }
};

/** A source in every spelling that it may mean: entities, percent signs, escapes, once and twice. */
export function spellings(html: string): string {
  const entities = (text: string) =>
    text
      .replace(/&#(\d{1,7});|&#x([\da-f]{1,6});/gi, entity)
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&');
  const once = (text: string) => [
    entities(text),
    text.replace(/(?:%[\da-f]{2})+/gi, percent),
    text
      .replace(/\\u([\da-f]{4})/gi, (_whole, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
      .replace(/\\[nrt"\\/]/g, ' '),
  ];
  const all = [
    html.replace(/%[\da-f]{2}/gi, ' '),
    ...once(html),
    ...once(entities(html)).flatMap((text) => [text, ...once(text)]),
  ];
  // What is left of codes by now is not meant to be read.
  return all.map((text) => text.replace(/%[\da-f]{2}/gi, ' ').replace(/&\w+;/g, ' ')).join('\n');
}

export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i');

/** Words of three letters and more, and runs of letters and digits, as they are written. */
const wordsIn = (text: string): Set<string> => new Set(text.normalize('NFC').match(/[\p{L}\p{M}\p{Nd}]{3,}/gu) ?? []);

/** `AppHeader` is app and header, `HTMLElement` html and element. What has digits in it is an id, and one piece. */
const partsOf = (word: string): string[] =>
  /\p{Nd}/u.test(word)
    ? [plain(word)]
    : (word.match(/\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|[\p{L}\p{M}]+/gu) ?? []).filter((part) => part.length > 2).map(plain);

/** Words of one text that are in another as well, whatever their case and accents, but for those that may be. */
export function traces(before: string, after: string, mayStay: (part: string) => boolean): string[] {
  const both = (word: string) => [plain(word), ...partsOf(word)];
  const left = new Set([...wordsIn(after)].flatMap(both));
  return [...wordsIn(before)].filter(
    (word) =>
      !/^\p{Nd}*$/u.test(word) &&
      !partsOf(word).every(mayStay) &&
      !mayStay(plain(word)) &&
      both(word).some((part) => !mayStay(part) && left.has(part)),
  );
}

/** Of four digits and more; a short one within an id is a part of the id. */
export const numbersIn = (text: string): Set<string> =>
  new Set(text.match(/\p{Nd}{7,}|(?<![\p{L}\p{Nd}])\p{Nd}{4,}(?![\p{L}\p{Nd}])/gu) ?? []);
