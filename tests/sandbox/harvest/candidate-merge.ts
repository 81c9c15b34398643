import { applicationsForCandidate, attachmentsForApplication } from '../company/applications.ts';
import { notesForCandidate, seededWithEmail } from '../company/candidates.ts';
import type { Candidate } from '../store/rows.ts';
import type { World } from '../world.ts';

/** Moves everything to the survivor; the other record is gone for good (harvest-api §7.1). */
export function mergeInto(world: World, survivorId: number, otherId: number): void {
  const { db } = world;
  const theirs = (row: { candidate_id: number | null }): boolean => row.candidate_id === otherId;
  const moved = { candidate_id: survivorId };
  for (const row of db.applications.where(theirs, { ids: applicationsForCandidate(otherId) })) {
    db.applications.update(row.id, moved);
    for (const file of db.attachments.where(({ application_id }) => application_id === row.id, {
      ids: attachmentsForApplication(row.id),
    }))
      db.attachments.update(file.id, moved);
  }
  for (const row of db.notes.where(theirs, { ids: notesForCandidate(otherId) })) db.notes.update(row.id, moved);
  forget(world, otherId);
}

/** A person and their applications, gone. */
export function forget(world: World, candidateId: number): void {
  for (const row of world.db.applications.where((application) => application.candidate_id === candidateId, {
    ids: applicationsForCandidate(candidateId),
  })) {
    world.db.applications.remove(row.id);
  }
  world.db.candidates.remove(candidateId);
}

/**
 * The organisation's Auto-Merge setting: a new person with the e-mail address of an older one vanishes into it,
 * identical names first, then the latest activity (harvest-api §8.2).
 */
export function autoMerge(world: World, newcomer: Candidate): void {
  if (!world.quirks.autoMerge) return;
  const addresses = new Set(newcomer.email_addresses.map(({ value }) => value.toLowerCase()));
  const twins = world.db.candidates.where(
    ({ id, email_addresses }) => id !== newcomer.id && email_addresses.some(({ value }) => addresses.has(value.toLowerCase())),
    { ids: [...addresses].flatMap(seededWithEmail) },
  );
  const [survivor] = twins.sort(
    (one, other) =>
      Number(sameName(other, newcomer)) - Number(sameName(one, newcomer)) ||
      (other.last_activity_at ?? '').localeCompare(one.last_activity_at ?? ''),
  );
  if (survivor) mergeInto(world, survivor.id, newcomer.id);
}

function sameName(one: Candidate, other: Candidate): boolean {
  return one.first_name === other.first_name && one.last_name === other.last_name;
}
