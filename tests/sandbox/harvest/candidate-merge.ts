import { applicationsForCandidate, attachmentsForApplication } from '../company/applications.ts';
import { educationsForCandidate, employmentsForCandidate, notesForCandidate } from '../company/candidates.ts';
import type { Candidate } from '../store/rows.ts';
import type { World } from '../world.ts';
import { forgetCandidate } from './forgetting.ts';
import { applyTags } from './tagging.ts';

/** Moves everything to the survivor; the other record is gone for good (harvest-api §7.1). */
export function mergeInto(world: World, survivor: Candidate, other: Candidate): void {
  const { db } = world;
  const theirs = (row: { candidate_id: number | null }): boolean => row.candidate_id === other.id;
  const moved = { candidate_id: survivor.id };
  for (const row of db.applications.where(theirs, { ids: applicationsForCandidate(other.id) })) {
    db.applications.update(row.id, moved);
    const its = db.attachments.where(({ application_id }) => application_id === row.id, {
      ids: attachmentsForApplication(row.id),
    });
    for (const file of its) db.attachments.update(file.id, moved);
  }
  for (const row of db.notes.where(theirs, { ids: notesForCandidate(other.id) })) db.notes.update(row.id, moved);
  for (const row of db.educations.where(theirs, { ids: educationsForCandidate(other.id) })) db.educations.update(row.id, moved);
  for (const row of db.employments.where(theirs, { ids: employmentsForCandidate(other.id) }))
    db.employments.update(row.id, moved);
  const union = unionOf(survivor, other);
  db.candidates.update(survivor.id, union);
  applyTags(world, survivor.id, union.tag_ids);
  forgetCandidate(world, other.id);
}

/** The survivor keeps what it has and gains what it has not. */
function unionOf(survivor: Candidate, other: Candidate) {
  const both = <T extends { value: string }>(mine: T[], theirs: T[]): T[] => {
    const known = new Set(mine.map(({ value }) => value.toLowerCase()));
    return [...mine, ...theirs.filter(({ value }) => !known.has(value.toLowerCase()))];
  };
  return {
    company: survivor.company ?? other.company,
    title: survivor.title ?? other.title,
    tag_ids: [...new Set([...survivor.tag_ids, ...other.tag_ids])],
    phone_numbers: both(survivor.phone_numbers, other.phone_numbers),
    addresses: both(survivor.addresses, other.addresses),
    email_addresses: both(survivor.email_addresses, other.email_addresses),
    website_addresses: both(survivor.website_addresses, other.website_addresses),
    social_media_addresses: both(survivor.social_media_addresses, other.social_media_addresses),
    values: { ...other.values, ...survivor.values },
  };
}
