/**
 * Every scope that what is built today uses: the connection test asks for these. What each is for is told by
 * `lib/options/purposes.ts`, which the worker has no use for; a test holds the two together.
 */
export const USED_SCOPES: readonly string[] = [
  'users:list',
  'jobs:list',
  'candidates:list',
  'applications:list',
  'candidates:create',
  'applications:create',
  'user_job_permissions:list',
  'user_roles:list',
  'job_owners:list',
  'job_hiring_managers:list',
  'departments:list',
  'offices:list',
  'job_interview_stages:list',
  'sources:list',
  'referrers:list',
  'prospect_pools:list',
  'prospect_pool_stages:list',
  'prospect_details:list',
  'candidate_tags:list',
  'candidate_tags:create',
  'applied_candidate_tags:list',
  'applied_candidate_tags:create',
  'notes:create',
  'notes:list',
  'rejection_details:list',
  'rejection_reasons:list',
  'user_emails:list',
  'candidates:update',
  'custom_fields:list',
  'custom_field_options:list',
  'custom_fields:create',
  'custom_field_options:create',
  'bulk_requests:list',
  'applications:destroy',
  'candidates:destroy',
  'applied_candidate_tags:destroy',
  'candidates:merge',
  'candidate_employments:list',
  'candidate_employments:create',
  'candidate_educations:list',
  'candidate_educations:create',
  'attachments:list',
  'attachments:create',
].map((scope) => `harvest:${scope}`);

/** Of those, what is used once, to make the fields for external ids. */
export const MAKING_FIELDS: ReadonlySet<string> = new Set(
  ['custom_fields:create', 'custom_field_options:create', 'bulk_requests:list'].map((scope) => `harvest:${scope}`),
);
