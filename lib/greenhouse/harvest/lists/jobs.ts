/** Jobs and what belongs to them (harvest-api reference, 7.7). */
import type { Ids, Period } from '../query.ts';
import { count, filteredBy, flag, reference, references, resource, text } from '../resource.ts';

/** The one list whose department and office are singular. */
interface JobFilters {
  status?: 'open' | 'draft' | 'closed';
  opened_at?: Period;
  closed_at?: Period;
  requisition_id?: string;
  department_id?: number;
  office_id?: number;
  custom_field_option_id?: number;
  confidential?: boolean;
}

export const JOBS = resource('jobs', filteredBy<JobFilters>(), {
  name: text,
  /** `open`, `draft`, `closed`. */
  status: text,
  requisition_id: text,
  confidential: flag,
  is_template: flag,
  department_id: reference,
  office_ids: references,
});

export const JOB_INTERVIEW_STAGES = resource('job_interview_stages', filteredBy<{ job_ids?: Ids; active?: boolean }>(), {
  job_id: reference,
  name: text,
  sort_order: count,
  active: flag,
});

interface JobPostFilters {
  job_ids?: Ids;
  job_board_ids?: Ids;
  active?: boolean;
  featured?: boolean;
  live?: boolean;
  internal?: boolean;
}

export const JOB_POSTS = resource('job_posts', filteredBy<JobPostFilters>(), {
  title: text,
  job_id: reference,
  internal: flag,
  live: flag,
  language: text,
  public_url: text,
});

interface OpeningFilters {
  job_ids?: Ids;
  application_ids?: Ids;
  close_reason_ids?: Ids;
  opened_at?: Period;
  closed_at?: Period;
  open?: boolean;
  /** The company's own name for it, not its id. */
  opening_id?: string;
  custom_field_option_id?: number;
}

export const OPENINGS = resource('openings', filteredBy<OpeningFilters>(), {
  job_id: reference,
  opening_id: text,
  open: flag,
  opened_at: text,
  target_start_on: text,
});

export const JOB_OWNERS = resource(
  'job_owners',
  filteredBy<{ user_ids?: Ids; job_ids?: Ids; type?: 'sourcer' | 'recruiter' | 'coordinator' }>(),
  { job_id: reference, user_id: reference, type: text, responsible: flag },
);
export const JOB_HIRING_MANAGERS = resource('job_hiring_managers', filteredBy<{ user_ids?: Ids; job_ids?: Ids }>(), {
  job_id: reference,
  user_id: reference,
});

interface TrackingLinkFilters {
  job_ids?: Ids;
  source_ids?: Ids;
  referrer_ids?: Ids;
  job_board_ids?: Ids;
  job_post_ids?: Ids;
  related_post_ids?: Ids;
  token?: string;
  related_post_type?: string;
}

export const TRACKING_LINKS = resource('tracking_links', filteredBy<TrackingLinkFilters>(), {
  token: text,
  job_id: reference,
  source_id: reference,
  referrer_id: reference,
});
