/** The names in a policy as what they mean in this Greenhouse. A name that it does not know sets nothing, and locks nothing. */
import type { Choices, Stage } from '#lib/greenhouse/schema.ts';

import type { Policy } from './policy.ts';
import { isLocked } from './rules.ts';

type Named = readonly { id: number; name: string }[];

function idOf(name: string | undefined, list: Named): number | undefined {
  const wanted = name?.toLowerCase();
  return list.find((entry) => entry.name.trim().toLowerCase() === wanted || String(entry.id) === wanted)?.id;
}

export const sourceOf = ({ defaultSource }: Policy, { sources }: Pick<Choices, 'sources'>): number | undefined =>
  idOf(defaultSource, sources);

export const stageOf = ({ defaultStage }: Policy, stages: readonly Stage[]): number | undefined => idOf(defaultStage, stages);

export const lockedSource = (policy: Policy, choices: Choices): number | undefined =>
  isLocked(policy, 'defaultSource') ? sourceOf(policy, choices) : undefined;

export const lockedStage = (policy: Policy, stages: readonly Stage[]): number | undefined =>
  isLocked(policy, 'defaultStage') ? stageOf(policy, stages) : undefined;

export const lockedTags = (policy: Policy): readonly string[] | undefined =>
  isLocked(policy, 'defaultTags') ? policy.defaultTags : undefined;
