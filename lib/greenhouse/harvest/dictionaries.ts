/** Schools, degrees and disciplines are options and never text (harvest-api reference, 7.10). Long lists: read once, kept by the caller. */
import type { Api } from './api.ts';
import { CUSTOM_FIELD_OPTIONS } from './lists/fields.ts';

/** A name as `nameKey` spells it → option id. */
export type Dictionary = ReadonlyMap<string, number>;

export interface Dictionaries {
  school: Dictionary;
  degree: Dictionary;
  discipline: Dictionary;
}

/** One spelling per name: without accents, case, or punctuation. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

async function dictionary(api: Api, key: string, signal?: AbortSignal): Promise<Dictionary> {
  const query = { custom_field_key: key, active: true, fields: ['name'] } as const;
  const options = await api.list(CUSTOM_FIELD_OPTIONS, query, signal);
  return new Map(options.flatMap(({ id, name }) => (name ? [[nameKey(name), id] as const] : [])));
}

export async function readDictionaries(api: Api, signal?: AbortSignal): Promise<Dictionaries> {
  const [school, degree, discipline] = await Promise.all([
    dictionary(api, 'school_name', signal),
    dictionary(api, 'degree', signal),
    dictionary(api, 'discipline', signal),
  ]);
  return { school, degree, discipline };
}
