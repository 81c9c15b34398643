import * as z from 'zod/mini';

import type { Row } from '../../store/table.ts';
import type { Acting } from '../acting.ts';
import { bulk } from '../bulk.ts';
import { existing } from '../references.ts';
import type { Resource } from '../resource.ts';
import { body, creates, deleted, updates } from '../write.ts';

type Shape = Record<string, z.ZodMiniType>;
type Given<S extends Shape> = z.infer<z.ZodMiniObject<S>>;

type Writing<R extends Row, C extends Shape, P extends Shape> = {
  table: Resource<R>['table'];
  /** The keys of a POST, and what it keeps. */
  create: C;
  make: (acting: Acting, given: Given<C>) => R;
  /** The keys of a PATCH, and what it changes. */
  update: P;
  edit: (acting: Acting, row: R, given: Given<P>) => R;
};

/** POST and PATCH of one record. */
export function writable<R extends Row, C extends Shape, P extends Shape>(
  writing: Writing<R, C, P>,
): Pick<Resource<R>, 'create' | 'update'> {
  const { create, make, update, edit } = writing;
  return {
    create: creates(body(z.strictObject(create)), (acting, given) => make(acting, given as Given<C>)),
    update: updates(body(z.strictObject(update)), (acting, row: R, given) => edit(acting, row, given as Given<P>)),
  };
}

/** The same, and of many under `/bulk`, where each item of a PATCH names its `id` (harvest-api §7.7). */
export function writableInBulk<R extends Row, C extends Shape, P extends Shape>(
  writing: Writing<R, C, P>,
): Pick<Resource<R>, 'create' | 'update' | 'bulk'> {
  const { table, create, make, update, edit } = writing;
  return {
    ...writable(writing),
    bulk: {
      POST: bulk('create', z.strictObject(create), (acting) => (one) => make(acting, one)),
      PATCH: bulk('update', z.strictObject({ ...update, id: z.int() }), (acting) => (one) => {
        const { id, ...rest } = one as { id: number };
        return edit(acting, existing(table(acting.world.db), id, 'id'), rest as unknown as Given<P>);
      }),
    },
  };
}

/** DELETE, for those whom `allow` lets. */
export function removable<R extends Row>(
  what: string,
  table: Resource<R>['table'],
  allow: (acting: Acting, row: R) => void,
): Pick<Resource<R>, 'destroy'> {
  return {
    destroy: (acting, row) => {
      allow(acting, row);
      table(acting.world.db).remove(row.id);
      return deleted(what, row);
    },
  };
}
