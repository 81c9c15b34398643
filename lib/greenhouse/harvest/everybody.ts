/**
 * Everybody, page by page and newest first (harvest-api reference, 4.2 and 8.4): only what people are known by is asked for, which
 * makes a page of 500 a seventh of its size. Rows without an id (people whom the service user may not see) are passed over.
 */
import * as z from 'zod/mini';

import type { EverybodyPage, EverybodyQuery } from '../port.ts';
import type { IndexedPerson } from '../schema.ts';

import type { Api, Progress } from './api.ts';
import { addresses } from './lists/people.ts';
import { filteredBy, flag, resource, text } from './resource.ts';

const FIELDS = {
  first_name: text,
  last_name: text,
  preferred_name: text,
  company: text,
  private: flag,
  created_at: text,
  email_addresses: addresses,
  phone_numbers: addresses,
  website_addresses: addresses,
  social_media_addresses: addresses,
  custom_fields: z.nullish(z.catchall(z.object({}), z.object({ name: text, value: z.unknown() }))),
};
const EVERYBODY = resource('candidates', filteredBy(), FIELDS);
type Row = z.infer<typeof EVERYBODY.row>;

const values = (list: Row['email_addresses']): string[] => (list ?? []).flatMap(({ value }) => value || []);

/** A person with several profiles has several ids in one field, separated by spaces. */
function externalIdsIn({ custom_fields: fields }: Row, named: string): string[] {
  const field = Object.values(fields ?? {}).find(({ name }) => name?.trim().toLowerCase() === named.trim().toLowerCase());
  return typeof field?.value === 'string' ? field.value.split(/\s+/).filter(Boolean) : [];
}

const personOf = (row: Row, externalIdField: string): IndexedPerson => ({
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

function asked(query: EverybodyQuery) {
  if ('cursor' in query) return { cursor: query.cursor };
  const fields = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  return query.updated ? { fields, updated_at: query.updated } : { fields, ...(query.created && { created_at: query.created }) };
}

export async function* everybody(
  api: Api,
  query: EverybodyQuery,
  signal: AbortSignal | undefined,
  externalIdField: string,
): AsyncGenerator<EverybodyPage, void> {
  let progress: Progress | undefined;
  const onPage = (told: Progress) => {
    progress = told;
  };
  for await (const rows of api.pages(EVERYBODY, asked(query), signal, onPage))
    yield { people: rows.map((row) => personOf(row, externalIdField)), cursor: progress?.cursor };
}
