import * as z from 'zod/mini';

import { stagesForJob } from '../../company/jobs.ts';
import { iso } from '../../clock.ts';
import type { Job, Stage } from '../../store/company-rows.ts';
import type { World } from '../../world.ts';
import { activeStages } from '../apply.ts';
import { customFieldsBody, readCustomFields, writeCustomFields } from '../custom-values.ts';
import { choice, CUSTOM_FIELD_OPTION, flag, ids, integer, text } from '../filters.ts';
import { instant } from '../instants.ts';
import { checkReferences, existing } from '../references.ts';
import { resource } from '../resource.ts';
import { requireJob, requireSiteAdmin } from '../rights.ts';
import { seesJob, seesJobId } from '../visibility.ts';
import { addOpening } from './openings.ts';
import { writableInBulk } from './writable.ts';

const name = z.optional(z.string().check(z.minLength(1), z.maxLength(255)));
const place = { department_id: z.optional(z.int()), office_ids: z.optional(z.array(z.int())) };

/** Jobs and what belongs to them (harvest-api §7.7). */
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
  ...writableInBulk({
    table: (db) => db.jobs,
    create: {
      template_job_id: z.int(),
      number_of_openings: z.int().check(z.minimum(0), z.maximum(200)),
      job_name: name,
      ...place,
    },
    make: (acting, { template_job_id, number_of_openings, job_name, ...given }) => {
      requireSiteAdmin(acting);
      checkReferences(acting.world, given);
      const template = existing(acting.world.db.jobs, template_job_id, 'template_job_id');
      return copyOf(acting.world, template, number_of_openings, {
        name: job_name ?? template.name,
        department_id: given.department_id ?? template.department_id,
        office_ids: given.office_ids ?? template.office_ids,
      });
    },
    update: {
      name,
      notes: z.optional(z.nullable(z.string())),
      requisition_id: z.optional(z.nullable(z.string().check(z.maxLength(255)))),
      ...place,
      custom_fields: z.optional(customFieldsBody),
    },
    edit: (acting, row: Job, { custom_fields, ...given }) => {
      requireJob(acting, row);
      checkReferences(acting.world, given);
      const values = writeCustomFields(acting.world, 'job', custom_fields, row.values);
      return acting.world.db.jobs.update(row.id, { ...(given as Partial<Job>), values });
    },
  }),
});

/** A job is made from another, with its stages (harvest-api §7.7). */
function copyOf(world: World, template: Job, openings: number, named: Pick<Job, 'name' | 'department_id' | 'office_ids'>): Job {
  const job = world.db.jobs.insert({
    ...named,
    requisition_id: null,
    notes: template.notes,
    confidential: false,
    status: openings > 0 ? 'open' : 'draft',
    opened_at: openings > 0 ? iso(world.clock.now()) : null,
    closed_at: null,
    is_template: false,
    copied_from_id: template.id,
    values: template.values,
  });
  for (const { name, sort_order } of activeStages(world, template.id))
    world.db.stages.insert({ job_id: job.id, name, sort_order, active: true });
  for (let opening = 0; opening < openings; opening += 1) addOpening(world, job.id);
  return job;
}

export const jobInterviewStages = resource<Stage>({
  name: 'job_interview_stages',
  singular: 'Job interview stage',
  state: 'jobInterviewStages',
  table: (db) => db.stages,
  fields: ['job_id', 'name', 'sort_order', 'active'],
  filters: { job_ids: ids('job_id', stagesForJob), active: flag('active') },
  visible: (acting, row) => seesJobId(acting, row.job_id),
});
