/** What the organisation has set, as the options page follows it. */
import { signal } from '@preact/signals';

import type { Policy } from '#lib/policy/policy.ts';

import type { OptionsPorts } from './ports.ts';

export function managedModel({ policy: item }: Pick<OptionsPorts, 'policy'>) {
  /** Null when it is nothing. */
  const policy = signal<Policy | null>(null);
  return {
    policy,
    async start(): Promise<() => void> {
      policy.value = await item.get();
      return item.watch((changed) => (policy.value = changed));
    },
  };
}
