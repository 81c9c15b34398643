import * as z from 'zod/mini';

import { openingsForJob } from '../../company/jobs.ts';
import { iso } from '../../clock.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Opening } from '../../store/company-rows.ts';
import type { World } from '../../world.ts';
import type { Acting } from '../acting.ts';
import { customFieldsBody, readCustomFields, writeCustomFields } from '../custom-values.ts';
import { CUSTOM_FIELD_OPTION, flag, ids, text } from '../filters.ts';
import { instant } from '../instants.ts';
import { checkReferences, existing } from '../references.ts';
import { resource } from '../resource.ts';
import { requireJob } from '../rights.ts';
import { seesJobId } from '../visibility.ts';
import { removable, writableInBulk } from './writable.ts';

const keys = {
  opening_id: z.optional(z.nullable(z.string().check(z.maxLength(255)))),
  target_start_on: z.optional(z.nullable(z.iso.date())),
  custom_fields: z.optional(customFieldsBody),
};

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
  ...writableInBulk({
    table: (db) => db.openings,
    create: { job_id: z.int(), ...keys },
    make: (acting, { job_id, ...given }) => {
      checkJob(acting, job_id);
      return addOpening(acting.world, job_id, {
        opening_id: given.opening_id ?? null,
        target_start_on: given.target_start_on ?? null,
        values: writeCustomFields(acting.world, 'opening', given.custom_fields),
      });
    },
    update: { ...keys, open: z.optional(z.boolean()), close_reason_id: z.optional(z.int()) },
    edit: (acting, row: Opening, { custom_fields, ...given }) => {
      const { world } = acting;
      checkJob(acting, row.job_id);
      checkReferences(world, given);
      const changes = { ...given, values: writeCustomFields(world, 'opening', custom_fields, row.values) };
      const changed = world.db.openings.update(row.id, changes as Partial<Opening>);
      return given.open === undefined || given.open === row.open ? changed : turn(world, changed);
    },
  }),
  ...removable<Opening>(
    'Opening',
    (db) => db.openings,
    (acting, row) => checkJob(acting, row.job_id),
  ),
});

function checkJob(acting: Acting, jobId: number): void {
  const job = existing(acting.world.db.jobs, jobId, 'job_id');
  if (!seesJobId(acting, jobId)) throw unprocessable({ job_id: `\`${jobId}\` does not exist` });
  requireJob(acting, job);
}

export function openOpenings({ db }: World, jobId: number): Opening[] {
  return db.openings.where((opening) => opening.job_id === jobId && opening.open, { ids: openingsForJob(jobId) });
}

export function addOpening(
  world: World,
  jobId: number,
  given: Partial<Pick<Opening, 'opening_id' | 'target_start_on' | 'values'>> = {},
): Opening {
  return world.db.openings.insert({
    job_id: jobId,
    opening_id: null,
    open: true,
    opened_at: iso(world.clock.now()),
    closed_at: null,
    sort_order: openOpenings(world, jobId).length,
    application_id: null,
    close_reason_id: null,
    target_start_on: null,
    values: {},
    ...given,
  });
}

/** Opened or closed; a job closes itself with its last opening (harvest-api §13 on §7.7). */
function turn(world: World, { id, job_id, open }: Opening): Opening {
  const turned = world.db.openings.update(id, { closed_at: open ? null : iso(world.clock.now()) });
  closeWithLastOpening(world, job_id);
  return turned;
}

export function closeWithLastOpening(world: World, jobId: number): void {
  if (openOpenings(world, jobId).length === 0)
    world.db.jobs.update(jobId, { status: 'closed', closed_at: iso(world.clock.now()) });
}
