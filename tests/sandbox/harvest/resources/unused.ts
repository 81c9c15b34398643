import { Table } from '../../store/table.ts';
import { choice, CUSTOM_FIELD_OPTION, type Filter, flag, ids, text } from '../filters.ts';
import { instant } from '../instants.ts';
import { resource, type Resource } from '../resource.ts';

/**
 * Collections that Birch Labs has and does not use: their parameters are checked like everywhere, their lists are
 * empty (harvest-api §7.7, §7.8, §7.11, §13).
 */
const UNUSED: Record<string, { fields: string; filters?: Record<string, Filter> }> = {
  interviews: {
    fields: 'application_id job_id job_interview_id organizer_id starts_at ends_at external_event_id status',
    filters: {
      ...many('job', 'application', 'job_interview', 'organizer'),
      starts_at: instant('starts_at'),
      ends_at: instant('ends_at'),
      external_event_id: text('external_event_id'),
      status: choice(
        'status',
        'to_be_scheduled scheduled awaiting_feedback complete skipped collect_feedback to_be_sent sent received'.split(' '),
      ),
    },
  },
  interviewers: {
    fields: 'interview_id user_id scorecard_id email response_status',
    filters: {
      ...many('interview', 'user', 'scorecard'),
      response_status: choice('response_status', ['needs_action', 'declined', 'tentative', 'accepted']),
    },
  },
  offers: {
    fields: 'application_id job_id candidate_id opening_id version status starts_on sent_on resolved_at',
    filters: {
      ...many('application', 'job', 'candidate', 'opening'),
      status: choice('status', ['Created', 'Accepted', 'Rejected', 'Deprecated']),
      resolved_at: instant('resolved_at'),
      sent_on: instant('sent_on'),
      starts_on: instant('starts_on'),
      custom_field_option_id: CUSTOM_FIELD_OPTION,
      current_only: flag('current'),
    },
  },
  scorecards: {
    fields:
      'application_id interviewer_id submitter_id interview_kit_id candidate_rating status notes private_notes public_notes submitted_at',
    filters: {
      ...many('application', 'interviewer', 'submitter', 'interview_kit'),
      interviewed_at: instant('interviewed_at'),
      submitted_at: instant('submitted_at'),
      status: choice('status', ['draft', 'complete']),
    },
  },
  tracking_links: {
    fields: 'token job_id source_id referrer_id job_board_id job_post_id related_post_id related_post_type',
    filters: {
      ...many('job', 'source', 'referrer', 'job_board', 'job_post', 'related_post'),
      token: text('token'),
      related_post_type: text('related_post_type'),
    },
  },
  future_job_permissions: {
    fields: 'user_id role_id department_id office_id',
    filters: {
      ...many('department', 'office', 'user', 'role'),
      external_department_id: text('external_department_id'),
      external_office_id: text('external_office_id'),
    },
  },
  eeoc: { fields: 'application_id candidate_id gender race veteran_status disability_status submitted_at' },
  email_templates: {
    fields:
      'email_type name subject body html_body default from_type description recipients user_id cc_coordinator cc_recruiter office_anywhere',
    filters: { email_type: text('email_type'), from_type: text('from_type') },
  },
  job_notes: { fields: 'job_id user_id body', filters: many('job', 'user') },
  job_interviews: { fields: 'job_id job_interview_stage_id name', filters: many('job', 'job_interview_stage') },
  interview_kits: { fields: 'job_interview_id content', filters: many('job_interview') },
  interviewer_tags: { fields: 'name' },
  default_interviewers: { fields: 'job_interview_id user_id', filters: many('job_interview', 'user') },
  custom_field_departments: { fields: 'custom_field_id department_id', filters: many('custom_field', 'department') },
  custom_field_offices: { fields: 'custom_field_id office_id', filters: many('custom_field', 'office') },
  approval_flows: { fields: 'job_id offer_id approval_type approval_status', filters: many('job', 'offer') },
  approver_groups: { fields: 'approval_flow_id approvals_required sort_order', filters: many('approval_flow') },
  approvers: { fields: 'approver_group_id user_id status', filters: many('approver_group', 'user') },
  job_boards: { fields: 'name url_token' },
  job_post_locations: { fields: 'job_post_id name', filters: many('job_post') },
  demographic_question_sets: { fields: 'title description active' },
};

function many(...parents: string[]): Record<string, Filter> {
  return Object.fromEntries(parents.map((parent) => [`${parent}_ids`, ids(`${parent}_id`)]));
}

/** One of them as a resource of its own empty table. */
export const unusedCollections: Resource[] = Object.entries(UNUSED).map(([name, { fields, filters }]) => {
  const empty = new Table({ firstId: 1, slots: 0, make: () => undefined }, () => 0);
  return resource({
    name,
    singular: name,
    state: name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    table: () => empty,
    fields: fields.split(' '),
    filters: filters ?? {},
  });
});
