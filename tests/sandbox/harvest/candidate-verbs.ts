import * as z from 'zod/mini';

import { applicationsForCandidate, attachmentsForApplication } from '../company/applications.ts';
import { educationsForCandidate, employmentsForCandidate, notesForCandidate } from '../company/candidates.ts';
import { unprocessable } from '../http/refusal.ts';
import type { Candidate } from '../store/rows.ts';
import type { Row, Table } from '../store/table.ts';
import type { World } from '../world.ts';
import { mergeInto } from './candidate-merge.ts';
import { existingCandidate } from './references.ts';
import { requireEveryJobOf, requireSiteAdmin } from './rights.ts';
import { body, type Change, does } from './write.ts';

const ANONYMIZED = '(Anonymized)';

const mergeBody = body(z.strictObject({ secondary_candidate_id: z.int() }));

/** `POST /candidates/{id}/merge`: the id of the path survives; nobody anonymized can be merged (harvest-api §7.1). */
export const mergeCandidates: Change<Candidate> = does(mergeBody, (acting, row: Candidate, { secondary_candidate_id }) => {
  const other = existingCandidate(acting, secondary_candidate_id, 'secondary_candidate_id');
  if (other.id === row.id) throw unprocessable({ secondary_candidate_id: 'is the surviving candidate' });
  for (const { id, first_name } of [row, other]) {
    requireEveryJobOf(acting, id);
    if (first_name === ANONYMIZED) throw unprocessable(`Candidate ${id} is anonymized and cannot be merged.`);
  }
  mergeInto(acting.world, row, other);
  return { status: 200, body: { message: `Candidate ${other.id} was merged into ${row.id}` } };
});

/** What each anonymized field empties. */
const EMPTIED: Record<string, Partial<Candidate>> = {
  full_name: { first_name: ANONYMIZED, last_name: ANONYMIZED, preferred_name: null },
  current_company: { company: null },
  current_title: { title: null },
  tags: { tag_ids: [] },
  phone_numbers: { phone_numbers: [] },
  emails: { email_addresses: [] },
  email_addresses: { email_addresses: [] },
  social_media_links: { social_media_addresses: [] },
  websites: { website_addresses: [] },
  addresses: { addresses: [] },
  custom_candidate_fields: { values: {} },
};

/** What each anonymized field takes away from around the person. */
const TAKEN: Record<string, (world: World, candidateId: number) => void> = {
  notes: ({ db }, id) => takeAll(db.notes, id, notesForCandidate(id)),
  education: ({ db }, id) => takeAll(db.educations, id, educationsForCandidate(id)),
  employment: ({ db }, id) => takeAll(db.employments, id, employmentsForCandidate(id)),
  attachments: ({ db }, id) => takeAll(db.attachments, id, applicationsForCandidate(id).flatMap(attachmentsForApplication)),
};

function takeAll<R extends Row & { candidate_id: number | null }>(table: Table<R>, candidateId: number, ids: number[]): void {
  for (const row of table.where(({ candidate_id }) => candidate_id === candidateId, { ids })) table.remove(row.id);
}

/** Documented, accepted, and nothing that the sandbox stores. */
const UNSTORED = [
  'location source recruiter coordinator application_questions referral_questions rejection_notes activity_items innotes inmails',
  'rejection_reason scorecards_and_interviews offers credited_to headline all_offer_versions follow_up_reminders',
  'custom_application_fields candidate_stage_data prospect_owner custom_rejection_question_fields touchpoints',
  'match_score_reasoning identity_verification',
].flatMap((line) => line.split(' '));

const NAMES = [...Object.keys(EMPTIED), ...Object.keys(TAKEN), ...UNSTORED];
const anonymizeBody = body(z.strictObject({ fields: z.array(z.enum(NAMES)).check(z.minLength(1)) }));

/** `PATCH /candidates/{id}/anonymize` (harvest-api §7.1). */
export const anonymizeCandidate: Change<Candidate> = does(anonymizeBody, (acting, row: Candidate, { fields }) => {
  requireSiteAdmin(acting);
  for (const field of fields) TAKEN[field]?.(acting.world, row.id);
  const changes = Object.assign({}, ...fields.map((field) => EMPTIED[field] ?? {})) as Partial<Candidate>;
  acting.world.db.candidates.update(row.id, changes);
  return { status: 200, body: { message: `Candidate ${row.id} was anonymized` } };
});
