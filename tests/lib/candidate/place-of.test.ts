import { describe, expect, test } from 'vitest';

import { placeOf } from '#lib/candidate/place-of.ts';
import type { Place } from '#lib/candidate/schema.ts';

const PLACES: readonly (readonly [printed: string, lang: string, place: Place])[] = [
  // City, region and country, in the language of the page, in English and in the country's own.
  ['Oslo, Norway', 'en', { city: 'Oslo', country: 'NO' }],
  ['Oslo, Oslo, Norway', 'en', { city: 'Oslo', country: 'NO' }],
  ['Oslo, Norwegen', 'de', { city: 'Oslo', country: 'NO' }],
  ['Oslo, Norge', 'en', { city: 'Oslo', country: 'NO' }],
  ['Kraków, małopolskie, Polska', 'pl', { city: 'Kraków', region: 'małopolskie', country: 'PL' }],
  ['Krakau, Woiwodschaft Kleinpolen, Polen', 'de', { city: 'Krakau', region: 'Woiwodschaft Kleinpolen', country: 'PL' }],
  ['Lyon, Auvergne-Rhône-Alpes, France', 'fr', { city: 'Lyon', region: 'Auvergne-Rhône-Alpes', country: 'FR' }],
  ['Zürich, Schweiz', 'de', { city: 'Zürich', country: 'CH' }],
  ['Genève, Suisse', 'en', { city: 'Genève', country: 'CH' }],
  ['İstanbul, Türkiye', 'tr', { city: 'İstanbul', country: 'TR' }],
  ['Istanbul, Turkey', 'en', { city: 'Istanbul', country: 'TR' }],
  ['Prague, Czech Republic', 'en', { city: 'Prague', country: 'CZ' }],
  ['Amsterdam, The Netherlands', 'en', { city: 'Amsterdam', country: 'NL' }],
  ['Utrecht, Holland', 'en', { city: 'Utrecht', country: 'NL' }],
  ['Sarajevo, Bosnia and Herzegovina', 'en', { city: 'Sarajevo', country: 'BA' }],
  ['Seoul, South Korea', 'en', { city: 'Seoul', country: 'KR' }],
  ['东京, 日本', 'zh', { city: '东京', country: 'JP' }],
  ['عمّان، الأردن', 'ar', { city: 'عمّان', country: 'JO' }],
  ['תל אביב, ישראל', 'he', { city: 'תל אביב', country: 'IL' }],
  ['Москва, Россия', 'ru', { city: 'Москва', country: 'RU' }],
  ['Leeds, England, United Kingdom', 'en', { city: 'Leeds', region: 'England', country: 'GB' }],
  ['Leeds, England', 'en', { city: 'Leeds', region: 'England', country: 'GB' }],
  ['Cardiff, Wales, UK', 'en', { city: 'Cardiff', region: 'Wales', country: 'GB' }],
  ['Abidjan, Ivory Coast', 'en', { city: 'Abidjan', country: 'CI' }],
  ['Dubai, UAE', 'en', { city: 'Dubai', country: 'AE' }],
  ['Brooklyn, New York, NY, USA', 'en', { city: 'Brooklyn', region: 'NY', country: 'US' }],
  ['10115 Berlin, Germany', 'en', { city: 'Berlin', country: 'DE' }],
  ['London SW1A 1AA, UK', 'en', { city: 'London', country: 'GB' }],
  ['Paris (France)', 'en', { city: 'Paris', country: 'FR' }],
  ['Paris - France', 'en', { city: 'Paris', country: 'FR' }],
  ['Based in Lisbon, Portugal', 'en', { city: 'Lisbon', country: 'PT' }],
  ['📍 Lisbon, Portugal', 'en', { city: 'Lisbon', country: 'PT' }],
  ['Lisbon 🇵🇹', 'en', { city: 'Lisbon', country: 'PT' }],
  ['🇵🇹', 'en', { country: 'PT' }],
  // States and provinces, where the country is left out.
  ['Austin, TX', 'en', { city: 'Austin', region: 'TX', country: 'US' }],
  ['Austin TX', 'en', { city: 'Austin', region: 'TX', country: 'US' }],
  ['Austin, Texas', 'en', { city: 'Austin', region: 'Texas', country: 'US' }],
  ['San Francisco, CA 94107', 'en', { city: 'San Francisco', region: 'CA', country: 'US' }],
  ['Washington, D.C.', 'en', { city: 'Washington', region: 'D.C.', country: 'US' }],
  ['Toronto, ON', 'en', { city: 'Toronto', region: 'ON', country: 'CA' }],
  ['Toronto, CA', 'en', { city: 'Toronto', country: 'CA' }],
  ['Montréal, Quebec', 'en', { city: 'Montréal', region: 'Quebec', country: 'CA' }],
  ['Sydney, NSW', 'en', { city: 'Sydney', region: 'NSW', country: 'AU' }],
  ['Perth, WA', 'en', { city: 'Perth', region: 'WA', country: 'AU' }],
  ['Seattle, WA', 'en', { city: 'Seattle', region: 'WA', country: 'US' }],
  ['Pune, Maharashtra', 'en', { city: 'Pune', region: 'Maharashtra', country: 'IN' }],
  ['Chennai, TN', 'en', { city: 'Chennai', region: 'TN', country: 'IN' }],
  ['Nashville, TN', 'en', { city: 'Nashville', region: 'TN', country: 'US' }],
  ['Bengaluru, IN', 'en', { city: 'Bengaluru', country: 'IN' }],
  ['Berlin, DE', 'en', { city: 'Berlin', country: 'DE' }],
  ['Tbilisi, Georgia', 'en', { city: 'Tbilisi', country: 'GE' }],
  ['Savannah, Georgia, United States', 'en', { city: 'Savannah', region: 'Georgia', country: 'US' }],
  ['Savannah, Georgia', 'en', { city: 'Savannah', region: 'Georgia' }],
  ['Norway', 'en', { country: 'NO' }],
  ['Scotland', 'en', { region: 'Scotland', country: 'GB' }],
  ['California', 'en', { region: 'California', country: 'US' }],
  ['New York', 'en', { country: 'US' }],
  ['Singapore', 'en', { country: 'SG' }],
  ['Singapore, Singapore', 'en', { city: 'Singapore', country: 'SG' }],
  // A city with what lies around it.
  ['Greater Oslo Area', 'en', { city: 'Oslo' }],
  ['Greater Oslo Region, Norway', 'en', { city: 'Oslo', country: 'NO' }],
  ['Greater London', 'en', { city: 'London' }],
  ['Denver Metropolitan Area', 'en', { city: 'Denver' }],
  ['San Francisco Bay Area', 'en', { city: 'San Francisco' }],
  ['Gdańsk i okolice', 'pl', { city: 'Gdańsk' }],
  ['Großraum München', 'de', { city: 'München' }],
  ['Steinbrück und Umgebung', 'de', { city: 'Steinbrück' }],
  ['Lyon et périphérie', 'fr', { city: 'Lyon' }],
  ['Région de Montréal, Canada', 'fr', { city: 'Montréal', country: 'CA' }],
  ['Área metropolitana de Sevilla', 'es', { city: 'Sevilla' }],
  ['Milano e dintorni', 'it', { city: 'Milano' }],
  ['Oslo og omegn', 'nb', { city: 'Oslo' }],
  ['Malmö och omnejd', 'sv', { city: 'Malmö' }],
  ['Praha a okolí', 'cs', { city: 'Praha' }],
  // How people work.
  ['Remote', 'en', { mode: 'remote' }],
  ['Oslo, Norway · Hybrid', 'en', { city: 'Oslo', country: 'NO', mode: 'hybrid' }],
  ['Oslo, Norway (On-site)', 'en', { city: 'Oslo', country: 'NO', mode: 'onsite' }],
  ['Remote, US', 'en', { country: 'US', mode: 'remote' }],
  ['Remote (Germany)', 'en', { country: 'DE', mode: 'remote' }],
  ['Warszawa, Polska · Zdalnie', 'pl', { city: 'Warszawa', country: 'PL', mode: 'remote' }],
  ['東京, 日本 · リモート', 'ja', { city: '東京', country: 'JP', mode: 'remote' }],
];

/** Jokes, riddles, and places of which nothing is certain. */
const UNPARSED = [
  'Earth', 'the internet', 'your mom’s house', 'somewhere over the rainbow', 'Oslo', 'SF', 'NYC → LON', 'Oslo / Berlin', 'Oslo, Norway / Berlin, Germany',
  '127.0.0.1', 'https://jane.example', 'behind you, look', 'look at ME', 'Planet Earth, Milky Way', 'Georgia', 'Wonderland', '🌍', '🇳🇴🇵🇹', '-1, -1', '', '  ', ',,,',
  'Middle Earth, The Shire', 'null', 'she/her', '3rd rock, from the sun', 'Victoria', 'Kraków, małopolskie',
]; // prettier-ignore

describe('a printed place', () => {
  test.each(PLACES)('%s (%s)', (printed, lang, place) => {
    expect(placeOf(printed, lang)).toEqual(place);
  });

  test.each(UNPARSED)('stays as it was printed: %j', (printed) => {
    expect(placeOf(printed, 'en')).toBeUndefined();
  });

  test.each(['', 'x', '*', 'en_US', 'no-such-language-at-all', '123'])(
    'is understood whatever the page calls its language: %j',
    (lang) => {
      expect(placeOf('Oslo, Norway', lang)).toEqual({ city: 'Oslo', country: 'NO' });
    },
  );

  test('of any length is answered at once', () => {
    const started = performance.now();
    for (const text of [','.repeat(20_000), 'a '.repeat(9000), '🇳🇴'.repeat(2000), '('.repeat(5000), 'Greater '.repeat(2000)])
      placeOf(text, 'en');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
