/** The scopes that a credential may hold: `harvest:<resource>:<action>` (harvest-api §3, whole table). */
const ACTIONS: [resources: string, actions: string][] = [
  ['candidates', 'list create update destroy merge anonymize'],
  ['applications', 'list create update destroy move reject unreject hire convert_to_candidate'],
  ['attachments candidate_tags applied_candidate_tags candidate_educations candidate_employments', 'list create destroy'],
  ['notes user_emails', 'list create'],
  ['custom_fields custom_field_options openings interviews job_notes', 'list create update destroy'],
  ['custom_field_departments custom_field_offices job_owners job_hiring_managers', 'list create destroy'],
  ['user_job_permissions future_job_permissions', 'list create destroy'],
  ['sources referrers close_reasons rejection_reasons tracking_links email_templates eeoc', 'list'],
  ['demographic_question_sets demographic_questions demographic_answer_options demographic_answers', 'list'],
  ['rejection_details', 'list update'],
  ['prospect_pools prospect_pool_stages prospect_details', 'list'],
  ['jobs job_posts departments offices offers scorecards', 'list create update'],
  ['job_interview_stages job_interviews interview_kits application_stages', 'list'],
  ['interviewers interviewer_tags default_interviewers user_roles bulk_requests', 'list'],
  ['users', 'list create update activate deactivate revoke_permissions'],
  ['approval_flows', 'list create update request_approvals replace_approver_groups'],
  ['approver_groups', 'list replace_approver'],
  ['approvers job_boards job_post_locations job_post_searchable_locations', 'list'],
];

export const ALL_SCOPES: string[] = ACTIONS.flatMap(([resources, actions]) =>
  resources.split(' ').flatMap((resource) => actions.split(' ').map((action) => `harvest:${resource}:${action}`)),
);

/** What Candidate Ingestion asks consent for (harvest-api §2.3). */
export const INGESTION_SCOPES = ['candidates.create', 'candidates.view', 'jobs.view', 'prospect_pools.view'];
