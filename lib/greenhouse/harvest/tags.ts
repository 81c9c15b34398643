/** Tags on people: found or made by name, applied by id, because applying by name no longer exists (harvest-api reference, 7.6). */
import { answered, withId } from './answered.ts';
import type { Api } from './api.ts';
import { APPLIED_CANDIDATE_TAGS, CANDIDATE_TAGS } from './lists/people.ts';
import { uniqueNames } from './person-body.ts';
import { gone } from './take-back.ts';

async function tagsAround(api: Api, candidateId: number) {
  const [existing, applied] = await Promise.all([
    api.list(CANDIDATE_TAGS),
    api.list(APPLIED_CANDIDATE_TAGS, { candidate_ids: candidateId }),
  ]);
  const idByName = new Map(existing.flatMap(({ id, name }) => (name ? [[name.trim().toLowerCase(), id] as const] : [])));
  return { idByName, applied };
}

/** Finds or makes each tag, then applies those that are not on the person yet: may be repeated, as what was done is found. Answers those that were missing. */
export async function addTags(api: Api, candidateId: number, tags: string[]): Promise<string[]> {
  const wanted = uniqueNames(tags);
  const added: string[] = [];
  if (wanted.length === 0) return added;
  const { idByName, applied } = await tagsAround(api, candidateId);
  const there = new Set(applied.map(({ candidate_tag_id }) => candidate_tag_id));
  for (const name of wanted) {
    const tagId = idByName.get(name.toLowerCase()) ?? answered(withId, await api.create('candidate_tags', { name })).id;
    if (there.has(tagId)) continue;
    await api.create('applied_candidate_tags', { candidate_id: candidateId, candidate_tag_id: tagId });
    added.push(name);
  }
  return added;
}

/** Takes tags off the person; the tags themselves stay. May be repeated too. */
export async function removeTags(api: Api, candidateId: number, tags: string[]): Promise<void> {
  const unwanted = uniqueNames(tags);
  if (unwanted.length === 0) return;
  const { idByName, applied } = await tagsAround(api, candidateId);
  const ids = new Set(unwanted.flatMap((name) => idByName.get(name.toLowerCase()) ?? []));
  for (const { id, candidate_tag_id } of applied) {
    if (candidate_tag_id && ids.has(candidate_tag_id)) await gone(api.remove('applied_candidate_tags', id));
  }
}
