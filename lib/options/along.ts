/** What goes along with every export: the recruiter's word, where the organisation leaves it to them. */
import { computed, signal } from '@preact/signals';

import type { Policy } from '#lib/policy/policy.ts';
import { goesAlong, isLocked, type GoesAlong } from '#lib/policy/rules.ts';
import { DEFAULT_SETTINGS, type Settings } from '#lib/storage/schema.ts';

import type { OptionsPorts } from './ports.ts';
import type { ChangeSettings } from './settings.ts';

type Ports = Pick<OptionsPorts, 'settings' | 'policy'>;

export function alongModel({ settings, policy }: Ports, change: ChangeSettings) {
  const rule = signal<Policy | null>(null);
  const chosen = signal<Settings>(DEFAULT_SETTINGS);
  return {
    goes: computed(() => goesAlong(rule.value, chosen.value)),
    isSet: (key: keyof GoesAlong): boolean => isLocked(rule.value, key),
    turn: (key: keyof GoesAlong, on: boolean): Promise<void> => change((now) => ({ ...now, [key]: on })),
    async start(): Promise<() => void> {
      [rule.value, chosen.value] = await Promise.all([policy.get(), settings.get()]);
      const stops = [policy.watch((changed) => (rule.value = changed)), settings.watch((changed) => (chosen.value = changed))];
      return () => stops.forEach((stop) => stop());
    },
  };
}
