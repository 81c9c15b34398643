/**
 * In which pools somebody known is a prospect: asked when a pool is chosen for them, because nothing else depends on it, and once for
 * each verdict.
 */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import { ofUnknownPool, withPools } from '#lib/export/target.ts';
import type { InPool, KnownPerson } from '#lib/greenhouse/schema.ts';

import { targetOf } from './choice.ts';
import type { Draft } from './draft.ts';
import type { PanelPorts } from './ports.ts';
import type { Standing } from './standing.ts';

export interface PoolsModel {
  /** With what was told of their pools. */
  standing: ReadonlySignal<Standing>;
  start(): () => void;
}

export function createPools(
  { greenhouse }: Pick<PanelPorts, 'greenhouse'>,
  draft: ReadonlySignal<Draft | undefined>,
  standing: ReadonlySignal<Standing>,
): PoolsModel {
  const told = signal<{ of: KnownPerson; pools: readonly InPool[] } | undefined>(undefined);
  let asked: KnownPerson | undefined;

  const known = computed(() => (standing.value.is === 'known' ? standing.value.match.person : undefined));
  const unknown = computed(() =>
    draft.value && known.value ? ofUnknownPool(targetOf(draft.value.choice), known.value.applications) : [],
  );

  async function ask(of: KnownPerson): Promise<void> {
    asked = of;
    const pools = await greenhouse.poolsOf(unknown.value).catch(() => []);
    if (asked === of) told.value = { of, pools };
  }

  return {
    standing: computed(() => {
      const now = standing.value;
      if (now.is !== 'known' || unknown.value.length === 0) return now;
      const { person } = now.match;
      // Until it is told they may be added: the worker looks itself before it does so.
      const waiting = { ...person, applications: person.applications.filter(({ id }) => !unknown.value.includes(id)) };
      return {
        is: 'known',
        match: { ...now.match, person: told.value?.of === person ? withPools(person, told.value.pools) : waiting },
      };
    }),
    start: () =>
      effect(() => {
        const of = known.value;
        if (of && of !== asked && unknown.value.length > 0) void ask(of);
      }),
  };
}
