/** The people of the sandbox in every form in which something of them might be written down. */
import type { Sandbox } from '../sandbox/server.ts';
import type { Needle } from '../support/stored-bytes/needles.ts';

export interface Seeded {
  id: number;
  first_name: string;
  last_name: string;
  company: string | null;
  private: boolean;
  email_addresses: { value: string }[];
  phone_numbers: { value: string }[];
  social_media_addresses: { value: string }[];
  website_addresses: { value: string }[];
}

export const seededIn = (sandbox: Sandbox): Seeded[] => sandbox.state()['candidates'] as unknown as Seeded[];

/** Shorter than that, a text stands somewhere by chance. */
const LEAST = 7;

const values = (list: { value: string }[]): string[] => list.map(({ value }) => value);
const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** A name as it is printed, as a key, and in the order of a list. */
function namesOf({ first_name: first, last_name: last }: Seeded): string[] {
  const orders = [`${first} ${last}`, `${last}, ${first}`, `${last} ${first}`, `${first}.${last}`, `${first}-${last}`];
  const alone = last.length >= LEAST ? [last] : [];
  return [...orders, ...alone].flatMap((name) => [name, withoutAccents(name)]);
}

/** An address is looked for by what in it is theirs: the part of it that a site or a mail host shares with others is nobody's. */
const addressesOf = (person: Seeded): string[] => [
  ...values(person.email_addresses).flatMap((email) => [email, email.split('@', 1)[0] ?? '']),
  ...values([...person.social_media_addresses, ...person.website_addresses]).map((url) =>
    url.replace(/^https?:\/\/(?:www\.)?(?:[^/]+\/(?:in\/)?(?=.))?/, ''),
  ),
];

const phonesOf = (person: Seeded): string[] =>
  values(person.phone_numbers).flatMap((phone) => [phone, phone.replace(/\D/g, ''), phone.replace(/^\+\d+ /, '')]);

export function needlesOf(people: Iterable<Seeded>): Needle[] {
  const found = new Map<string, Needle>();
  for (const person of people) {
    const of = `${person.first_name} ${person.last_name}, ${person.id}`;
    for (const text of [...namesOf(person), ...addressesOf(person), ...phonesOf(person)])
      if (text.length >= LEAST) found.set(text.toLowerCase(), { text, of });
  }
  return [...found.values()];
}
