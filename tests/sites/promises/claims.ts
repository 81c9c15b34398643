/** What a reading claims about somebody, and whether a damaged page may claim it too. */
import type { Reading } from '#lib/candidate/reading.ts';

/** A field, and the words of one value in it. */
export interface Claim {
  field: string;
  words: string[];
}

const TEXTS = ['fullName', 'headline', 'title', 'company', 'location'] as const;

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,@·|–—-]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Values that are told by one word only: an address is right as a whole, or wrong. */
const whole = (field: string, value: string | null | undefined): Claim[] =>
  value ? [{ field, words: [value.toLowerCase()] }] : [];

export function claimsOf({ candidate, externalId, aliases }: Reading): Claim[] {
  if (!candidate) return [];
  const name = [candidate.firstName, candidate.lastName].filter(Boolean).join(' ');
  return [
    ...TEXTS.flatMap((field): Claim[] => (candidate[field] ? [{ field, words: wordsOf(candidate[field]) }] : [])),
    ...(name ? [{ field: 'fullName', words: wordsOf(name) }] : []),
    ...whole('photoUrl', candidate.photoUrl),
    ...candidate.emails.flatMap(({ value }) => whole('contact', value)),
    ...candidate.phones.flatMap(({ value }) => whole('contact', value)),
    ...candidate.links.flatMap(({ url }) => whole('link', url)),
    ...[externalId, ...aliases].flatMap((id) => whole('id', id)),
    ...candidate.positions.flatMap(({ company, title }) => [
      ...(company ? [{ field: 'employer', words: wordsOf(company) }] : []),
      ...(title ? [{ field: 'role', words: wordsOf(title) }] : []),
    ]),
    ...candidate.education.flatMap(({ school }) => (school ? [{ field: 'school', words: wordsOf(school) }] : [])),
  ];
}

/** Where a value may have come from, once its own element is gone: the next role counts, at its own employer. */
const ALSO: Record<string, readonly string[]> = {
  company: ['employer', 'school'],
  title: ['role', 'headline'],
  employer: ['company', 'role'],
  role: ['employer', 'title'],
};

/**
 * Rows of a career have no marks on most sites: without its first line the next one leads the row. That is the person's own row
 * still, and is let pass, but for a line that can be neither a role nor a school by its shape.
 */
export const isOfRow = ({ field, words }: Claim, row: readonly string[]): boolean =>
  /^(?:role|employer|school|title|company)$/.test(field) && words.every((word) => row.includes(word) && !/\d/.test(word));

/** A half of a value is still the page's own; so is a first name that is now all of the name. */
export function isFrom({ field, words }: Claim, said: readonly Claim[]): boolean {
  const fields = new Set([field, ...(ALSO[field] ?? [])]);
  return said.some((other) => fields.has(other.field) && words.every((word) => other.words.includes(word)));
}
