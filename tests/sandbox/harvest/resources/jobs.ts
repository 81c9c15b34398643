import { postsForJob, openingsForJob, stagesForJob } from '../../company/jobs.ts';
import type { Job, JobPost, Opening, Stage } from '../../store/company-rows.ts';
import { readCustomFields } from '../custom-values.ts';
import { choice, CUSTOM_FIELD_OPTION, flag, ids, integer, text } from '../filters.ts';
import { instant } from '../instants.ts';
import { resource } from '../resource.ts';
import { seesJob, seesJobId } from '../visibility.ts';

/** Jobs and what belongs to them (harvest-api §7.7). The main job only reads these. */
export const jobs = resource<Job>({
  name: 'jobs',
  singular: 'Job',
  state: 'jobs',
  table: (db) => db.jobs,
  fields: [
    'name',
    'requisition_id',
    'notes',
    'confidential',
    'status',
    'opened_at',
    'closed_at',
    'is_template',
    'copied_from_id',
    'department_id',
    'office_ids',
    'custom_fields',
  ],
  derived: { custom_fields: (row, world) => readCustomFields(world, 'job', row.values) },
  filters: {
    status: choice('status', ['open', 'draft', 'closed']),
    opened_at: instant('opened_at'),
    closed_at: instant('closed_at'),
    requisition_id: text('requisition_id'),
    department_id: integer('department_id'),
    office_id: integer('office_ids'),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
    confidential: flag('confidential'),
  },
  visible: seesJob,
});

export const jobInterviewStages = resource<Stage>({
  name: 'job_interview_stages',
  singular: 'Job interview stage',
  state: 'jobInterviewStages',
  table: (db) => db.stages,
  fields: ['job_id', 'name', 'sort_order', 'active'],
  filters: { job_ids: ids('job_id', stagesForJob), active: flag('active') },
  visible: (acting, row) => seesJobId(acting, row.job_id),
});

export const jobPosts = resource<JobPost>({
  name: 'job_posts',
  singular: 'Job post',
  state: 'jobPosts',
  table: (db) => db.jobPosts,
  fields: [
    'title',
    'job_id',
    'job_board_id',
    'internal',
    'active',
    'live',
    'featured',
    'first_published_at',
    'content',
    'internal_content',
    'language',
    'public_url',
    'demographic_question_set_id',
    'questions',
  ],
  filters: {
    job_ids: ids('job_id', postsForJob),
    job_board_ids: ids('job_board_id'),
    active: flag('active'),
    featured: flag('featured'),
    live: flag('live'),
    internal: flag('internal'),
  },
  visible: (acting, row) => seesJobId(acting, row.job_id),
});

export const openings = resource<Opening>({
  name: 'openings',
  singular: 'Opening',
  state: 'openings',
  table: (db) => db.openings,
  fields: [
    'job_id',
    'opening_id',
    'open',
    'opened_at',
    'closed_at',
    'sort_order',
    'application_id',
    'close_reason_id',
    'target_start_on',
    'custom_fields',
  ],
  derived: { custom_fields: (row, world) => readCustomFields(world, 'opening', row.values) },
  filters: {
    job_ids: ids('job_id', openingsForJob),
    application_ids: ids('application_id'),
    close_reason_ids: ids('close_reason_id'),
    opened_at: instant('opened_at'),
    closed_at: instant('closed_at'),
    open: flag('open'),
    opening_id: text('opening_id'),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
  },
  visible: (acting, row) => seesJobId(acting, row.job_id),
});
