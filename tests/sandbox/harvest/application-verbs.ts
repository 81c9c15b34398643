import * as z from 'zod/mini';

import { rejectionsForApplication, stagesForApplication } from '../company/applications.ts';
import { iso } from '../clock.ts';
import { unprocessable } from '../http/refusal.ts';
import type { Stage } from '../store/company-rows.ts';
import type { Application } from '../store/rows.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { activeStages, checkApplication, enterStages } from './apply.ts';
import { customFieldsBody, writeCustomFields } from './custom-values.ts';
import { keepNote } from './keep-note.ts';
import { checkReferences } from './references.ts';
import { closeWithLastOpening, openOpenings } from './resources/openings.ts';
import { requireApplication } from './rights.ts';
import { body, type Change, does, DONE } from './write.ts';

const id = z.int();

const moveBody = body(
  z.strictObject({
    from_stage_id: id,
    to_stage_id: z.optional(id),
    to_job_id: z.optional(id),
    email_from_user_id: z.optional(id),
  }),
);

/** `POST …/move`: `from_stage_id` guards against moving what has moved already (harvest-api §7.3, §13). */
export const move: Change<Application> = does(moveBody, (acting, row: Application, given) => {
  const { from_stage_id, to_stage_id, to_job_id } = given;
  requireApplication(acting, row);
  if (row.status !== 'in_process' || row.job_id === null) throw unprocessable('Application is not in process.');
  checkReferences(acting.world, given);
  if (!standsAt(acting.world, row, from_stage_id)) {
    throw unprocessable({ from_stage_id: 'is not the current stage' });
  }
  if (to_stage_id !== undefined && to_job_id !== undefined) throw unprocessable('Give to_stage_id or to_job_id, not both.');
  if (to_job_id !== undefined) transfer(acting, row, to_job_id);
  else advance(acting.world, row, to_stage_id);
  return DONE;
});

/** Which of the two ids `from_stage_id` is, is disputed (harvest-api §13 on §7.3). */
function standsAt({ quirks }: World, row: Application, stageId: number): boolean {
  return (
    (quirks.moveFrom !== 'interview-stage' && stageId === row.stage_id) ||
    (quirks.moveFrom !== 'application-stage' && stageId === row.job_interview_stage_id)
  );
}

function advance(world: World, row: Application, target: number | undefined): void {
  const stages = activeStages(world, row.job_id ?? 0);
  const here = stages.findIndex((stage) => stage.id === row.job_interview_stage_id);
  const stage = target === undefined ? stages[here + 1] : stages.find((candidate) => candidate.id === target);
  if (!stage) throw unprocessable({ to_stage_id: 'is not a stage of the job' });
  const now = iso(world.clock.now());
  const rows = world.db.applicationStages.where((entry) => entry.application_id === row.id, {
    ids: stagesForApplication(row.id),
  });
  const left = rows.find((entry) => entry.current);
  if (left) world.db.applicationStages.update(left.id, { current: false, exited_at: now });
  const entered = rows.find((entry) => entry.job_interview_stage_id === stage.id);
  if (entered) world.db.applicationStages.update(entered.id, { current: true, entered_at: now, exited_at: null });
  stand(world, row, stage, entered?.id ?? null);
}

function transfer(acting: Acting, row: Application, jobId: number): void {
  const { world } = acting;
  checkApplication(acting, { job_id: jobId });
  const stages = activeStages(world, jobId);
  const [first] = stages;
  if (!first) throw unprocessable({ to_job_id: 'has no stages' });
  const stageId = enterStages(world, row.id, stages, first);
  world.db.applications.update(row.id, { job_id: jobId });
  stand(world, row, first, stageId);
}

function stand(world: World, row: Application, stage: Stage, stageId: number | null): void {
  world.db.applications.update(row.id, {
    stage_id: stageId,
    stage_name: stage.name,
    job_interview_stage_id: stage.id,
    last_activity_at: iso(world.clock.now()),
  });
}

const rejectBody = body(
  z.strictObject({
    rejection_reason_id: id,
    notes: z.optional(z.string()),
    rejection_email: z.optional(
      z.strictObject({ send_email_at: z.optional(z.string()), email_template_id: id, email_from_user_id: z.optional(id) }),
    ),
    custom_fields: z.optional(customFieldsBody),
  }),
);

/** `POST …/reject`: the current stage row stays current, with a time of exit (harvest-api §13 on §7.5). */
export const reject: Change<Application> = does(rejectBody, (acting, row: Application, given) => {
  const { world } = acting;
  const { rejection_reason_id, notes } = given;
  requireApplication(acting, row);
  checkReferences(world, given);
  checkReferences(world, given.rejection_email ?? {});
  const values = writeCustomFields(world, 'rejection_question', given.custom_fields);
  if (row.status !== 'in_process') throw unprocessable('Application is not in process.');
  const now = iso(world.clock.now());
  world.db.applications.update(row.id, { status: 'rejected', rejected_at: now });
  if (row.stage_id !== null) world.db.applicationStages.update(row.stage_id, { exited_at: now });
  const { candidate_id, id: application_id } = row;
  const note =
    notes === undefined ? undefined : keepNote(world, { candidate_id, application_id, body: notes, user_id: acting.user.id });
  world.db.rejectionDetails.insert({
    application_id,
    rejected_by_id: acting.user.id,
    rejection_reason_id,
    rejected_at: now,
    rejection_note_id: note?.id ?? null,
    values,
  });
  return DONE;
});

export const unreject: Change<Application> = does(body(z.strictObject({})), (acting, row: Application) => {
  const { world } = acting;
  requireApplication(acting, row);
  if (row.status !== 'rejected') throw unprocessable('Application is not rejected.');
  world.db.applications.update(row.id, { status: 'in_process', rejected_at: null });
  if (row.stage_id !== null) world.db.applicationStages.update(row.stage_id, { exited_at: null });
  for (const detail of world.db.rejectionDetails.where(({ application_id }) => application_id === row.id, {
    ids: rejectionsForApplication(row.id),
  })) {
    world.db.rejectionDetails.remove(detail.id);
  }
  return DONE;
});

const hireBody = body(
  z.strictObject({
    start_date: z.optional(z.iso.date()),
    opening_id: z.optional(id),
    close_reason_id: z.optional(z.nullable(id)),
  }),
);

/** `POST …/hire`: fills an opening, which must be named when there are several (harvest-api §7.3). */
export const hire: Change<Application> = does(hireBody, (acting, row: Application, given) => {
  const { db } = acting.world;
  const { start_date, opening_id, close_reason_id } = given;
  requireApplication(acting, row);
  if (row.status !== 'in_process' || row.job_id === null) throw unprocessable('Application is not in process.');
  checkReferences(acting.world, given);
  const vacant = openOpenings(acting.world, row.job_id);
  const opening = opening_id === undefined && vacant.length === 1 ? vacant[0] : vacant.find((one) => one.id === opening_id);
  if (!opening) throw unprocessable({ opening_id: 'is not an open opening of the job' });
  const now = iso(acting.world.clock.now());
  db.openings.update(opening.id, {
    open: false,
    closed_at: now,
    application_id: row.id,
    close_reason_id: close_reason_id ?? null,
    target_start_on: start_date ?? opening.target_start_on,
  });
  closeWithLastOpening(acting.world, row.job_id);
  db.applications.update(row.id, { status: 'hired', stage_id: null, stage_name: null, job_interview_stage_id: null });
  return DONE;
});
