import { appliedTagsForCandidate } from '../company/candidates.ts';
import { unprocessable } from '../http/refusal.ts';
import type { World } from '../world.ts';

/** Tag names as ids; an unknown name makes the tag (harvest-api §12 #18). */
export function tagIds(world: World, names: string[]): number[] {
  const ids = names.map((name) => {
    const known = world.db.tags.first((tag) => tag.name === name);
    if (!known && world.quirks.unknownTags === '422') throw unprocessable({ tags: `\`${name}\` does not exist` });
    return (known ?? world.db.tags.insert({ name })).id;
  });
  return [...new Set(ids)];
}

/** Keeps the rows of `/applied_candidate_tags` in step with the tags of a candidate. */
export function applyTags(world: World, candidateId: number, ids: number[]): void {
  const held = world.db.appliedTags.where((row) => row.candidate_id === candidateId, {
    ids: appliedTagsForCandidate(candidateId),
  });
  for (const row of held) if (!ids.includes(row.candidate_tag_id)) world.db.appliedTags.remove(row.id);
  const before = new Set(held.map((row) => row.candidate_tag_id));
  for (const id of ids) if (!before.has(id)) world.db.appliedTags.insert({ candidate_id: candidateId, candidate_tag_id: id });
}
