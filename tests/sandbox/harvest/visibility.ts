import { managersForJob, ownersForJob } from '../company/hiring-teams.ts';
import type { Job } from '../store/company-rows.ts';
import type { Candidate } from '../store/rows.ts';
import type { Acting } from './acting.ts';

/** Whether a user is of a job's hiring team: its owners and its hiring managers (harvest-api §7.7). */
export function onHiringTeam({ world, user }: Acting, jobId: number): boolean {
  const theirs = (row: { job_id: number; user_id: number }): boolean => row.job_id === jobId && row.user_id === user.id;
  return (
    world.db.jobOwners.first(theirs, { ids: ownersForJob(jobId) }) !== undefined ||
    world.db.hiringManagers.first(theirs, { ids: managersForJob(jobId) }) !== undefined
  );
}

/** Not even a Site Admin sees a confidential job from outside its team (harvest-api §2.1). */
export function seesJob(acting: Acting, job: Job): boolean {
  return !job.confidential || onHiringTeam(acting, job.id);
}

export function seesJobId(acting: Acting, jobId: number | null): boolean {
  const job = jobId === null ? undefined : acting.world.db.jobs.get(jobId);
  return !job || seesJob(acting, job);
}

/** Private people are seen by those who hold that right (harvest-api §2.1). */
export function seesPrivate({ world, user }: Acting): boolean {
  return user.sees_private || (user.service_account && world.quirks.serviceUserSeesPrivate);
}

export function seesCandidate(acting: Acting, candidate: Candidate): boolean {
  return !candidate.private || seesPrivate(acting);
}

/** For what hangs on a person; orphans hang on nobody and stay visible. */
export function seesCandidateId(acting: Acting, candidateId: number | null): boolean {
  if (candidateId === null || seesPrivate(acting)) return true;
  return !acting.world.db.candidates.get(candidateId)?.private;
}

export function seesApplicationId(acting: Acting, applicationId: number): boolean {
  const application = acting.world.db.applications.get(applicationId);
  return !application || (seesCandidateId(acting, application.candidate_id) && seesJobId(acting, application.job_id));
}
