import * as z from 'zod/mini';

import { trackingLinksForJob } from '../../company/around-jobs.ts';
import type { Plain } from '../../store/company-rows.ts';
import type { Acting } from '../acting.ts';
import { flag, ids, text } from '../filters.ts';
import { checkReferences, existing } from '../references.ts';
import type { Resource } from '../resource.ts';
import { requireCustomFieldRight, requireJob, requireSiteAdmin } from '../rights.ts';
import { seesJobId } from '../visibility.ts';
import { body, creates } from '../write.ts';
import { onApplication } from './interviewing.ts';
import { parents, plain } from './plain.ts';
import { removable, writable } from './writable.ts';

const id = z.int();

/** A link between two records: made and unmade, never changed. */
function link(
  path: string,
  fields: Record<string, z.ZodMiniType>,
  filters: Resource['filters'],
  allow: (acting: Acting) => void,
) {
  const { table, singular } = plain(path, '');
  return plain(path, Object.keys(fields).join(' '), filters, {
    create: creates(body(z.strictObject(fields)), (acting, given) => {
      allow(acting);
      checkReferences(acting.world, given);
      return table(acting.world.db).insert({ ...given });
    }),
    ...removable<Plain>(singular, table, allow),
  });
}

function checkJob(acting: Acting, row: object): void {
  requireJob(acting, existing(acting.world.db.jobs, (row as { job_id: number }).job_id, 'job_id'));
}

const noteText = z.string().check(z.minLength(1));

const jobNotes = plain('job_notes', 'job_id user_id body', parents('job', 'user'), {
  visible: (acting, row) => seesJobId(acting, row['job_id'] as number),
  ...writable({
    table: (db) => db.jobNotes,
    create: { job_id: id, body: noteText, user_id: z.optional(id) },
    make: (acting, { user_id = acting.user.id, ...given }) => {
      checkJob(acting, given);
      checkReferences(acting.world, { user_id });
      return acting.world.db.jobNotes.insert({ ...given, user_id });
    },
    update: { body: z.optional(noteText) },
    edit: (acting, row: Plain, given) => {
      checkJob(acting, row);
      return acting.world.db.jobNotes.update(row.id, { ...given });
    },
  }),
  ...removable<Plain>('Job note', (db) => db.jobNotes, checkJob),
});

const TEMPLATE = 'email_type name description subject body html_body default from_type recipients user_id';

/** What stands around candidates and jobs (harvest-api §7.7 to §7.9, §7.11, §13). */
export const further: Resource[] = [
  jobNotes,
  link(
    'future_job_permissions',
    { user_id: id, role_id: id, department_id: z.optional(z.nullable(id)), office_id: z.optional(z.nullable(id)) },
    {
      ...parents('department', 'office', 'user', 'role'),
      external_department_id: text('external_department_id'),
      external_office_id: text('external_office_id'),
    },
    requireSiteAdmin,
  ),
  link(
    'custom_field_departments',
    { custom_field_id: id, department_id: id },
    parents('custom_field', 'department'),
    requireCustomFieldRight,
  ),
  link(
    'custom_field_offices',
    { custom_field_id: id, office_id: id },
    parents('custom_field', 'office'),
    requireCustomFieldRight,
  ),
  plain('tracking_links', 'token job_id source_id referrer_id job_board_id job_post_id related_post_id related_post_type', {
    job_ids: ids('job_id', trackingLinksForJob),
    ...parents('source', 'referrer', 'job_board', 'job_post', 'related_post'),
    token: text('token'),
    related_post_type: text('related_post_type'),
  }),
  plain('job_boards', 'name url_token'),
  plain('job_post_locations', 'job_post_id name', parents('job_post')),
  plain('job_post_searchable_locations', 'job_post_location_id name', parents('job_post_location')),
  plain('email_templates', `${TEMPLATE} cc_coordinator cc_recruiter office_anywhere`, {
    email_type: text('email_type'),
    from_type: text('from_type'),
  }),
  plain(
    'eeoc',
    'application_id candidate_id gender race veteran_status disability_status submitted_at',
    {},
    { ...onApplication, singular: 'EEOC response' },
  ),
  plain('demographic_question_sets', 'title description active', { active: flag('active') }),
  plain(
    'demographic_questions',
    'demographic_question_set_id name active required answer_type',
    { ...parents('demographic_question_set'), active: flag('active') },
    { undated: true },
  ),
  plain(
    'demographic_answer_options',
    'demographic_question_id name active free_form decline_to_answer',
    { ...parents('demographic_question'), active: flag('active') },
    { undated: true },
  ),
  plain(
    'demographic_answers',
    'application_id demographic_question_id demographic_answer_option_id free_form_text',
    parents('application', 'demographic_question', 'demographic_answer_option'),
    onApplication,
  ),
  plain('approval_flows', 'job_id offer_id approval_type approval_status', parents('job', 'offer')),
  plain('approver_groups', 'approval_flow_id approvals_required sort_order', parents('approval_flow')),
  plain('approvers', 'approver_group_id user_id status', parents('approver_group', 'user')),
];
