/** A Harvest list: where it is, what it may be asked for, and those of its fields that we use. The lists themselves are in `lists/`. */
import * as z from 'zod/mini';

import { id } from '../schema.ts';

export interface Resource<T, F = object> {
  /** As in the path and in the scope: `harvest:<name>:list`. */
  name: string;
  row: z.ZodMiniType<T>;
  /** For the compiler alone. */
  filters?: F;
}

export const scopeOf = (name: string, action: string): string => `harvest:${name}:${action}`;

export { id };
export const text = z.nullish(z.string());
export const count = z.nullish(z.number());
export const reference = z.nullish(id);
export const flag = z.nullish(z.boolean());
export const references = z.nullish(z.array(id));

/** Names a list's filters to the compiler. */
/* @__NO_SIDE_EFFECTS__ */
export const filteredBy = <F extends object>(filters?: F): F | undefined => filters;

/**
 * Every list's rows have an id; what we do not use is dropped, what is null or missing is allowed, what is new is tolerated.
 */
/* @__NO_SIDE_EFFECTS__ */
export const resource = <F extends object, S extends z.core.$ZodLooseShape>(
  name: string,
  _filters: F | undefined,
  shape: S,
): { name: string; row: z.ZodMiniObject<{ id: typeof id } & S>; filters?: F } => ({ name, row: z.object({ id, ...shape }) });
