/**
 * Everybody, page by page and newest first (harvest-api reference, 4.2 and 8.4): only what people are known by is asked for, which
 * makes a page of 500 a seventh of its size. Rows without an id (people whom the service user may not see) are passed over. Each row
 * is read by itself: one that is damaged is told as such, and keeps nobody else out.
 */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import type { EverybodyPage, EverybodyQuery } from '../port.ts';

import type { Api, Progress } from './api.ts';
import { knownBy, rowSchema } from './known-by.ts';
import { KNOWN_BY } from './lists/people.ts';
import { id, type Resource } from './resource.ts';

type Raw = z.infer<typeof rawSchema>;
const rawSchema = z.catchall(z.object({ id: z.unknown() }), z.unknown());
const EVERYBODY: Resource<Raw> = { name: 'candidates', row: rawSchema };

/** With so many damaged rows and none that is whole, it is Greenhouse that has changed, and not one person. */
const MANY = 10;

function asked(query: EverybodyQuery) {
  if ('cursor' in query) return { cursor: query.cursor };
  const fields = Object.keys(KNOWN_BY);
  return query.updated ? { fields, updated_at: query.updated } : { fields, ...(query.created && { created_at: query.created }) };
}

function read(rows: readonly Raw[], externalIdField: string): Pick<EverybodyPage, 'people' | 'unreadable'> {
  const page: Pick<EverybodyPage, 'people' | 'unreadable'> = { people: [], unreadable: [] };
  for (const raw of rows) {
    const row = rowSchema.safeParse(raw);
    const { data: candidateId } = id.safeParse(raw.id);
    if (row.success) page.people.push(knownBy(row.data, externalIdField));
    else if (candidateId !== undefined) page.unreadable.push(candidateId);
  }
  if (page.people.length === 0 && page.unreadable.length >= MANY) throw new AppError('greenhouse/garbled');
  return page;
}

export async function* everybody(
  api: Api,
  query: EverybodyQuery,
  signal: AbortSignal | undefined,
  externalIdField: string,
): AsyncGenerator<EverybodyPage, void> {
  let told: Pick<Progress, 'cursor' | 'full' | 'writtenAt'> = { cursor: undefined, full: false };
  const onPage = ({ cursor, full, writtenAt }: Progress) => {
    told = { cursor, full, writtenAt };
  };
  for await (const rows of api.pages(EVERYBODY, asked(query), signal, onPage)) yield { ...read(rows, externalIdField), ...told };
}
