/**
 * Countries by the names that people give them: in the page's language, in English, and in the country's own, all of which the
 * browser knows; only what it calls otherwise than people do stands here.
 */
const ALIASES: Record<string, string> = {
  US: 'usa|us|united states of america|america|the states|estados unidos|etats unis|eeuu|ee uu|eua|stany zjednoczone',
  GB: 'uk|england|scotland|wales|northern ireland|great britain|britain',
  AE: 'uae|emirates|الامارات|الإمارات',
  CZ: 'czech republic|ceska republika',
  NL: 'holland|netherlands',
  KR: 'korea|republic of korea|한국',
  TR: 'turkey|turkiye',
  HK: 'hong kong|hong kong sar|香港',
  MO: 'macau|macao|澳门|澳門',
  CN: 'pr china|prc|mainland china|peoples republic of china',
  RU: 'russian federation|рф',
  MK: 'macedonia',
  MM: 'burma|myanmar',
  CI: 'ivory coast|cote divoire',
  CV: 'cape verde',
  SZ: 'swaziland',
  CD: 'dr congo|drc|democratic republic of the congo',
  PS: 'palestine',
  IE: 'republic of ireland|eire',
  CH: 'suisse|svizzera|switzerland',
  BE: 'belgique|belgie',
  SA: 'ksa|kingdom of saudi arabia',
  ZA: 'rsa',
  IN: 'bharat',
  TW: '台灣|台湾',
  BA: 'bosnia|bih',
  MD: 'moldova',
};

/** The browser has names for these as well, and nobody lives there. */
const NO_COUNTRY = /^(?:A[CQ]|CP|CQ|DG|E[AUZ]|IC|QO|TA|U[MN]|X[AB]|ZZ|BV|HM|TF|GS|IO)$/;

/** Lower case, without accents, dots and the article. */
export const foldPlace = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0309\u030a-\u036f.’'`]/g, '')
    .normalize('NFC')
    .replace(/&/g, 'and')
    .replace(/[-\s]+/g, ' ')
    .replace(/^the /, '')
    .trim();

const namesIn = (lang: string): Intl.DisplayNames | undefined => {
  try {
    return new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
  } catch {
    // What a page states for its language may be none.
    return undefined;
  }
};

let codes: Set<string> | undefined;
/** Every code with a name, without those that have been replaced (`SU`, `UK`). */
function allCodes(): Set<string> {
  if (codes) return codes;
  const english = namesIn('en');
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  codes = new Set(
    pairs.filter((code) => !NO_COUNTRY.test(code) && english?.of(code) && new Intl.Locale(`und-${code}`).region === code),
  );
  return codes;
}

type Names = Map<string, string>;
const known = new Map<string, Names>();
function remembered(key: string, make: () => Names): Names {
  const names = known.get(key) ?? make();
  known.set(key, names);
  return names;
}

const inLanguage = (lang: string): Names =>
  remembered(lang, () => {
    const names = namesIn(lang);
    return new Map(names && Array.from(allCodes(), (code) => [foldPlace(names.of(code) ?? ''), code] as const));
  });

/** Each country in the language that most people there speak. */
const inTheirOwn = (): Names =>
  remembered('own', () => {
    const own = (code: string) => namesIn(new Intl.Locale(`und-${code}`).maximize().language)?.of(code) ?? '';
    return new Map(Array.from(allCodes(), (code) => [foldPlace(own(code)), code] as const));
  });

const aliases = (): Names =>
  remembered(
    'alias',
    () => new Map(Object.entries(ALIASES).flatMap(([code, names]) => names.split('|').map((name) => [name, code]))),
  );

/**
 * @param lang of the page, mostly BCP 47.
 * @returns ISO 3166 alpha-2, for a name; a bare code says too little ("CA", "IN", "DE" are also states).
 */
export function countryOf(text: string, lang: string): string | undefined {
  const name = foldPlace(text);
  if (!name) return undefined;
  return aliases().get(name) ?? inLanguage(lang || 'en').get(name) ?? inLanguage('en').get(name) ?? inTheirOwn().get(name);
}

export const isCountryCode = (text: string): boolean => allCodes().has(text);
