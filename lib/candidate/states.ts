/**
 * States and provinces that stand in addresses where other countries print their own name: "Austin, TX", "Pune, Maharashtra".
 * Names that are just as well something else (Georgia, Punjab, Victoria) are told by nothing, and are not here.
 */
const US =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|' +
  'GA|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|' +
  'MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|' +
  'NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|' +
  'SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const CA =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|PE Prince Edward Island|' +
  'QC Quebec|SK Saskatchewan|YT Yukon|NU Nunavut';
const AU = 'NSW New South Wales|VIC|QLD Queensland|TAS Tasmania|ACT|WA Western Australia|SA South Australia|NT';
const IN =
  'KA Karnataka|MH Maharashtra|TG Telangana|TS Telangana|DL|HR Haryana|GJ Gujarat|RJ Rajasthan|UP Uttar Pradesh|KL Kerala|WB West Bengal|' +
  'PB|AP Andhra Pradesh|MP Madhya Pradesh|TN Tamil Nadu|OD Odisha|BR Bihar|AS Assam|JH Jharkhand|UK Uttarakhand|GA';

type Table = [country: string, codes: Set<string>, names: Set<string>];
const table = (country: string, rows: string): Table => [
  country,
  new Set(rows.split('|').map((row) => row.split(' ', 1)[0]!)),
  new Set(rows.split('|').flatMap((row) => row.split(' ').slice(1).join(' ').toLowerCase() || [])),
];
/** Where one code is in two, the first has more people who print it. */
const TABLES: readonly Table[] = [table('US', US), table('CA', CA), table('AU', AU), table('IN', IN)];

/** Cities in front of a code that is a state elsewhere: "Berlin, DE" is not in Delaware. Folded. */
const CITIES: Record<string, RegExp> = {
  DE: /^(?:berlin|hamburg|munich|munchen|cologne|koln|frankfurt|stuttgart|dusseldorf|leipzig|dresden|hannover|nuremberg|nurnberg|bremen|karlsruhe|bonn|heidelberg|potsdam)\b/,
  IN: /^(?:bangalore|bengaluru|mumbai|delhi|new delhi|hyderabad|chennai|pune|kolkata|noida|gurgaon|gurugram|ahmedabad|jaipur|kochi|coimbatore|panaji|indore)\b/,
  IL: /^(?:tel aviv|jerusalem|haifa|herzliya|ramat gan|netanya)\b/,
  CA: /^(?:toronto|vancouver|montreal|ottawa|calgary|edmonton|waterloo|quebec|winnipeg|halifax)\b/,
  ID: /^(?:jakarta|bandung|surabaya|yogyakarta|bali|denpasar)\b/,
  CO: /^(?:bogota|medellin|cali|barranquilla)\b/,
  AR: /^(?:buenos aires|cordoba|rosario|mendoza)\b/,
  MA: /^(?:casablanca|rabat|marrakech|marrakesh|tangier)\b/,
  TN: /^(?:tunis|sfax|sousse)\b/,
  PA: /^(?:panama)\b/,
  AL: /^(?:tirana)\b/,
  AU: /^(?:perth|adelaide|darwin|canberra|sydney|melbourne|brisbane)\b/,
  GE: /^(?:tbilisi|batumi|kutaisi)\b/,
  MT: /^(?:valletta|sliema)\b/,
  SK: /^(?:bratislava|kosice)\b/,
  NL: /^(?:amsterdam|rotterdam|utrecht|eindhoven|the hague|den haag|hague)\b/,
  MD: /^(?:chisinau)\b/,
};
const cityIn = (country: string, city: string): boolean => CITIES[country]?.test(city) ?? false;

/** @param name folded. @returns the country of a state by its name; never for a code. */
export const countryOfStateName = (name: string): string | undefined => TABLES.find(([, , names]) => names.has(name))?.[0];

/**
 * The country that a code behind a city means: "Austin, TX" → US, "Berlin, DE" → DE, "Chennai, TN" → IN.
 * @param city folded. @param isCountry whether the code is a country's as well.
 */
export function countryOfCode(code: string, city: string, isCountry: boolean): string | undefined {
  if (isCountry && cityIn(code, city)) return code;
  const tables = TABLES.filter(([, codes]) => codes.has(code));
  return (tables.find(([country]) => cityIn(country, city)) ?? tables[0])?.[0] ?? (isCountry ? code : undefined);
}

/** Capitalised words of their own: "look at ME" names no state. */
const WORDS = /^(?:ME|IN|OR|HI|OK|OH|PA|MA|LA|ID|CO|DE|AL|AS|UP|ACT|ON)$/;

/** For a code that stands behind a city without a comma: "Austin TX". */
export const isPlainState = (code: string): boolean =>
  !WORDS.test(code) && TABLES.slice(0, 3).some(([, codes]) => codes.has(code));
