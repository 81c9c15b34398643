/** The organisation's policy, as the panel asks for it. Loaded after the panel has painted: nothing in it waits for a policy. */
import type { Policy } from '#lib/policy/policy.ts';
import { allowsUrl, goesAlong, type GoesAlong } from '#lib/policy/rules.ts';
import { settingsItem } from '#lib/storage/items.ts';
import { policyItem } from '#lib/storage/policy.ts';

/** Whether the policy lets this page be read. */
export const isAllowed = async (url: string): Promise<boolean> => allowsUrl(await policyItem.get(), url);

/** Calls back with the policy once it is read, and again at every change; returns how to stop. */
export function followPolicy(changed: (policy: Policy | null) => void): () => void {
  void policyItem.get().then(changed);
  return policyItem.watch(changed);
}

/** The same of what goes along with an export: the recruiter's word and the organisation's, as one. */
export function followGoesAlong(changed: (wanted: GoesAlong) => void): () => void {
  const again = async () => changed(goesAlong(await policyItem.get(), await settingsItem.get()));
  void again();
  const stops = [policyItem.watch(() => void again()), settingsItem.watch(() => void again())];
  return () => stops.forEach((stop) => stop());
}
