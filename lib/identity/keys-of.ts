/**
 * What a person is known by: of somebody in Greenhouse, and of somebody on a page. Both sides come down to the same few
 * spellings here and nowhere else; whoever shares a key is, or may be, the same person.
 */
import { mailboxOf } from '#lib/candidate/mailbox.ts';
import type { IndexedPerson } from '#lib/greenhouse/schema.ts';

import type { Key, NameKey, PersonKeys } from './keys.ts';
import { addressKeys, externalIdKeys } from './keys/address-key.ts';
import { companyKey } from './keys/company.ts';
import { askedNames, keptNames } from './keys/name.ts';
import { phoneKey } from './keys/phone-key.ts';
import type { FindRequest } from './schema.ts';

/** A page of a whole career names many; the latest say whether it may be the same person. */
const MOST_COMPANIES = 3;

/**
 * Case never tells two boxes apart. At Google dots and what follows a plus do not either, and its older name is the same box; at every
 * other provider `+tag` may be somebody else's, so there it stays.
 */
export function emailKey(text: string): Key | undefined {
  const address = /[^\s<>"'(),;:]+@[^\s<>"'(),;:@]+\.[^\s<>"'(),;:@.?]+/.exec(text)?.[0];
  return address === undefined ? undefined : `email ${mailboxOf(address.normalize('NFC'))}`;
}

type Contacts = Partial<Pick<IndexedPerson, 'externalIds' | 'urls' | 'emails' | 'phones'>>;

export const keysIn = ({ externalIds = [], urls = [], emails = [], phones = [] }: Contacts): Key[] => [
  ...new Set([
    ...externalIds.flatMap(externalIdKeys),
    ...urls.flatMap(addressKeys),
    ...emails.flatMap((email) => emailKey(email) ?? []),
    ...phones.flatMap((phone) => phoneKey(phone) ?? []),
  ]),
];

const named = (names: readonly string[], companies: readonly string[]): NameKey[] =>
  names.flatMap((name) => companies.map((company) => ({ name, company })));

/** Of somebody in Greenhouse, to be found by. */
export const keysOf = (person: IndexedPerson): PersonKeys => ({
  keys: keysIn(person),
  names: named(keptNames(person), [companyKey(person.company ?? '')]),
});

/** Of somebody on a page or in a list, to ask for. */
export function keysAsked(request: FindRequest): PersonKeys {
  const companies = [...new Set((request.companies ?? []).map(companyKey))].filter(Boolean).slice(0, MOST_COMPANIES);
  return {
    keys: keysIn(request),
    names: named(askedNames(request), companies.length > 0 ? companies : ['']),
  };
}
