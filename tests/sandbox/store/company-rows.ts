import type { Values } from './rows.ts';
import type { Row } from './table.ts';

export type Named = Row & { name: string };

export type Job = Row & {
  name: string;
  requisition_id: string | null;
  notes: string | null;
  confidential: boolean;
  status: 'open' | 'draft' | 'closed';
  opened_at: string | null;
  closed_at: string | null;
  is_template: boolean | null;
  copied_from_id: number | null;
  department_id: number | null;
  office_ids: number[];
  values: Values;
};

export type JobPost = Row & {
  title: string;
  job_id: number;
  job_board_id: number;
  internal: boolean;
  active: boolean;
  live: boolean;
  featured: boolean;
  first_published_at: string | null;
  content: string | null;
  internal_content: string | null;
  language: string | null;
  public_url: string | null;
  demographic_question_set_id: number | null;
  questions: unknown[];
};

export type Stage = Row & { job_id: number; name: string; sort_order: number; active: boolean };

export type Opening = Row & {
  job_id: number;
  opening_id: string | null;
  open: boolean;
  opened_at: string | null;
  closed_at: string | null;
  sort_order: number;
  application_id: number | null;
  close_reason_id: number | null;
  target_start_on: string | null;
  values: Values;
};

export type Department = Row & { name: string; parent_id: number | null; external_id: string | null };
export type Office = Department & { location: string | null; primary_in_house_contact_user_id: number | null };
export type JobOwner = Row & {
  job_id: number;
  user_id: number;
  type: 'sourcer' | 'recruiter' | 'coordinator';
  responsible: boolean;
};
export type HiringManager = Row & { job_id: number; user_id: number };
export type Source = Named & { type: { id: number; name: string } };
export type Referrer = Named & { user_id: number | null };
export type RejectionReason = Named & { type: { id: number; key: string; name: string }; built_in: boolean };

export type User = Row & {
  first_name: string;
  last_name: string;
  primary_email: string | null;
  emails: string[];
  job_title: string | null;
  agency_id: number | null;
  deactivated: boolean;
  site_admin: boolean;
  employee_id: string | null;
  linked_candidate_ids: number[];
  office_ids: number[];
  department_ids: number[];
  interviewer_tags: { id: number; name: string }[];
  values: Values;
  /** Rights that no endpoint shows. */
  service_account: boolean;
  sees_private: boolean;
  manages_custom_fields: boolean;
};

export type UserEmail = Row & { user_id: number; email: string; verified: boolean; verification_token_sent_at: string | null };
export type UserRole = Named & { role_type: 'deprecated_interviewer' | 'job_admin' | 'site_admin' };
export type JobPermission = Row & { job_id: number; user_id: number; role_id: number; automated: boolean | null };

export type Pool = Named & {
  active: boolean;
  description: string | null;
  department_ids: number[];
  office_ids: number[];
  job_ids: number[];
};
export type PoolStage = Named & { prospect_pool_id: number; sort_order: number };

export type CustomField = Named & {
  field_type: string;
  sort_order: number;
  value_type: string;
  private: boolean;
  required: boolean;
  require_approval: boolean;
  trigger_new_version: boolean;
  active: boolean;
  updated_by_id: number | null;
  internal_type: string | null;
  expose_in_job_board_api: boolean;
  placeholder: string | null;
  name_key: string;
  description: string | null;
  application_type: string | null;
  api_only: boolean;
  use_for_job_approvals: boolean;
  use_for_offer_approvals: boolean;
  template_token_string: string | null;
  default_value: unknown;
};
export type CustomFieldOption = Named & {
  custom_field_id: number;
  external_id: string | null;
  sort_order: number;
  active: boolean;
};

export type BulkRequest = Row & {
  bulk_action_uuid: string;
  status: string;
  record_count: number;
  success_count: number;
  failure_count: number;
  api_endpoint: string;
  requested_at: string;
  requested_by_user_id: number | null;
  completed_at: string | null;
  expires_at: string | null;
  active: boolean;
};

/** A row of a collection that a sourcing client only looks at: nothing here computes with its fields. */
export type Plain = Row & { [field: string]: unknown };
