/** Ways of contact, of whichever side, as keys: one spelling of each. */
import { mailboxOf } from '#lib/candidate/mailbox.ts';
import type { IndexedPerson } from '#lib/greenhouse/schema.ts';

import type { Key } from './keys.ts';
import { addressKeys, externalIdKeys } from './keys/address-key.ts';
import { phoneKey } from './keys/phone-key.ts';

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
