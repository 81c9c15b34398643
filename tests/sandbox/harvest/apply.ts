import { applicationsForCandidate } from '../company/applications.ts';
import { ownersForJob } from '../company/hiring-teams.ts';
import { stagesForJob } from '../company/jobs.ts';
import { iso } from '../clock.ts';
import { unprocessable } from '../http/refusal.ts';
import type { Job, JobOwner, Stage } from '../store/company-rows.ts';
import type { Application } from '../store/rows.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { writeCustomFields } from './custom-values.ts';
import { prospectPlace } from './prospect-place.ts';
import { checkReferences, existing } from './references.ts';
import type { ApplicationBody, CandidateArm, ProspectArm } from './resources/application-body.ts';
import { requireJob, requireRecruiter } from './rights.ts';
import { seesJob } from './visibility.ts';

/** An application that has passed every check and waits for its candidate: no half of a create is ever kept. */
export type Checked = (candidateId: number) => Application;

/** Checks one arm of an application for the acting user (harvest-api §7.1, §7.3). */
export function checkApplication(acting: Acting, body: ApplicationBody): Checked {
  requireRecruiter(acting);
  const shared = attribution(acting, body);
  return 'prospect' in body ? checkProspect(acting, body, shared) : checkCandidate(acting, body, shared);
}

/** The stages of a job that can be entered, in order. */
export function activeStages(world: World, jobId: number): Stage[] {
  const stages = world.db.stages.where((stage) => stage.job_id === jobId && stage.active, { ids: stagesForJob(jobId) });
  return stages.sort((one, other) => one.sort_order - other.sort_order);
}

function attribution(acting: Acting, body: ApplicationBody) {
  checkReferences(acting.world, body);
  return {
    source_id: body.source_id ?? null,
    referrer_id: body.referrer_id ?? null,
    recruiter_id: body.recruiter_id ?? null,
    coordinator_id: body.coordinator_id ?? null,
    values: writeCustomFields(acting.world, 'application', body.custom_fields),
  };
}

type Shared = ReturnType<typeof attribution>;

/** A job that the user can see, may add to, and that takes people. */
function usableJob(acting: Acting, jobId: number, field: string): Job {
  const job = existing(acting.world.db.jobs, jobId, field);
  if (!seesJob(acting, job)) throw unprocessable({ [field]: `\`${jobId}\` does not exist` });
  requireJob(acting, job);
  if (job.is_template) throw unprocessable({ [field]: `\`${jobId}\` is a template` });
  if (job.status !== 'open') throw unprocessable({ [field]: `\`${jobId}\` is not open` });
  return job;
}

function checkCandidate(acting: Acting, body: CandidateArm, shared: Shared): Checked {
  const { world } = acting;
  const job = usableJob(acting, body.job_id, 'job_id');
  const stages = activeStages(world, job.id);
  const stage = body.initial_stage_id === undefined ? stages[0] : stages.find(({ id }) => id === body.initial_stage_id);
  if (!stage) throw unprocessable({ initial_stage_id: `\`${body.initial_stage_id}\` is not a stage of job ${job.id}` });
  return (candidateId) => {
    if (world.quirks.duplicateApplication === '422' && hasApplied(world, candidateId, job.id)) {
      throw unprocessable({ job_id: `candidate ${candidateId} already has an application for job ${job.id}` });
    }
    const application = world.db.applications.insert(
      {
        ...blank(world, candidateId),
        ...shared,
        job_id: job.id,
        recruiter_id: shared.recruiter_id ?? responsible(world, job.id, 'recruiter'),
        coordinator_id: shared.coordinator_id ?? responsible(world, job.id, 'coordinator'),
        stage_name: stage.name,
        job_interview_stage_id: stage.id,
      },
      body.created_at && iso(Date.parse(body.created_at)),
    );
    return world.db.applications.update(application.id, { stage_id: enterStages(world, application.id, stages, stage) });
  };
}

function checkProspect(acting: Acting, body: ProspectArm, shared: Shared): Checked {
  const { world } = acting;
  const jobs = (body.job_ids ?? []).map((jobId) => usableJob(acting, jobId, 'job_ids'));
  const place = prospectPlace(world, body);
  return (candidateId) => {
    const application = world.db.applications.insert(
      { ...blank(world, candidateId), ...shared, prospect: true, prospective_job_ids: jobs.map(({ id }) => id) },
      body.created_at && iso(Date.parse(body.created_at)),
    );
    world.db.prospectDetails.insert({ application_id: application.id, ...place });
    return application;
  };
}

function hasApplied(world: World, candidateId: number, jobId: number): boolean {
  const same = (row: Application): boolean => row.candidate_id === candidateId && row.job_id === jobId;
  return world.db.applications.first(same, { ids: applicationsForCandidate(candidateId) }) !== undefined;
}

/** Recruiter and coordinator default to the job's responsible ones (harvest-api §7.3). */
function responsible(world: World, jobId: number, type: JobOwner['type']): number | null {
  const owner = world.db.jobOwners.first((row) => row.job_id === jobId && row.type === type && row.responsible, {
    ids: ownersForJob(jobId),
  });
  return owner?.user_id ?? null;
}

/** A row for every stage of the job, times only on the one that is entered (harvest-api §13 on §7.5). */
export function enterStages(world: World, applicationId: number, stages: Stage[], entered: Stage): number {
  const now = iso(world.clock.now());
  let current = 0;
  for (const stage of stages) {
    const here = stage.id === entered.id;
    const row = world.db.applicationStages.insert({
      application_id: applicationId,
      job_interview_stage_id: stage.id,
      entered_at: here ? now : null,
      exited_at: null,
      days_in_stage: 0,
      current: here,
    });
    if (here) current = row.id;
  }
  return current;
}

function blank(world: World, candidateId: number) {
  return {
    candidate_id: candidateId,
    job_id: null,
    job_post_id: null,
    stage_id: null,
    stage_name: null,
    job_interview_stage_id: null,
    status: 'in_process' as const,
    needs_decision: null,
    prospect: false,
    rejected_at: null,
    last_activity_at: iso(world.clock.now()),
    location_address: null,
    answers: null,
    prospective_job_ids: [],
    agency_note_id: null,
  };
}
