/** Refusals that are told better by what stands behind them. */
import type { Connection } from '#lib/storage/schema.ts';

/** Whether what else is known of the connection explains what its last test ran into. */
export function isExplained(kept: Connection): boolean {
  const code = kept.error?.code;
  const readerNotAdmin = kept.health?.readerIsAdmin === false;
  const missing = kept.rights.some(({ state }) => state === 'missing');
  // Where no list is shown, nobody is found in one.
  return (
    (code === 'greenhouse/forbidden' && (readerNotAdmin || missing)) || (code === 'greenhouse/acting-user' && readerNotAdmin)
  );
}
