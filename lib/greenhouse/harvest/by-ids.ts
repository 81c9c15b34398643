/** Lists by many ids: Harvest takes fifty of them a call (harvest-api reference, 4.3). */
import type { Api } from './api.ts';
import { type IdFilter, MOST_IDS, type Query } from './query.ts';
import type { Resource } from './resource.ts';

/** Enough to hide the waiting, few enough not to spend the rate limit in one gulp. */
const AT_ONCE = 4;

/** `filter` is `ids` for the list's own ids, else the plural of what is referred to (`candidate_ids`). */
export async function listByIds<T, F extends object>(
  api: Api,
  resource: Resource<T, F>,
  filter: IdFilter<F>,
  ids: Iterable<number>,
  query?: Query<T, F>,
): Promise<T[]> {
  const all = [...new Set(ids)];
  const chunks = Array.from({ length: Math.ceil(all.length / MOST_IDS) }, (_, at) =>
    all.slice(at * MOST_IDS, (at + 1) * MOST_IDS),
  );
  const answers: T[][] = [];
  const waiting = chunks.entries();
  const lane = async (): Promise<void> => {
    for (const [at, chunk] of waiting) answers[at] = await api.list(resource, { ...query, [filter]: chunk } as Query<T, F>);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, chunks.length) }, lane));
  return answers.flat();
}
