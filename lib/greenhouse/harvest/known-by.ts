/** What somebody is known by, as Greenhouse's row of them says it (harvest-api reference, 7.1 and 7.9). */
import * as z from 'zod/mini';

import type { IndexedPerson } from '../schema.ts';

import { KNOWN_BY } from './lists/people.ts';
import { id } from './resource.ts';

type Row = z.infer<typeof rowSchema>;
export const rowSchema = z.object({ id, ...KNOWN_BY });

/** A custom field as it is read: what people call it, and what it holds. */
const fieldSchema = z.object({ name: z.nullish(z.string()), value: z.unknown() });

const values = (list: Row['email_addresses']): string[] => (list ?? []).flatMap(({ value }) => value || []);
const plain = (name: string): string => name.trim().toLowerCase();

/** A person with several profiles has several ids in one field, separated by spaces. */
function externalIdsIn({ custom_fields: fields }: Row, named: string): string[] {
  for (const field of Object.values(Object(fields) as object)) {
    const { data } = fieldSchema.safeParse(field);
    if (data && plain(data.name ?? '') === plain(named))
      return typeof data.value === 'string' ? data.value.split(/\s+/).filter(Boolean) : [];
  }
  return [];
}

/** @param externalIdField how the organisation calls the field that holds external ids. */
export const knownBy = (row: Row, externalIdField: string): IndexedPerson => ({
  candidateId: row.id,
  firstName: row.first_name ?? '',
  lastName: row.last_name ?? '',
  preferredName: row.preferred_name,
  company: row.company,
  private: row.private ?? false,
  createdAt: row.created_at ?? undefined,
  emails: values(row.email_addresses),
  phones: values(row.phone_numbers),
  urls: [...values(row.social_media_addresses), ...values(row.website_addresses)],
  externalIds: externalIdsIn(row, externalIdField),
});
