import { type Dice, pick } from '../random.ts';

/** Names and places that candidates are made of; every one invented, every address under `.example`. */
const FIRST_NAMES = [
  'Anna', 'Ben', 'Carla', 'Dmitri', 'Elif', 'Farid', 'Grace', 'Hiroshi', 'Ingrid', 'João', 'Katarzyna', 'Liam', 'Malika', 'Niklas',
  'Olivia', 'Pedro', 'Qian', 'Rosa', 'Søren', 'Tamar', 'Umar', 'Vera', 'Wanjiru', 'Xavier', 'Yuki', 'Zoë', 'Mateo', 'Nóra', 'Bilal', 'Freya',
]; // prettier-ignore
const LAST_NAMES = [
  'Almeida', 'Bauer', 'Castellanos', 'Dvořák', 'Eriksen', 'Farouk', 'Grönlund', 'Hoffmann', 'Iversen', 'Jankowski', 'Kimura', 'Lefèvre',
  'Mbeki', 'Nowak', 'Okonkwo', 'Petrović', 'Quispe', 'Rossi', 'Schäfer', 'Takahashi', 'Ueda', 'van Dijk', 'Winther', 'Yılmaz', 'Zimmermann',
  'Nakagawa', 'O’Connell', 'Santos', 'Weiß',
]; // prettier-ignore
export const COMPANIES = [
  'Quayside', 'Nordlicht Software', 'Acme Instruments', 'Blue Heron Systems', 'Cobalt Works', 'Delta Orchard', 'Ember & Ash', 'Fjordline Data',
  'Granite Cloud', 'Harbor Analytics',
]; // prettier-ignore
export const TITLES = [
  'Backend Engineer', 'Senior Software Engineer', 'Data Analyst', 'Product Designer', 'Site Reliability Engineer', 'Research Associate',
  'Account Executive', 'Engineering Manager', 'Frontend Developer', 'Machine Learning Engineer', 'QA Engineer', 'Technical Writer',
]; // prettier-ignore
const CITIES = [
  'Berlin, Germany',
  'Copenhagen, Denmark',
  'Lisbon, Portugal',
  'Austin, TX',
  'São Paulo, Brazil',
  'Tokyo, Japan',
  'Leeds, UK',
];

/** The countries' own numbers for drama: none of them rings. */
const PHONES = [
  (digits: number): string => `+1 512-555-01${String(digits % 100).padStart(2, '0')}`,
  (digits: number): string => `+49 30 23125 ${String(digits % 1000).padStart(3, '0')}`,
  (digits: number): string => `+44 20 7946 0${String(digits % 1000).padStart(3, '0')}`,
];

export type Person = {
  first: string;
  last: string;
  company: string | null;
  title: string | null;
  city: string | null;
  emails: { value: string; type: string }[];
  phones: { value: string; type: string }[];
  websites: { value: string; type: string }[];
  social: string[];
};

/** People whom tests know by name: they are the oldest candidates, slots 0 to 7. */
const KNOWN: Person[] = [
  {
    ...person('Mira', 'Okafor', 'Quayside', 'Site Reliability Engineer', ['mira.okafor@quayside.example', 'mira@okafor.example']),
    social: ['https://www.linkedin.com/in/mira-okafor-fixture', 'https://github.com/mira-okafor-fixture'],
    phones: [{ value: '+49 30 23125 101', type: 'mobile' }],
  },
  {
    ...person('Tomas', 'Brandt', 'Cobalt Works', 'Backend Engineer', ['tomas.brandt@post.example']),
    social: ['https://github.com/tomas-brandt-fixture'],
  },
  {
    ...person('Ines', 'Duarte', 'Fjordline Data', 'Data Engineer', ['ines.duarte@mail.example']),
    social: ['https://linkedin.com/in/ines-duarte-fixture/'],
  },
  person('Wei', 'Chen', 'Harbor Analytics', 'VP Engineering', ['wei.chen@harboranalytics.example']),
  person('Anna', 'Müller', 'Quayside', 'Product Designer', ['anna.mueller@post.example']),
  person('Anna', 'Müller', 'Granite Cloud', 'Account Executive', ['anna.mueller@granitecloud.example']),
  {
    ...person('Søren', 'Østergaard', 'Delta Orchard', 'Forest Ecologist', []),
    social: ['https://www.linkedin.com/in/soren-ostergaard-fixture'],
  },
  { ...person('José', 'García', null, null, ['Jose.Garcia@Mail.example']), phones: [{ value: '+1 512-555-0142', type: 'home' }] },
];

const KNOWN_ADDRESSES = new Map(
  KNOWN.flatMap(({ emails }, slot) => emails.map(({ value }) => [value.toLowerCase(), slot] as const)),
);

function person(first: string, last: string, company: string | null, title: string | null, emails: string[]): Person {
  const typed = emails.map((value, place) => ({ value, type: place === 0 ? 'personal' : 'work' }));
  return { first, last, company, title, city: null, emails: typed, phones: [], websites: [], social: [] };
}

/** Who stands in candidate slot `slot`. */
export function personAt(slot: number, roll: Dice): Person {
  const known = KNOWN[slot];
  if (known) return known;
  const first = pick(FIRST_NAMES, roll(slot, 1));
  const last = pick(LAST_NAMES, roll(slot, 2));
  const company = slot % 11 === 0 ? null : pick(COMPANIES, roll(slot, 3));
  const slug = `${plain(first)}-${plain(last)}-${slot}`;
  const mailbox = `${plain(first)}.${plain(last)}.${slot}`;
  const emails =
    slot % 7 === 3 ? [] : [{ value: `${mailbox}@${pick(['post', 'mail', 'kontor'], slot)}.example`, type: 'personal' }];
  if (slot % 4 === 0 && company !== null) emails.push({ value: `${mailbox}@${plain(company)}.example`, type: 'work' });
  const social = slot % 6 === 5 ? [] : [`https://www.linkedin.com/in/${slug}-fixture`];
  if (slot % 3 === 0) social.push(`https://github.com/${slug}-fixture`);
  return {
    first,
    last,
    company,
    title: slot % 13 === 0 ? null : pick(TITLES, roll(slot, 4)),
    city: slot % 2 === 0 ? pick(CITIES, roll(slot, 5)) : null,
    emails,
    phones: slot % 3 === 1 ? [{ value: pick(PHONES, slot)(roll(slot, 6)) + extension(slot), type: 'mobile' }] : [],
    websites: slot % 9 === 0 ? [{ value: `https://${slug}-fixture.example`, type: 'portfolio' }] : [],
    social,
  };
}

/** Among very many people a number would be everybody's: one more digit or two keeps it a number of few. */
const extension = (slot: number): string => (slot < 3000 ? '' : String(Math.floor(slot / 3000)));

/** The slot that an address belongs to if it belongs to any: why `email=` costs the same among a million. */
export function slotOfEmail(address: string): number | undefined {
  const lower = address.toLowerCase();
  const known = KNOWN_ADDRESSES.get(lower);
  if (known !== undefined) return known;
  const digits = /\.(\d+)@/.exec(lower)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function plain(name: string): string {
  const folded = PLAIN.get(name);
  if (folded !== undefined) return folded;
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z]/g, '');
  PLAIN.set(name, letters);
  return letters;
}

const PLAIN = new Map<string, string>();
