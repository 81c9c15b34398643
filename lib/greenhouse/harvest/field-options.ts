/** The options of a select field, found or made (harvest-api reference, 7.9). */
import { AppError } from '#lib/errors.ts';

import type { Api } from './api.ts';
import { inBulk, type Waiting } from './bulk.ts';
import { CUSTOM_FIELD_OPTIONS } from './lists/fields.ts';
import { uniqueNames } from './person-body.ts';

/** Far below the ten megabytes of a bulk call. */
const MOST_A_CALL = 1000;

/** Option name → id, of those that may be chosen. */
export async function listOptions(api: Api, fieldId: number, signal?: AbortSignal): Promise<Map<string, number>> {
  const query = { custom_field_ids: fieldId, active: true, fields: ['name'] } as const;
  return new Map((await api.list(CUSTOM_FIELD_OPTIONS, query, signal)).flatMap(({ id, name }) => (name ? [[name, id]] : [])));
}

/**
 * Every name with its option's id; those that are not there are made, in one call however many. May be repeated: what is there is found.
 * @throws AppError `greenhouse/unknown-outcome` when not all are there after the call has ended.
 */
export async function findOrMakeOptions(
  api: Api,
  fieldId: number,
  names: string[],
  waiting: Waiting,
): Promise<Map<string, number>> {
  const there = await listOptions(api, fieldId, waiting.signal);
  const missing = uniqueNames(names).filter((name) => !there.has(name));
  if (missing.length === 0) return there;
  const rows = missing.map((name, at) => ({ custom_field_id: fieldId, name, sort_order: there.size + at }));
  for (let at = 0; at < rows.length; at += MOST_A_CALL) {
    await inBulk(api, 'custom_field_options', rows.slice(at, at + MOST_A_CALL), waiting);
  }
  const all = await listOptions(api, fieldId, waiting.signal);
  if (missing.some((name) => !all.has(name))) throw new AppError('greenhouse/unknown-outcome');
  return all;
}
