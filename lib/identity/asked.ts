/** The keys of somebody on a page, each with what the page says, and with how much it proves. */
import { isOffice } from '#lib/candidate/mailbox.ts';

import type { Key } from './keys.ts';
import { keysIn } from './keys-in.ts';
import type { Agreement, FindRequest } from './schema.ts';

export interface AskedKey {
  key: Key;
  by: Agreement['by'];
  /** As the page prints it. */
  value: string;
  /**
   * Whether whoever holds it is this person, if nobody else holds it. Everything else proves something only together with the
   * name: a number may be a company's or a family's, and a link on a page may lead to an employer or a friend.
   */
  alone: boolean;
}

/** Sites on which nobody but a person has a profile; on the others companies and projects have accounts, too. */
const PEOPLES = /^id (?:linkedin|xing|orcid|scholar|stackoverflow|researchgate|kaggle|wellfound)[\w-]*:/;

export function askedKeys({ externalIds, urls = [], emails, phones = [] }: FindRequest): AskedKey[] {
  const asked = new Map<Key, AskedKey>();
  const ask = (keys: Key[], by: Agreement['by'], value: string, alone: (key: Key) => boolean) => {
    for (const key of keys) {
      const one = { key, by, value, alone: alone(key) };
      if (!asked.has(key) || (one.alone && !asked.get(key)?.alone)) asked.set(key, one);
    }
  };
  // What the page itself is called by is not what it links to.
  for (const value of externalIds) ask(keysIn({ externalIds: [value] }), 'external-id', value, (key) => key.startsWith('id '));
  for (const value of urls) ask(keysIn({ urls: [value] }), 'profile', value, (key) => PEOPLES.test(key));
  for (const value of emails)
    ask(keysIn({ emails: [value] }), 'email', value.trim().toLowerCase(), () => !isOffice(value.trim()));
  for (const value of phones) ask(keysIn({ phones: [value] }), 'phone', value, () => false);
  return [...asked.values()];
}
