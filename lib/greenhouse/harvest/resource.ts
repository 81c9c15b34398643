/** A Harvest list: where it is, what scope it takes, and those of its fields that we use. */
import * as z from 'zod/mini';

export interface Resource<T> {
  /** As in the path and in the scope: `harvest:<name>:list`. */
  name: string;
  row: z.ZodMiniType<T>;
}

export const scopeOf = (name: string, action: 'list' | 'create'): string => `harvest:${name}:${action}`;

export const id = z.number().check(z.int(), z.positive());
const text = z.nullish(z.string());
const reference = z.nullish(id);
const flag = z.nullish(z.boolean());
const references = z.nullish(z.array(id));

/** Every list's rows have an id; what we do not use is dropped, what is null or missing is allowed. */
const resource = <S extends z.core.$ZodLooseShape>(name: string, shape: S) => ({ name, row: z.object({ id, ...shape }) });

export const JOBS = resource('jobs', {
  name: text,
  requisition_id: text,
  confidential: flag,
  is_template: flag,
  department_id: reference,
  office_ids: references,
});
export const DEPARTMENTS = resource('departments', { name: text });
export const OFFICES = resource('offices', { name: text });
export const JOB_OWNERS = resource('job_owners', { job_id: reference });
export const JOB_HIRING_MANAGERS = resource('job_hiring_managers', { job_id: reference });
export const USER_JOB_PERMISSIONS = resource('user_job_permissions', { job_id: reference, role_id: reference });
export const USER_ROLES = resource('user_roles', { role_type: text });
export const JOB_INTERVIEW_STAGES = resource('job_interview_stages', {
  name: text,
  sort_order: z.nullish(z.number()),
  active: flag,
});

export const SOURCES = resource('sources', { name: text, type: z.nullish(z.object({ name: text })) });
export const REFERRERS = resource('referrers', { name: text, user_id: reference });
export const PROSPECT_POOLS = resource('prospect_pools', { name: text, active: flag });
export const PROSPECT_POOL_STAGES = resource('prospect_pool_stages', {
  name: text,
  prospect_pool_id: reference,
  sort_order: z.nullish(z.number()),
});
export const CANDIDATE_TAGS = resource('candidate_tags', { name: text });
export const APPLIED_CANDIDATE_TAGS = resource('applied_candidate_tags', { candidate_tag_id: reference });

export const USERS = resource('users', {
  name: text,
  first_name: text,
  last_name: text,
  primary_email: text,
  deactivated: flag,
  site_admin: flag,
});
export const USER_EMAILS = resource('user_emails', { user_id: reference });

const addresses = z.nullish(z.array(z.object({ value: text })));
export const CANDIDATES = resource('candidates', {
  first_name: text,
  last_name: text,
  title: text,
  company: text,
  last_activity_at: text,
  created_at: text,
  tags: z.nullish(z.array(z.string())),
  email_addresses: addresses,
  website_addresses: addresses,
  social_media_addresses: addresses,
});
export type CandidateRow = z.infer<typeof CANDIDATES.row>;

export const APPLICATIONS = resource('applications', {
  candidate_id: reference,
  job_id: reference,
  prospect: flag,
  prospective_job_ids: references,
  status: text,
  stage_name: text,
  recruiter_id: reference,
  created_at: text,
  rejected_at: text,
  last_activity_at: text,
});
export type ApplicationRow = z.infer<typeof APPLICATIONS.row>;
