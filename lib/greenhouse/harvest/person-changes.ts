/**
 * What has to be sent to add to a person without taking anything away: an array that is sent replaces Greenhouse's whole list, so it
 * is sent as the union, and only if it grew (harvest-api reference, 7.1).
 */
import type { Candidate } from '#lib/candidate/schema.ts';

import { contactsOf, digits, lowerCase } from '../contacts.ts';
import type { WholeCandidate } from './lists/whole-candidate.ts';
import { urlKey } from './people.ts';
import { type Body, line } from '../person-parts.ts';
import { uniqueNames, written } from './person-body.ts';

export interface FieldValue {
  /** The field's name key. */
  key: string;
  /** As it is written: a select as the ids of its options; null empties the field. */
  value: unknown;
  /** As it is read, where that differs: a select as the names of its options. */
  read?: unknown;
}

export interface PersonChanges {
  /** Ways of contact to add; what is there stays as it is. */
  add?: Partial<Pick<Candidate, 'emails' | 'phones' | 'links' | 'location'>> | undefined;
  /** Lines to set. An empty one clears the last three; nobody is left without a name. */
  set?: Partial<Record<'firstName' | 'lastName' | 'preferredName' | 'company' | 'title', string>> | undefined;
  tags?: string[] | undefined;
  customFields?: FieldValue[] | undefined;
}

interface Entry {
  value?: string | null | undefined;
  type?: string | null | undefined;
}

/** Every contact value carries its type, so one that was read without gets the one that claims least. */
const standing = (entries: Entry[] | null | undefined, untyped: boolean): Entry[] =>
  (entries ?? []).flatMap(({ value, type }) => (value ? [untyped ? { value } : { value, type: type || 'other' }] : []));

const lists = [
  ['email_addresses', lowerCase],
  ['phone_numbers', digits],
  ['addresses', lowerCase],
  ['social_media_addresses', urlKey],
  ['website_addresses', urlKey],
] as const;

function grownLists(
  row: WholeCandidate,
  { emails = [], phones = [], links = [], location }: NonNullable<PersonChanges['add']>,
): Body {
  const wanted = contactsOf({ emails, phones, links, location });
  // A profile may stand among the websites, and the other way round.
  const urls = new Set(
    [...(row.social_media_addresses ?? []), ...(row.website_addresses ?? [])].map(({ value }) => urlKey(value ?? '')),
  );
  const body: Body = {};
  for (const [name, key] of lists) {
    const there = standing(row[name], name === 'social_media_addresses');
    const known = key === urlKey ? urls : new Set(there.map(({ value }) => key(value ?? '')));
    const added = wanted[name].filter(({ value }) => !known.has(key(value)));
    if (added.length > 0) body[name] = [...there, ...added];
  }
  return body;
}

function setLines(
  row: WholeCandidate,
  { firstName, lastName, preferredName, company, title }: NonNullable<PersonChanges['set']>,
): Body {
  const named = Object.entries({ first_name: firstName, last_name: lastName }).filter(([, text]) => line(text) !== '');
  const body: Body = {};
  for (const [name, text] of [...named, ...Object.entries({ preferred_name: preferredName, company, title })]) {
    if (text !== undefined && line(text) !== (row[name as 'title'] ?? '')) body[name] = line(text);
  }
  return body;
}

/** The chosen options of a field have no order. */
const spelled = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map(String).toSorted((a, b) => a.localeCompare(b)) : (value ?? null));

/** The body of the PATCH: nothing but what changes, so that an empty one need not be sent. */
export function patchOf(row: WholeCandidate, { add, set, tags = [], customFields = [] }: PersonChanges): Body {
  const union = uniqueNames([...(row.tags ?? []), ...tags]);
  const values = customFields.filter(
    ({ key, value, read = value }) => spelled(row.custom_fields?.[key]?.value) !== spelled(read),
  );
  return {
    ...(set && setLines(row, set)),
    ...(add && grownLists(row, add)),
    ...(union.length > uniqueNames(row.tags ?? []).length ? { tags: union } : {}),
    // Those that are left out stay as they are.
    ...(values.length > 0 ? { custom_fields: written(values) } : {}),
  };
}
