/** What the recruiter chooses from besides the job. Each list is worth having without the others (reference, 7.2, 7.6, 7.7). */
import type { Choices } from '../schema.ts';

import type { Api } from './api.ts';
import { PROSPECT_POOL_STAGES, PROSPECT_POOLS, REFERRERS, SOURCES } from './lists/company.ts';
import { CANDIDATE_TAGS } from './lists/people.ts';
import type { Query } from './query.ts';
import type { Resource } from './resource.ts';
import { unlessForbidden } from '../http/tolerate.ts';

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

export async function listChoices(api: Api, actingUserId: number, now: () => number): Promise<Choices> {
  const refused: string[] = [];
  const list = <T, F extends object>(resource: Resource<T, F>, query?: Query<T, F>) =>
    unlessForbidden(api.list(resource, query), [], (scope) => refused.push(scope));
  const [sources, referrers, pools, poolStages, tags] = await Promise.all([
    list(SOURCES),
    list(REFERRERS),
    list(PROSPECT_POOLS, { active: true }),
    list(PROSPECT_POOL_STAGES),
    list(CANDIDATE_TAGS),
  ]);
  const stages = Map.groupBy(
    poolStages.toSorted((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0)),
    (stage) => stage.prospect_pool_id,
  );
  return {
    sources: sources.map(({ id, name, type }) => ({ id, name: name ?? '', strategy: type?.name })).toSorted(byName),
    credits: referrers.map(({ id, name, user_id }) => ({ id, name: name ?? '', me: user_id === actingUserId })).toSorted(byName),
    pools: pools
      .filter((pool) => pool.active !== false)
      .map(({ id, name }) => ({
        id,
        name: name ?? '',
        stages: (stages.get(id) ?? []).map((stage) => ({ id: stage.id, name: stage.name ?? '' })),
      }))
      .toSorted(byName),
    tags: tags.flatMap(({ name }) => name || []).toSorted((a, b) => a.localeCompare(b)),
    fetchedAt: now(),
    refused: refused.toSorted(),
  };
}
