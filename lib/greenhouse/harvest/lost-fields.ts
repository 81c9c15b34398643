/**
 * Whether custom fields that a PATCH leaves out stay is not known for v3 (harvest-api reference, 7.1 and 12). They are taken to stay, as
 * in v1; the answer shows whether they did, and what was lost is written back.
 */
import type { Api } from './api.ts';
import { CUSTOM_FIELD_OPTIONS } from './lists/fields.ts';
import type { WholeCandidate } from './lists/whole-candidate.ts';
import type { FieldValue } from './person-changes.ts';

type Fields = WholeCandidate['custom_fields'];

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** The keys that had a value, were not written, and have none any more. An answer that shows no fields says nothing. */
export function lostKeys(before: Fields, after: Fields, written: FieldValue[]): string[] {
  if (!before || !after) return [];
  const meant = new Set(written.map(({ key }) => key));
  return Object.keys(before).filter((key) => !meant.has(key) && !isEmpty(before[key]?.value) && isEmpty(after[key]?.value));
}

/** Selects are read as names and written as ids. */
async function writable(api: Api, key: string, { type, value }: NonNullable<Fields>[string]): Promise<unknown> {
  if (!type?.endsWith('_select')) return value;
  const options = await api.list(CUSTOM_FIELD_OPTIONS, { custom_field_key: key, fields: ['name'] });
  const idOf = (name: unknown): number[] => options.flatMap((option) => (option.name === name ? [option.id] : [])).slice(0, 1);
  return Array.isArray(value) ? value.flatMap(idOf) : idOf(value)[0];
}

/** The values of these fields as they were, ready to be written. */
export const asTheyWere = (api: Api, before: NonNullable<Fields>, keys: string[]): Promise<FieldValue[]> =>
  Promise.all(keys.map(async (key) => ({ key, value: before[key] && (await writable(api, key, before[key])) })));
