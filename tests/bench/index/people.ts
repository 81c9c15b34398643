/** A made-up candidate base of any size, the same in each run: number → person. What is asked about them is made here as well. */
import type { Entry } from '#lib/identity/index/people-index.ts';
import type { PersonKeys } from '#lib/identity/keys.ts';

/** Greenhouse's numbers are above 2³² (harvest-api reference, section 7). */
const FIRST_ID = 5_000_000_000;
/** Beyond every base: nobody has these numbers. */
const STRANGERS = 500_000_000;
const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'sta', 'vi', 'ol', 'ber', 'nu', 'the', 'qua', 'dri', 'fen', 'jo', 'ly', 'zam'];
const FIRST_NAMES = 3000;
const LAST_NAMES = 60_000;
const COMPANIES = 60_000;

/** A number that depends on all bits of the two. */
function mixed(number: number, salt: number): number {
  let state = Math.imul(number ^ Math.imul(salt, 0x85ebca6b), 0x9e3779b1);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return (state ^ (state >>> 15)) >>> 0;
}

/** Some words are many people's, and most are few people's. */
const common = (of: number, number: number, salt: number): number => Math.floor(of * (mixed(number, salt) / 2 ** 32) ** 2);

function word(number: number): string {
  let text = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length];
  return text;
}

function person(number: number) {
  const first = word(common(FIRST_NAMES, number, 1));
  const last = word(common(LAST_NAMES, number, 2));
  const company = word(common(COMPANIES, number, 3));
  const handle = `${first}-${last}-${number.toString(36)}`;
  const keys = {
    id: `id linkedin:${handle}`,
    email: `email ${first}.${last}.${number.toString(36)}@${company}.example`,
    phone: `phone 49${10_000_000_000 + number}`,
    /** Of a page that Greenhouse does not know. */
    url: `url ${handle}.example/about`,
  } as const;
  return { keys, name: { name: `${first} ${last}`, company } };
}

export const candidateId = (number: number): number => FIRST_ID + number * 7;

/** As Greenhouse has them: three keys, and a name with its company. */
export function entryOf(number: number): Entry {
  const { keys, name } = person(number);
  return { candidateId: candidateId(number), keys: [keys.id, keys.email, keys.phone], names: [name] };
}

export const page = (from: number, to: number): Entry[] => Array.from({ length: to - from }, (_, at) => entryOf(from + at));

/** As a profile shows them: five keys, one of which Greenhouse does not have. */
export function profileOf(number: number): PersonKeys {
  const { keys, name } = person(number);
  return { keys: [keys.id, keys.email, keys.phone, keys.url], names: [name] };
}

/** As a row of a results page shows them: three keys. */
export function rowOf(number: number): PersonKeys {
  const { keys, name } = person(number);
  return { keys: [keys.id, keys.url], names: [name] };
}

export interface Asked {
  people: PersonKeys[];
  /** The candidate whom the first key of each leads to; nobody for a stranger. */
  expected: (number | undefined)[];
}

/** So many people from all over a base of `size`, the same for the same `round`; of a hundred, `known` are in it. */
export function asked(kind: 'profile' | 'row', count: number, size: number, known: number, round: number): Asked {
  const numbers = Array.from({ length: count }, (_, at) => {
    const number = mixed(round * 1_000_003 + at, 4);
    return number % 100 < known ? Math.floor(number / 100) % size : STRANGERS + (number % STRANGERS);
  });
  return {
    people: numbers.map(kind === 'profile' ? profileOf : rowOf),
    expected: numbers.map((number) => (number < size ? candidateId(number) : undefined)),
  };
}
