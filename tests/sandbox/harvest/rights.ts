import { applicationsForCandidate } from '../company/applications.ts';
import { permissionsForJob } from '../company/hiring-teams.ts';
import { forbidden } from '../http/refusal.ts';
import type { Job } from '../store/company-rows.ts';
import type { Application } from '../store/rows.ts';
import type { Acting } from './acting.ts';
import { seesJob } from './visibility.ts';

/** Site Admins have every non-confidential job; others the jobs on which they hold a Job Admin role (harvest-api §7.8). */
export function mayUseJob(acting: Acting, job: Job): boolean {
  if (!seesJob(acting, job)) return false;
  return acting.user.site_admin || holdsJob(acting, job.id);
}

function holdsJob({ world, user }: Acting, jobId: number): boolean {
  const held = world.db.jobPermissions.where((row) => row.job_id === jobId && row.user_id === user.id, {
    ids: permissionsForJob(jobId),
  });
  return held.some((row) => world.db.userRoles.get(row.role_id)?.role_type === 'job_admin');
}

export function requireJob(acting: Acting, job: Job): void {
  if (!mayUseJob(acting, job)) throw forbidden(`You do not have permission to add candidates to job ${job.id}.`);
}

/** Whether the user is Job Admin of anything, as opposed to a basic user, who may write nothing here. */
export function requireRecruiter({ world, user }: Acting): void {
  if (user.site_admin) return;
  if (!world.db.jobPermissions.first((row) => row.user_id === user.id)) {
    throw forbidden('You do not have permission to add candidates.');
  }
}

export function requireSiteAdmin({ user }: Acting): void {
  if (!user.site_admin) throw forbidden('Only a Site Admin may do this.');
}

export function requireCustomFieldRight({ user }: Acting): void {
  if (!user.manages_custom_fields) throw forbidden('You do not have permission to manage custom fields.');
}

/** People are edited by those who work on one of their jobs; people without a job by every recruiter. */
export function requireCandidate(acting: Acting, candidateId: number): void {
  requireRecruiter(acting);
  if (acting.user.site_admin) return;
  const applications = acting.world.db.applications.where((row) => row.candidate_id === candidateId, {
    ids: applicationsForCandidate(candidateId),
  });
  const jobIds = applications.flatMap(jobsOf);
  if (jobIds.length > 0 && !jobIds.some((jobId) => mayUseJobId(acting, jobId))) {
    throw forbidden(`You do not have permission to edit candidate ${candidateId}.`);
  }
}

/** Merging takes rights on every job that either person is on (harvest-api §7.1). */
export function requireEveryJobOf(acting: Acting, candidateId: number): void {
  requireRecruiter(acting);
  const theirs = acting.world.db.applications.where((row) => row.candidate_id === candidateId, {
    ids: applicationsForCandidate(candidateId),
  });
  if (!theirs.flatMap(jobsOf).every((jobId) => mayUseJobId(acting, jobId))) {
    throw forbidden(`You do not have permission to merge candidate ${candidateId}.`);
  }
}

export function requireApplication(acting: Acting, application: Application): void {
  requireRecruiter(acting);
  const jobIds = jobsOf(application);
  if (jobIds.length > 0 && !jobIds.some((jobId) => mayUseJobId(acting, jobId))) {
    throw forbidden(`You do not have permission to edit application ${application.id}.`);
  }
}

const jobsOf = (application: Application): number[] =>
  application.job_id === null ? application.prospective_job_ids : [application.job_id];

function mayUseJobId(acting: Acting, jobId: number): boolean {
  const job = acting.world.db.jobs.get(jobId);
  return job !== undefined && mayUseJob(acting, job);
}
