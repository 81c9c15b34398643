/** Applications, where they stand and where they stood (harvest-api reference, 7.2, 7.3, 7.5, 7.11, 13). */
import * as z from 'zod/mini';

import type { Ids, Period } from '../query.ts';
import { count, filteredBy, flag, reference, references, resource, text } from '../resource.ts';

interface ApplicationFilters {
  candidate_ids?: Ids;
  job_ids?: Ids;
  prospective_job_ids?: Ids;
  job_post_ids?: Ids;
  source_ids?: Ids;
  referrer_ids?: Ids;
  /** Rows of `/application_stages`; ids of interview stages find nothing, without an error. */
  stage_ids?: Ids;
  job_interview_stage_ids?: Ids;
  /** Asked for as `active`, read as `in_process`. */
  status?: 'rejected' | 'hired' | 'converted' | 'active';
  /** Exact, in this very case. */
  stage_name?: string;
  custom_field_option_id?: number;
  last_activity_at?: Period;
  prospect?: boolean;
}

export const APPLICATIONS = resource('applications', filteredBy<ApplicationFilters>(), {
  candidate_id: reference,
  job_id: reference,
  prospect: flag,
  prospective_job_ids: references,
  status: text,
  /** The row of `/application_stages` on which it stands: the guard of a move. */
  stage_id: reference,
  stage_name: text,
  recruiter_id: reference,
  created_at: text,
  rejected_at: text,
  last_activity_at: text,
});
export type ApplicationRow = z.infer<typeof APPLICATIONS.row>;

/** Every stage of the job has a row; only those that were entered carry times. */
export const APPLICATION_STAGES = resource(
  'application_stages',
  filteredBy<{ application_ids?: Ids; job_interview_stage_ids?: Ids; current?: boolean }>(),
  {
    application_id: reference,
    job_interview_stage_id: reference,
    entered_at: text,
    exited_at: text,
    days_in_stage: count,
    current: flag,
  },
);

export const REJECTION_REASONS = resource(
  'rejection_reasons',
  filteredBy<{ /** Greenhouse's own beside the company's. */ include_defaults?: boolean }>(),
  { name: text, type: z.nullish(z.object({ key: text, name: text })) },
);

export const REJECTION_DETAILS = resource(
  'rejection_details',
  filteredBy<{ application_ids?: Ids; rejection_reason_ids?: Ids; custom_field_option_id?: number }>(),
  { application_id: reference, rejected_by_id: reference, rejection_reason_id: reference, rejected_at: text },
);

interface OfferFilters {
  application_ids?: Ids;
  job_ids?: Ids;
  candidate_ids?: Ids;
  opening_ids?: Ids;
  /** With a capital, unlike elsewhere. */
  status?: 'Created' | 'Accepted' | 'Rejected' | 'Deprecated';
  resolved_at?: Period;
  sent_on?: Period;
  starts_on?: Period;
  custom_field_option_id?: number;
  /** Without the versions that another has replaced. */
  current_only?: boolean;
}

export const OFFERS = resource('offers', filteredBy<OfferFilters>(), {
  application_id: reference,
  job_id: reference,
  candidate_id: reference,
  opening_id: reference,
  version: count,
  status: text,
  starts_on: text,
  sent_on: text,
  resolved_at: text,
});

interface ProspectDetailFilters {
  application_ids?: Ids;
  pool_ids?: Ids;
  pool_stage_ids?: Ids;
  prospect_owner_ids?: Ids;
  department_ids?: Ids;
  office_ids?: Ids;
}

export const PROSPECT_DETAILS = resource('prospect_details', filteredBy<ProspectDetailFilters>(), {
  application_id: reference,
  pool_id: reference,
  pool_stage_id: reference,
  prospect_owner_id: reference,
});
