/** Every scope that the main job uses, and what for. One table: the connection test asks it, the options page explains it. */

export interface NeededScope {
  /** `harvest:<resource>:<action>`. */
  scope: string;
  /** What is lost without it: the last part of a message key. */
  purpose: string;
  need: 'required' | 'optional';
}

const required = (scope: string, purpose: string): NeededScope => ({ scope: `harvest:${scope}`, purpose, need: 'required' });
const optional = (scope: string, purpose: string): NeededScope => ({ scope: `harvest:${scope}`, purpose, need: 'optional' });

export const NEEDED_SCOPES: readonly NeededScope[] = [
  required('users:list', 'acting_user'),
  required('jobs:list', 'jobs'),
  required('candidates:list', 'find_people'),
  required('applications:list', 'applications'),
  required('candidates:create', 'create_person'),
  required('applications:create', 'add_to_job'),
  optional('user_job_permissions:list', 'scope_jobs'),
  optional('user_roles:list', 'scope_jobs'),
  optional('job_owners:list', 'my_jobs'),
  optional('job_hiring_managers:list', 'my_jobs'),
  optional('departments:list', 'departments'),
  optional('offices:list', 'offices'),
  optional('job_interview_stages:list', 'stages'),
  optional('sources:list', 'sources'),
  optional('referrers:list', 'credit'),
  optional('prospect_pools:list', 'pools'),
  optional('prospect_pool_stages:list', 'pool_stages'),
  optional('candidate_tags:list', 'tags'),
  optional('candidate_tags:create', 'new_tags'),
  optional('applied_candidate_tags:list', 'add_tags'),
  optional('applied_candidate_tags:create', 'add_tags'),
  optional('notes:create', 'notes'),
  optional('user_emails:list', 'other_email'),
];
