/**
 * What a person is known by: of somebody in Greenhouse, and of somebody on a page. Both sides come down to the same few
 * spellings here and nowhere else; whoever shares a key is, or may be, the same person.
 */
import type { IndexedPerson } from '#lib/greenhouse/schema.ts';

import { askedKeys } from './asked.ts';
import type { NameKey, PersonKeys } from './keys.ts';
import { keysIn } from './keys-in.ts';
import { companyKey } from './keys/company.ts';
import { askedNames, keptNames, turned } from './keys/name.ts';
import type { FindRequest } from './schema.ts';

/** A page of a whole career names many; the latest say whether it may be the same person. */
const MOST_COMPANIES = 3;

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
    keys: askedKeys(request).map(({ key }) => key),
    names: named(askedNames(request), companies.length > 0 ? companies : ['']),
    turned: named(askedNames(turned(request)), companies),
  };
}
