/** In what somebody in Greenhouse agrees with somebody on a page: worked out from what stands there now, whatever the index said. */
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import type { AskedKey } from './asked.ts';
import type { Key } from './keys.ts';
import { keysIn } from './keys-in.ts';
import { companyKey } from './keys/company.ts';
import { sameName, turned } from './keys/name.ts';
import { samePhone } from './keys/phone-key.ts';
import type { FindRequest } from './schema.ts';

export type NameAgrees = 'name' | 'name-company';

/** The keys that a record holds of those asked for. Numbers of two countries are two, though they look alike without their codes. */
export function keysHeld(person: KnownPerson, asked: readonly AskedKey[]): Key[] {
  const held = new Set(keysIn(person));
  const isTheirs = ({ by, value }: AskedKey) => by !== 'phone' || (person.phones ?? []).some((phone) => samePhone(phone, value));
  return asked.filter((one) => held.has(one.key) && isTheirs(one)).map(({ key }) => key);
}

/** A name in the other order says something only of somebody at the same company. */
export function nameAgrees(person: KnownPerson, request: FindRequest): NameAgrees | undefined {
  const company = companyKey(person.company ?? '');
  const sameCompany = company !== '' && (request.companies ?? []).some((one) => companyKey(one) === company);
  if (sameName(person, request)) return sameCompany ? 'name-company' : 'name';
  return sameCompany && sameName(person, turned(request)) ? 'name-company' : undefined;
}

/** Of somebody anonymised a record stays, and nothing in it tells who it was. */
export const isAnonymised = (person: KnownPerson): boolean =>
  !person.unread && !person.firstName.trim() && !person.lastName.trim() && keysIn(person).length === 0;
