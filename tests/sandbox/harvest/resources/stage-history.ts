import * as z from 'zod/mini';

import { applicationsForStage, rejectionsForApplication, stagesForApplication } from '../../company/applications.ts';
import type { ApplicationStage, RejectionDetail } from '../../store/rows.ts';
import { customFieldsBody, readCustomFields, writeCustomFields } from '../custom-values.ts';
import { CUSTOM_FIELD_OPTION, flag, ids } from '../filters.ts';
import { checkReferences } from '../references.ts';
import { resource } from '../resource.ts';
import { body, updates } from '../write.ts';
import { requireCandidate } from '../rights.ts';
import { seesApplicationId } from '../visibility.ts';

/** How far an application has come, and why it ended (harvest-api §7.5, §7.11, §13). */
export const applicationStages = resource<ApplicationStage>({
  name: 'application_stages',
  singular: 'Application stage',
  state: 'applicationStages',
  table: (db) => db.applicationStages,
  fields: ['application_id', 'job_interview_stage_id', 'entered_at', 'exited_at', 'days_in_stage', 'current'],
  filters: {
    application_ids: ids('application_id', stagesForApplication),
    job_interview_stage_ids: ids('job_interview_stage_id', (id, founding) =>
      applicationsForStage(founding, id).flatMap(stagesForApplication),
    ),
    current: flag('current'),
  },
  visible: (acting, row) => seesApplicationId(acting, row.application_id),
});

const rejectionPatch = body(
  z.strictObject({
    rejection_reason_id: z.optional(z.int()),
    custom_fields: z.optional(customFieldsBody),
  }),
);

export const rejectionDetails = resource<RejectionDetail>({
  name: 'rejection_details',
  singular: 'Rejection detail',
  state: 'rejectionDetails',
  table: (db) => db.rejectionDetails,
  fields: [
    'application_id',
    'rejected_by_id',
    'rejection_reason_id',
    'rejected_at',
    'rejection_note_id',
    'question_custom_fields',
  ],
  derived: { question_custom_fields: (row, world) => readCustomFields(world, 'rejection_question', row.values) },
  filters: {
    application_ids: ids('application_id', rejectionsForApplication),
    rejection_reason_ids: ids('rejection_reason_id'),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
  },
  visible: (acting, row) => seesApplicationId(acting, row.application_id),
  update: updates(rejectionPatch, (acting, row, { rejection_reason_id, custom_fields }) => {
    const { world } = acting;
    const application = world.db.applications.get(row.application_id);
    if (application) requireCandidate(acting, application.candidate_id);
    checkReferences(world, { rejection_reason_id });
    return world.db.rejectionDetails.update(row.id, {
      rejection_reason_id: rejection_reason_id ?? row.rejection_reason_id,
      values: writeCustomFields(world, 'rejection_question', custom_fields, row.values),
    });
  }),
});
