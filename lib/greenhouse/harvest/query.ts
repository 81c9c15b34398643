/**
 * What a list is asked for (harvest-api reference, section 4.3). A filter that the list does not have, a name of Harvest v1, or a
 * singular where the plural is meant does not compile; what types cannot say is refused before it is sent.
 */
import { AppError } from '#lib/errors.ts';

import type { Period } from '../port.ts';

/** One id or several. */
export type Ids = number | readonly number[];

export type { Period };

/** By when a row was made, or by when it changed: Greenhouse refuses both at once. */
type ByTime = { created_at?: Period; updated_at?: never } | { created_at?: never; updated_at?: Period };

/** The filters `F` of a list beside those that every list has. `T` is what we read of a row. */
export type Query<T, F = object> = F & {
  ids?: Ids;
  /** Slim answers: only these, and the id. Fields that the rest of us does not read are not worth asking for. */
  fields?: readonly (keyof T & string)[];
  per_page?: number;
} & ByTime;

/** A cursor stands alone: it remembers filters and page size, and anything beside it is refused (section 4.2). */
export type Resumed<T, F = object> = { cursor: string } & { [K in keyof Query<T, F>]?: never };

/** The filters that take a list of ids. */
export type IdFilter<F> = 'ids' | ({ [K in keyof F]-?: readonly number[] extends F[K] ? K : never }[keyof F] & string);

/** Harvest takes this many ids, or fields, a call. */
export const MOST_IDS = 50;

/** `_on` is a date, `_at` a date-time (section 4.1). */
const moment = (name: string, at: number): string => {
  const iso = new Date(at).toISOString();
  return name.endsWith('_on') ? iso.slice(0, 10) : iso;
};

/** The form with pipes: documented, and seen to work (section 4.3). */
const piped = (name: string, { from, to }: Period): string =>
  [from === undefined ? [] : ['gte', moment(name, from)], to === undefined ? [] : ['lte', moment(name, to)]].flat().join('|');

function written(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const entries = [...new Set(name === 'fields' ? ['id', ...(value as string[])] : value)];
    return entries.length > MOST_IDS ? '' : entries.join(',');
  }
  return typeof value === 'object' && value !== null ? piped(name, value) : String(value);
}

/** @throws AppError `bug` for what must not be sent: an empty filter would be no filter, and more than fifty are refused. */
export function parameters(query: object): URLSearchParams {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, written(name, value)] as [string, string]],
  );
  const wrong = pairs.filter(([, value]) => value === '').map(([name]) => name);
  if (wrong.length > 0) throw new AppError('bug', { fields: wrong });
  return new URLSearchParams(pairs);
}
