/** What a reading claims about somebody, and whether a damaged page may claim it too. */
import type { Reading } from '#lib/candidate/reading.ts';

/** A field, and the words of one value in it. */
export interface Claim {
  field: string;
  words: string[];
}

const TEXTS = ['fullName', 'headline', 'title', 'company', 'location'] as const;

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** An address is right as a whole, or wrong. */
const WHOLE = new Set(['photoUrl', 'contact', 'link', 'id']);

export const claim = (field: string, value: string): Claim => ({
  field,
  words: WHOLE.has(field) ? [value.toLowerCase()] : wordsOf(value),
});

const claims = (field: string, values: readonly (string | null | undefined)[]): Claim[] =>
  values.flatMap((value) => (value ? [claim(field, value)] : []));

export function claimsOf({ candidate, externalId, aliases }: Reading): Claim[] {
  if (!candidate) return [];
  const { firstName, lastName, emails, phones, links, positions, education } = candidate;
  return [
    ...TEXTS.flatMap((field) => claims(field, [candidate[field]])),
    ...claims('fullName', [[firstName, lastName].filter(Boolean).join(' ')]),
    ...claims('photoUrl', [candidate.photoUrl]),
    ...claims('contact', [...emails.map(({ value }) => value), ...phones.map(({ value, e164 }) => e164 ?? value)]),
    ...claims(
      'link',
      links.map(({ url }) => url),
    ),
    ...claims('id', [externalId, ...aliases]),
    ...claims(
      'employer',
      positions.map(({ company }) => company),
    ),
    ...claims(
      'role',
      positions.map(({ title }) => title),
    ),
    ...claims(
      'school',
      education.map(({ school }) => school),
    ),
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
