import * as z from 'zod/mini';

import {
  applicationOfStage,
  applicationsForCandidate,
  applicationsForJob,
  applicationsForStage,
  prospectDetailsForApplication,
} from '../../company/applications.ts';
import { iso } from '../../clock.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { Application } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { hire, move, reject, unreject } from '../application-verbs.ts';
import { checkApplication } from '../apply.ts';
import { readCustomFields, writeCustomFields } from '../custom-values.ts';
import { choice, CUSTOM_FIELD_OPTION, flag, ids, text } from '../filters.ts';
import { instant } from '../instants.ts';
import { poolPlace } from '../prospect-place.ts';
import { checkReferences, existingCandidate } from '../references.ts';
import { forgetApplication } from '../forgetting.ts';
import { resource } from '../resource.ts';
import { body, creates, deleted, does, type Outcome, type Read, updates } from '../write.ts';
import { requireApplication, requireSiteAdmin } from '../rights.ts';
import { seesCandidateId, seesJobId } from '../visibility.ts';
import { applicationPatch, wholeApplication } from './application-body.ts';

const convertBody = body(z.strictObject({ job_id: z.int(), to_job_interview_stage_id: z.optional(z.int()) }));

export const applications = resource<Application>({
  name: 'applications',
  singular: 'Application',
  state: 'applications',
  table: (db) => db.applications,
  fields: [
    'candidate_id',
    'job_id',
    'job_post_id',
    'recruiter_id',
    'coordinator_id',
    'referrer_id',
    'source_id',
    'stage_id',
    'stage_name',
    'job_interview_stage_id',
    'status',
    'needs_decision',
    'prospect',
    'rejected_at',
    'last_activity_at',
    'location_address',
    'answers',
    'prospective_job_ids',
    'custom_fields',
    'agency_note_id',
  ],
  derived: { custom_fields: (row, world) => readCustomFields(world, 'application', row.values) },
  filters: {
    candidate_ids: ids('candidate_id', applicationsForCandidate),
    job_ids: ids('job_id', (id, founding) => applicationsForJob(founding, id)),
    prospective_job_ids: ids('prospective_job_ids', (id, founding) => applicationsForJob(founding, id)),
    // No seeded application came by a post or a referrer.
    job_post_ids: ids('job_post_id', () => []),
    source_ids: ids('source_id'),
    referrer_ids: ids('referrer_id', () => []),
    stage_ids: ids('stage_id', (id) => [applicationOfStage(id)]),
    job_interview_stage_ids: ids('job_interview_stage_id', (id, founding) => applicationsForStage(founding, id)),
    // Asked for as `active`, read back as `in_process`.
    status: choice('status', ['rejected', 'hired', 'converted', 'active'], { active: 'in_process' }),
    stage_name: text('stage_name'),
    custom_field_option_id: CUSTOM_FIELD_OPTION,
    last_activity_at: instant('last_activity_at', true),
    prospect: flag('prospect'),
  },
  visible: (acting, row) => seesCandidateId(acting, row.candidate_id) && seesJobId(acting, row.job_id),
  create: creates(wholeApplication, create),
  update: updates(applicationPatch, update),
  destroy: (acting, row) => {
    requireSiteAdmin(acting);
    forgetApplication(acting.world, row);
    return deleted('Application', row);
  },
  verbs: {
    'POST move': move,
    'POST reject': reject,
    'POST unreject': unreject,
    'POST hire': hire,
    'POST convert_to_candidate': does(convertBody, convert),
  },
});

function create(acting: Acting, body: Read<typeof wholeApplication>): Application {
  const candidate = existingCandidate(acting, body.candidate_id);
  return checkApplication(acting, body)(candidate.id);
}

function update(acting: Acting, row: Application, body: Read<typeof applicationPatch>): Application {
  const { world } = acting;
  requireApplication(acting, row);
  checkReferences(world, body);
  const { custom_fields, prospect_pool_id, prospect_stage_id, created_at, rejected_at, ...same } = body;
  const changes = { ...same, values: writeCustomFields(world, 'application', custom_fields, row.values) } as Partial<Application>;
  if (created_at !== undefined) changes.created_at = iso(Date.parse(created_at));
  if (rejected_at !== undefined) changes.rejected_at = iso(Date.parse(rejected_at));
  if (prospect_pool_id !== undefined || prospect_stage_id !== undefined)
    movePlace(acting, row, prospect_pool_id, prospect_stage_id);
  return world.db.applications.update(row.id, changes);
}

function movePlace({ world }: Acting, row: Application, poolId: number | undefined, stageId: number | undefined): void {
  const detail = world.db.prospectDetails.first(({ application_id }) => application_id === row.id, {
    ids: prospectDetailsForApplication(row.id),
  });
  if (!detail) throw unprocessable({ prospect_pool_id: 'is only for prospects' });
  const { pool, stage } = poolPlace(world, poolId ?? detail.pool_id ?? undefined, stageId, 'prospect_stage_id');
  world.db.prospectDetails.update(detail.id, { pool_id: pool?.id ?? null, pool_stage_id: stage?.id ?? null });
}

/** `POST …/convert_to_candidate`: a new application; the prospect's own becomes `converted` (harvest-api §7.2). */
function convert(acting: Acting, row: Application, given: Read<typeof convertBody>): Outcome<Application> {
  const { world } = acting;
  const { job_id, to_job_interview_stage_id } = given;
  requireApplication(acting, row);
  if (!row.prospect || row.status !== 'in_process') throw unprocessable('Application is not a prospect.');
  if (row.prospective_job_ids.length > 0 && !row.prospective_job_ids.includes(job_id)) {
    throw unprocessable({ job_id: 'is not a job of this prospect' });
  }
  const arm = { job_id, initial_stage_id: to_job_interview_stage_id };
  const application = checkApplication(acting, arm)(row.candidate_id);
  world.db.applications.update(row.id, { status: 'converted' });
  return { status: 200, row: application };
}
