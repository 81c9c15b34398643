import * as z from 'zod/mini';

import { validBody } from '../http/json-body.ts';
import { unprocessable } from '../http/refusal.ts';
import type { Candidate } from '../store/rows.ts';
import { mergeInto } from './candidate-merge.ts';
import { existing } from './references.ts';
import type { Change } from './resource.ts';
import { requireSiteAdmin } from './rights.ts';

const mergeBody = z.strictObject({ secondary_candidate_id: z.int() });

/** `POST /candidates/{id}/merge`: the id of the path survives (harvest-api §7.1). */
export const mergeCandidates: Change<Candidate> = (acting, row, body) => {
  const { secondary_candidate_id } = validBody(mergeBody, body);
  requireSiteAdmin(acting);
  existing(acting.world.db.candidates, secondary_candidate_id, 'secondary_candidate_id');
  if (secondary_candidate_id === row.id) throw unprocessable({ secondary_candidate_id: 'is the surviving candidate' });
  mergeInto(acting.world, row.id, secondary_candidate_id);
  return { status: 200, body: { message: `Candidate ${secondary_candidate_id} was merged into ${row.id}` } };
};

/** What each anonymized field empties; the documented names of what the sandbox does not store are accepted too. */
const EMPTIED: Record<string, Partial<Candidate>> = {
  full_name: { first_name: '(Anonymized)', last_name: '(Anonymized)', preferred_name: null },
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

const UNSTORED = [
  'location source recruiter coordinator attachments application_questions referral_questions notes rejection_notes activity_items',
  'innotes inmails rejection_reason scorecards_and_interviews offers credited_to headline all_offer_versions follow_up_reminders',
  'custom_application_fields education employment candidate_stage_data prospect_owner custom_rejection_question_fields touchpoints',
  'match_score_reasoning identity_verification',
].flatMap((line) => line.split(' '));

const anonymizeBody = z.strictObject({ fields: z.array(z.enum([...Object.keys(EMPTIED), ...UNSTORED])).check(z.minLength(1)) });

/** `PATCH /candidates/{id}/anonymize` (harvest-api §7.1). */
export const anonymizeCandidate: Change<Candidate> = (acting, row, body) => {
  const { fields } = validBody(anonymizeBody, body);
  requireSiteAdmin(acting);
  const changes = Object.assign({}, ...fields.map((field) => EMPTIED[field] ?? {})) as Partial<Candidate>;
  acting.world.db.candidates.update(row.id, changes);
  return { status: 200, body: { message: `Candidate ${row.id} was anonymized` } };
};
