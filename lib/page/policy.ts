/** The organisation's policy, as the panel asks for it. Loaded after the panel has painted: nothing in it waits for a policy. */
import type { Policy } from '#lib/policy/policy.ts';
import { allowsUrl } from '#lib/policy/rules.ts';
import { policyItem } from '#lib/storage/policy.ts';

/** Whether the policy lets this page be read. */
export const isAllowed = async (url: string): Promise<boolean> => allowsUrl(await policyItem.get(), url);

/** Calls back with the policy once it is read, and again at every change; returns how to stop. */
export function followPolicy(changed: (policy: Policy | null) => void): () => void {
  void policyItem.get().then(changed);
  return policyItem.watch(changed);
}
