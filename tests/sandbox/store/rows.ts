import type { Row } from './table.ts';

/** A contact value; social media addresses are the untyped ones (harvest-api §7.1). */
export type Typed = { value: string; type: string };
export type Untyped = { value: string };

/** Custom field values by the field's id, selects as option ids: the write form, stored. */
export type Values = Record<number, unknown>;

export type Candidate = Row & {
  first_name: string;
  last_name: string;
  preferred_name: string | null;
  company: string | null;
  title: string | null;
  last_activity_at: string | null;
  private: boolean;
  can_email: boolean;
  time_zone: string | null;
  tag_ids: number[];
  linked_user_ids: number[];
  phone_numbers: Typed[];
  addresses: Typed[];
  email_addresses: Typed[];
  website_addresses: Typed[];
  social_media_addresses: Untyped[];
  values: Values;
  /** Only Candidate Ingestion knows it (harvest-api §8.3). */
  external_id: string | null;
};

export type Application = Row & {
  candidate_id: number;
  job_id: number | null;
  job_post_id: number | null;
  recruiter_id: number | null;
  coordinator_id: number | null;
  referrer_id: number | null;
  source_id: number | null;
  /** An application-stage row (harvest-api §7.3, trap 2). */
  stage_id: number | null;
  stage_name: string | null;
  job_interview_stage_id: number | null;
  status: 'in_process' | 'rejected' | 'hired' | 'converted';
  needs_decision: boolean | null;
  prospect: boolean;
  rejected_at: string | null;
  last_activity_at: string | null;
  location_address: string | null;
  answers: { question: string; answer: string }[] | null;
  prospective_job_ids: number[];
  agency_note_id: number | null;
  values: Values;
};

export type ProspectDetail = Row & {
  application_id: number;
  pool_id: number | null;
  pool_stage_id: number | null;
  prospect_owner_id: number | null;
  department_id: number | null;
  office_id: number | null;
};

export type ApplicationStage = Row & {
  application_id: number;
  job_interview_stage_id: number;
  entered_at: string | null;
  exited_at: string | null;
  days_in_stage: number;
  current: boolean;
};

export type RejectionDetail = Row & {
  application_id: number;
  rejected_by_id: number | null;
  rejection_reason_id: number | null;
  rejected_at: string | null;
  rejection_note_id: number | null;
  values: Values;
};

export type Attachment = Row & {
  application_id: number;
  candidate_id: number | null;
  type: string;
  filename: string;
  url: string;
  visibility: string;
  content: string | null;
};

export type Note = Row & {
  candidate_id: number | null;
  application_id: number | null;
  body: string | null;
  subject: string | null;
  type: string;
  user_id: number | null;
  email_from: string | null;
  email_to: string | null;
  email_cc: string[] | null;
  import_hash: string | null;
  body_with_tags: string | null;
  visibility: string | null;
  email_attachment_file_names: string[] | null;
};

export type AppliedTag = Row & { candidate_id: number; candidate_tag_id: number };

export type Education = Row & {
  candidate_id: number;
  school_name_custom_field_option_id: number | null;
  degree_custom_field_option_id: number | null;
  discipline_custom_field_option_id: number | null;
  start_at: string | null;
  end_at: string | null;
  start_date_month: number | null;
  start_date_year: number | null;
  end_date_month: number | null;
  end_date_year: number | null;
  latest: boolean;
};

export type Employment = Row & {
  candidate_id: number;
  company_name: string;
  title: string;
  start_date: string;
  end_date: string | null;
  latest: boolean;
};
