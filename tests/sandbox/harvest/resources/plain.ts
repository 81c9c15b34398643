import type { FurtherName } from '../../company/further.ts';
import type { Plain } from '../../store/company-rows.ts';
import { type Filter, ids } from '../filters.ts';
import { resource, type Resource } from '../resource.ts';

/** A collection whose names all follow from its path. */
export function plain(
  path: string,
  fields: string,
  filters: Record<string, Filter> = {},
  more: Partial<Resource<Plain>> = {},
): Resource {
  const state = path.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as FurtherName;
  const words = path.replaceAll('_', ' ').replace(/s$/, '');
  return resource<Plain>({
    name: path,
    singular: (words[0] ?? '').toUpperCase() + words.slice(1),
    state,
    table: (db) => db[state],
    fields: fields.split(' '),
    filters,
    ...more,
  });
}

/** `<parent>_ids` for each parent. */
export function parents(...names: string[]): Record<string, Filter> {
  return Object.fromEntries(names.map((name) => [`${name}_ids`, ids(`${name}_id`)]));
}
