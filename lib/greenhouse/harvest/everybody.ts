/**
 * Everybody, page by page and newest first (harvest-api reference, 4.2 and 8.4): only what people are known by is asked for, which
 * makes a page of 500 a seventh of its size. Rows without an id (people whom the service user may not see) are passed over.
 */
import type { EverybodyPage, EverybodyQuery } from '../port.ts';

import type { Api, Progress } from './api.ts';
import { knownBy } from './known-by.ts';
import { KNOWN_BY } from './lists/people.ts';
import { filteredBy, resource } from './resource.ts';

const EVERYBODY = resource('candidates', filteredBy(), KNOWN_BY);

function asked(query: EverybodyQuery) {
  if ('cursor' in query) return { cursor: query.cursor };
  const fields = Object.keys(KNOWN_BY) as (keyof typeof KNOWN_BY)[];
  return query.updated ? { fields, updated_at: query.updated } : { fields, ...(query.created && { created_at: query.created }) };
}

export async function* everybody(
  api: Api,
  query: EverybodyQuery,
  signal: AbortSignal | undefined,
  externalIdField: string,
): AsyncGenerator<EverybodyPage, void> {
  let told: Pick<Progress, 'cursor' | 'writtenAt'> = { cursor: undefined };
  const onPage = ({ cursor, writtenAt }: Progress) => {
    told = { cursor, writtenAt };
  };
  for await (const rows of api.pages(EVERYBODY, asked(query), signal, onPage))
    yield { people: rows.map((row) => knownBy(row, externalIdField)), ...told };
}
