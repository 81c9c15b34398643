/**
 * Every list of the client with a value for each of its filters: the compiler asks for a new filter here, and the tests try it against
 * the sandbox and, where there is one, a real account.
 */
import {
  type Api,
  APPLICATION_STAGES,
  APPLICATIONS,
  APPLIED_CANDIDATE_TAGS,
  ATTACHMENTS,
  BULK_REQUESTS,
  CANDIDATE_EDUCATIONS,
  CANDIDATE_EMPLOYMENTS,
  CANDIDATE_TAGS,
  CANDIDATES,
  CUSTOM_FIELD_OPTIONS,
  CUSTOM_FIELDS,
  DEPARTMENTS,
  FUTURE_JOB_PERMISSIONS,
  INTERVIEWERS,
  INTERVIEWS,
  JOB_HIRING_MANAGERS,
  JOB_INTERVIEW_STAGES,
  JOB_OWNERS,
  JOB_POSTS,
  JOBS,
  NOTES,
  OFFERS,
  OFFICES,
  OPENINGS,
  type Progress,
  PROSPECT_DETAILS,
  PROSPECT_POOL_STAGES,
  PROSPECT_POOLS,
  type Query,
  REFERRERS,
  REJECTION_REASONS,
  SOURCES,
  TRACKING_LINKS,
  USER_EMAILS,
  USER_JOB_PERMISSIONS,
  USER_ROLES,
  USERS,
  WHOLE_CANDIDATES,
} from '#lib/greenhouse/harvest/operations.ts';
import type { Resource } from '#lib/greenhouse/harvest/resource.ts';

export interface ListCase {
  name: string;
  /** What we read of a row. */
  fields: string[];
  filters: Record<string, unknown>;
  pages(
    api: Api,
    query?: object,
    signal?: AbortSignal,
    onPage?: (progress: Progress) => void,
  ): AsyncGenerator<{ id: number }[], void>;
}

/** As the filters below are written, and what must be sent for them: spelled out, so that the client's own writing is not its judge. */
const SENT = new Map<unknown, string>();
const said = <T>(value: T, sent: string): T => {
  SENT.set(value, sent);
  return value;
};

const ids = said([71, 72], '71,72');
const words = said(['one', 'two'], 'one,two');
const period = said(
  { from: Date.UTC(2026, 0, 2, 3, 4, 5), to: Date.UTC(2026, 10, 20) },
  'gte|2026-01-02T03:04:05.000Z|lte|2026-11-20T00:00:00.000Z',
);
const days = said({ from: Date.UTC(2026, 0, 2), to: Date.UTC(2026, 10, 20) }, 'gte|2026-01-02|lte|2026-11-20');

/** What must stand in the query for a filter's value. */
export const sentFor = (value: unknown): string => SENT.get(value) ?? String(value);

/** The filters that nearly every list has (harvest-api reference, 4.3). */
export const COMMON: Record<string, unknown> = { ids, created_at: period, updated_at: period };

function listed<T extends { id: number }, F extends object>(
  list: Resource<T, F> & { row: { shape: object } },
  filters: Required<NoInfer<F>>,
): ListCase {
  return {
    name: list.name,
    fields: Object.keys(list.row.shape),
    filters,
    pages: (api, query, signal, onPage) => api.pages(list, query as Query<T, F>, signal, onPage),
  };
}

const candidateFilters = {
  email: 'nobody@fixture.example',
  tag: 'Rust',
  private: false,
  custom_field_option_id: 45_001,
  last_activity_at: period,
};

export const LISTS: ListCase[] = [
  listed(CANDIDATES, candidateFilters),
  listed(WHOLE_CANDIDATES, candidateFilters),
  listed(CANDIDATE_TAGS, {}),
  listed(APPLIED_CANDIDATE_TAGS, { candidate_ids: ids, candidate_tag_ids: ids }),
  listed(NOTES, { candidate_ids: ids, user_ids: ids, application_ids: ids, type: 'EMAIL', visibility: 'privately_visible' }),
  listed(ATTACHMENTS, { application_ids: ids, candidate_ids: ids, type: 'resume' }),
  listed(CANDIDATE_EDUCATIONS, { candidate_ids: ids, start_at: period, end_at: period, latest: true }),
  listed(CANDIDATE_EMPLOYMENTS, { candidate_ids: ids, latest: true }),
  listed(APPLICATIONS, {
    candidate_ids: ids,
    job_ids: ids,
    prospective_job_ids: ids,
    job_post_ids: ids,
    source_ids: ids,
    referrer_ids: ids,
    stage_ids: ids,
    job_interview_stage_ids: ids,
    status: 'active',
    stage_name: 'Application Review',
    custom_field_option_id: 45_001,
    last_activity_at: period,
    prospect: true,
  }),
  listed(APPLICATION_STAGES, { application_ids: ids, job_interview_stage_ids: ids, current: true }),
  listed(REJECTION_REASONS, { include_defaults: true }),
  listed(OFFERS, {
    application_ids: ids,
    job_ids: ids,
    candidate_ids: ids,
    opening_ids: ids,
    status: 'Accepted',
    resolved_at: period,
    sent_on: days,
    starts_on: days,
    custom_field_option_id: 45_001,
    current_only: true,
  }),
  listed(PROSPECT_DETAILS, {
    application_ids: ids,
    pool_ids: ids,
    pool_stage_ids: ids,
    prospect_owner_ids: ids,
    department_ids: ids,
    office_ids: ids,
  }),
  listed(PROSPECT_POOLS, { department_ids: ids, office_ids: ids, job_ids: ids, active: true }),
  listed(PROSPECT_POOL_STAGES, { prospect_pool_ids: ids }),
  listed(DEPARTMENTS, { parent_id: 31, external_id: 'D-7' }),
  listed(OFFICES, { parent_id: 5, external_id: 'O-7' }),
  listed(SOURCES, {}),
  listed(REFERRERS, { user_ids: ids }),
  listed(JOBS, {
    status: 'open',
    opened_at: period,
    closed_at: period,
    requisition_id: 'BL-100',
    department_id: 31,
    office_id: 5,
    custom_field_option_id: 45_001,
    confidential: false,
  }),
  listed(JOB_INTERVIEW_STAGES, { job_ids: ids, active: true }),
  listed(JOB_POSTS, { job_ids: ids, job_board_ids: ids, active: true, featured: false, live: true, internal: false }),
  listed(OPENINGS, {
    job_ids: ids,
    application_ids: ids,
    close_reason_ids: ids,
    opened_at: period,
    closed_at: period,
    open: true,
    opening_id: 'BL-100-1',
    custom_field_option_id: 45_001,
  }),
  listed(JOB_OWNERS, { user_ids: ids, job_ids: ids, type: 'recruiter' }),
  listed(JOB_HIRING_MANAGERS, { user_ids: ids, job_ids: ids }),
  listed(TRACKING_LINKS, {
    job_ids: ids,
    source_ids: ids,
    referrer_ids: ids,
    job_board_ids: ids,
    job_post_ids: ids,
    related_post_ids: ids,
    token: 'abc123',
    related_post_type: 'JobPost',
  }),
  listed(USERS, {
    primary_email: 'nobody@fixture.example',
    employee_ids: words,
    agency_ids: ids,
    office_ids: ids,
    department_ids: ids,
    linked_candidate_ids: ids,
    interviewer_tag_ids: ids,
    custom_field_option_id: 45_001,
    deactivated: false,
    external_office_id: 'O-7',
    external_department_id: 'D-7',
    show_service_accounts: true,
  }),
  listed(USER_EMAILS, {
    user_ids: ids,
    email: said(['one@fixture.example', 'two@fixture.example'], 'one@fixture.example,two@fixture.example'),
    verified: true,
    verification_token_sent_at: period,
  }),
  listed(USER_JOB_PERMISSIONS, { job_ids: ids, user_ids: ids, role_ids: ids }),
  listed(FUTURE_JOB_PERMISSIONS, {
    department_ids: ids,
    office_ids: ids,
    user_ids: ids,
    role_ids: ids,
    external_department_id: 'D-7',
    external_office_id: 'O-7',
  }),
  listed(USER_ROLES, {}),
  listed(CUSTOM_FIELDS, { field_type: 'candidate', active: true, name: 'Portfolio', name_key: 'portfolio' }),
  listed(CUSTOM_FIELD_OPTIONS, { custom_field_ids: ids, active: true, custom_field_key: 'degree' }),
  listed(BULK_REQUESTS, { bulk_action_uuid: '00000000-0000-4000-8000-000000000001', active: false }),
  listed(INTERVIEWS, {
    job_ids: ids,
    application_ids: ids,
    job_interview_ids: ids,
    organizer_ids: ids,
    starts_at: period,
    ends_at: period,
    all_day_start_on: days,
    all_day_end_on: days,
    external_event_id: 'event-7',
    status: 'scheduled',
  }),
  listed(INTERVIEWERS, { interview_ids: ids, user_ids: ids, scorecard_ids: ids, response_status: 'accepted' }),
];
