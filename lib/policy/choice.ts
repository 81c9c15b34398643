/** The names in a policy as what they mean in this Greenhouse. A name that it does not know sets and locks nothing. */
import type { Choices, Stage } from '#lib/greenhouse/schema.ts';

import type { Policy } from './policy.ts';

type Named = readonly { id: number; name: string }[];

function idOf(name: string | undefined, list: Named): number | undefined {
  const wanted = name?.toLowerCase();
  return list.find((entry) => entry.name.trim().toLowerCase() === wanted || String(entry.id) === wanted)?.id;
}

export const sourceOf = ({ defaultSource }: Policy, { sources }: Pick<Choices, 'sources'>): number | undefined =>
  idOf(defaultSource, sources);

export const stageOf = ({ defaultStage }: Policy, stages: readonly Stage[]): number | undefined => idOf(defaultStage, stages);
