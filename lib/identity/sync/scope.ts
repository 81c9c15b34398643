/** What becomes of an index when somebody chooses another scope. */
import type { IndexScope } from './status.ts';

const size = (scope: IndexScope): number =>
  scope.kind === 'everybody' ? Number.POSITIVE_INFINITY : scope.kind === 'months' ? scope.months : 0;

export const isSame = (one: IndexScope, other: IndexScope): boolean => size(one) === size(other);

/** Of a wider scope all that is there is a part; of a narrower one nobody knows who would have to go. */
export const isWider = (scope: IndexScope, before: IndexScope): boolean => size(scope) > size(before);
