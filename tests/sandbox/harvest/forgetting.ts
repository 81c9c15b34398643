import {
  applicationsForCandidate,
  attachmentsForApplication,
  prospectDetailsForApplication,
  rejectionsForApplication,
  stagesForApplication,
} from '../company/applications.ts';
import {
  appliedTagsForCandidate,
  educationsForCandidate,
  employmentsForCandidate,
  notesForCandidate,
} from '../company/candidates.ts';
import type { Application } from '../store/rows.ts';
import type { Row, Table } from '../store/table.ts';
import type { World } from '../world.ts';

/** A person with everything that hangs on them (harvest-api §7.1). */
export function forgetCandidate(world: World, candidateId: number): void {
  const { db } = world;
  const theirs = (row: { candidate_id: number | null }): boolean => row.candidate_id === candidateId;
  for (const row of db.applications.where(theirs, { ids: applicationsForCandidate(candidateId) })) forgetApplication(world, row);
  removeAll(db.notes, theirs, notesForCandidate(candidateId));
  removeAll(db.appliedTags, theirs, appliedTagsForCandidate(candidateId));
  removeAll(db.educations, theirs, educationsForCandidate(candidateId));
  removeAll(db.employments, theirs, employmentsForCandidate(candidateId));
  db.candidates.remove(candidateId);
}

/** An application with its files and its history; what was noted stays with the person. */
export function forgetApplication({ db }: World, { id }: Application): void {
  const its = (row: { application_id: number }): boolean => row.application_id === id;
  removeAll(db.attachments, its, attachmentsForApplication(id));
  removeAll(db.applicationStages, its, stagesForApplication(id));
  removeAll(db.prospectDetails, its, prospectDetailsForApplication(id));
  removeAll(db.rejectionDetails, its, rejectionsForApplication(id));
  db.applications.remove(id);
}

function removeAll<R extends Row>(table: Table<R>, test: (row: R) => boolean, ids: number[]): void {
  for (const row of table.where(test, { ids })) table.remove(row.id);
}
