import * as z from 'zod/mini';

import { appliedTagsForCandidate } from '../../company/candidates.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Named } from '../../store/company-rows.ts';
import type { AppliedTag } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { ids } from '../filters.ts';
import { existing, existingCandidate } from '../references.ts';
import { resource } from '../resource.ts';
import { body, creates, DONE, type Read } from '../write.ts';
import { requireCandidate, requireRecruiter, requireSiteAdmin } from '../rights.ts';
import { applyTags } from '../tagging.ts';
import { seesCandidateId } from '../visibility.ts';

const tagBody = body(z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(255)) }));
const appliedBody = body(z.strictObject({ candidate_id: z.int(), candidate_tag_id: z.int() }));

export const candidateTags = resource<Named>({
  name: 'candidate_tags',
  singular: 'Candidate tag',
  state: 'tags',
  table: (db) => db.tags,
  fields: ['name'],
  filters: {},
  create: creates(tagBody, (acting, { name }) => {
    const { tags } = acting.world.db;
    requireRecruiter(acting);
    if (tags.first((tag) => tag.name === name)) throw unprocessable({ name: 'has already been taken' });
    return tags.insert({ name });
  }),
  // Removes it everywhere (harvest-api §7.6).
  destroy: (acting, row) => {
    requireSiteAdmin(acting);
    const { db } = acting.world;
    for (const applied of db.appliedTags.where(({ candidate_tag_id }) => candidate_tag_id === row.id))
      db.appliedTags.remove(applied.id);
    db.tags.remove(row.id);
    return DONE;
  },
});

export const appliedCandidateTags = resource<AppliedTag>({
  name: 'applied_candidate_tags',
  singular: 'Applied candidate tag',
  state: 'appliedTags',
  table: (db) => db.appliedTags,
  fields: ['candidate_id', 'candidate_tag_id'],
  filters: { candidate_ids: ids('candidate_id', appliedTagsForCandidate), candidate_tag_ids: ids('candidate_tag_id') },
  visible: (acting, row) => seesCandidateId(acting, row.candidate_id),
  create: creates(appliedBody, apply),
  destroy: (acting, row) => {
    requireCandidate(acting, row.candidate_id);
    setTags(acting, row.candidate_id, (held) => held.filter((id) => id !== row.candidate_tag_id));
    return DONE;
  },
});

/** Ids only: applying by name no longer exists (harvest-api §7.6). */
function apply(acting: Acting, { candidate_id, candidate_tag_id }: Read<typeof appliedBody>): AppliedTag {
  const { world } = acting;
  existingCandidate(acting, candidate_id);
  existing(world.db.tags, candidate_tag_id, 'candidate_tag_id');
  requireCandidate(acting, candidate_id);
  setTags(acting, candidate_id, (held) => [...new Set([...held, candidate_tag_id])]);
  const row = world.db.appliedTags.first(
    (join) => join.candidate_id === candidate_id && join.candidate_tag_id === candidate_tag_id,
    { ids: appliedTagsForCandidate(candidate_id) },
  );
  if (!row) throw new Error('A tag that was just applied is not there.');
  return row;
}

function setTags({ world }: Acting, candidateId: number, change: (held: number[]) => number[]): void {
  const candidate = existing(world.db.candidates, candidateId, 'candidate_id');
  const tag_ids = change(candidate.tag_ids);
  world.db.candidates.update(candidateId, { tag_ids });
  applyTags(world, candidateId, tag_ids);
}
