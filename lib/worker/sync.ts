/** The index of everybody, as the worker keeps it. */
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { peopleIndexItem } from '#lib/storage/items.ts';

/** Nothing is fetched yet. */
export async function indexStatus(): Promise<IndexStatus> {
  return { scope: (await peopleIndexItem.get()).scope, state: 'off', people: 0, damaged: 0 };
}
