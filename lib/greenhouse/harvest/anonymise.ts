/** Empties parts of a person's record for good (harvest-api reference, 7.1). It cannot be undone. */
import { AppError } from '#lib/errors.ts';

import type { Api } from './api.ts';

/** Greenhouse's names of the parts. */
export const ANONYMISED = [
  'full_name',
  'current_company',
  'current_title',
  'tags',
  'phone_numbers',
  'emails',
  'social_media_links',
  'websites',
  'addresses',
  'location',
  'custom_candidate_fields',
  'source',
  'recruiter',
  'coordinator',
  'attachments',
  'application_questions',
  'referral_questions',
  'notes',
  'rejection_notes',
  'email_addresses',
  'activity_items',
  'innotes',
  'inmails',
  'rejection_reason',
  'scorecards_and_interviews',
  'offers',
  'credited_to',
  'headline',
  'all_offer_versions',
  'follow_up_reminders',
  'custom_application_fields',
  'education',
  'employment',
  'candidate_stage_data',
  'prospect_owner',
  'custom_rejection_question_fields',
  'touchpoints',
  'match_score_reasoning',
  'identity_verification',
] as const;
export type Anonymised = (typeof ANONYMISED)[number];

export async function anonymise(api: Api, candidateId: number, parts: readonly Anonymised[]): Promise<void> {
  if (parts.length === 0) throw new AppError('bug', { fields: ['fields'] });
  await api.act('candidates', candidateId, 'anonymize', { fields: [...new Set(parts)] }, 'patch');
}
