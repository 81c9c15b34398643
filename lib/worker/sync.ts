/** The index of everybody, as the worker keeps it. */
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { indexScope } from '#lib/policy/rules.ts';
import { peopleIndexItem } from '#lib/storage/items.ts';
import { policyItem } from '#lib/storage/policy.ts';

/** Nothing is fetched yet. */
export async function indexStatus(): Promise<IndexStatus> {
  const scope = indexScope(await policyItem.get(), (await peopleIndexItem.get()).scope);
  return { scope, state: 'off', people: 0, damaged: 0 };
}
