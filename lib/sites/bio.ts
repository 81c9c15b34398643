/** What people write about themselves in a few free lines, on sites that have no fields for it. */
import type { RawEmail } from '#lib/candidate/raw.ts';

/** Others' accounts ("@acme", "@jane@social.example"): never half of an address. */
const MENTION = /(?<!\S)@\S+/g;
const ADDRESS = /(?<![\p{L}\p{N}@/.:_-])[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
const SPELT_AT = /[[({]\s*(?:at|@)\s*[\])}]/i;

/** Addresses that stand in a bio, plain or spelt for people. Only a bracketed "at" counts: "Engineer @acme.example" is none. */
export function emailsInBio(bio: string): RawEmail[] {
  const text = bio.replace(MENTION, ' ');
  const plain = text.match(ADDRESS) ?? [];
  const words: RawEmail[] = SPELT_AT.test(text) ? [{ text, as: 'words', of: 'person' }] : [];
  return [...plain.map((address): RawEmail => ({ text: address, as: 'address', of: 'person' })), ...words];
}
