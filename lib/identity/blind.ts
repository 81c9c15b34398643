/** What an answer could not look at: "nobody found" must not be taken for more than it is. */
import type { BlindSpot } from './schema.ts';
import type { IndexStatus } from './sync/status.ts';

/** Changes are fetched many times a day; after this something is in the way. */
const STALE_AFTER_MS = 24 * 60 * 60_000;

/** @param damaged whether a part that had to be read was. */
export function blindSpotsOf(status: IndexStatus | undefined, damaged: boolean, now: number): BlindSpot[] {
  if (!status) return [];
  const { scope, state, upTo } = status;
  if (scope.kind === 'off' || state === 'off' || state === 'asks') return ['index-off'];
  return [
    ...(upTo === undefined ? (['index-filling'] as const) : now - upTo > STALE_AFTER_MS ? (['index-stale'] as const) : []),
    ...(scope.kind === 'months' ? (['index-months'] as const) : []),
    ...(damaged || status.damaged > 0 ? (['index-damaged'] as const) : []),
    ...(status.unreadable ? (['index-unreadable'] as const) : []),
  ];
}
