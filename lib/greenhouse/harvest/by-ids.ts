/** Lists by many ids: Harvest takes fifty of them a call. */
import type { Api, Query } from './api.ts';
import type { Resource } from './resource.ts';

const MOST_IDS = 50;
/** Enough to hide the waiting, few enough not to spend the rate limit in one gulp. */
const AT_ONCE = 4;

/** `filter` is `ids` for the list's own ids, else the plural of what is referred to (`candidate_ids`). */
export async function listByIds<T>(
  api: Api,
  resource: Resource<T>,
  filter: string,
  ids: Iterable<number>,
  query: Query = {},
): Promise<T[]> {
  const all = [...new Set(ids)];
  const chunks = Array.from({ length: Math.ceil(all.length / MOST_IDS) }, (_, at) =>
    all.slice(at * MOST_IDS, (at + 1) * MOST_IDS),
  );
  const answers: T[][] = [];
  const waiting = chunks.entries();
  const lane = async (): Promise<void> => {
    for (const [at, chunk] of waiting) answers[at] = await api.list(resource, { ...query, [filter]: chunk.join(',') });
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, chunks.length) }, lane));
  return answers.flat();
}
