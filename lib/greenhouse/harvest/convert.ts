/** A prospect becomes a candidate (harvest-api reference, 7.2). */
import { answered, withId } from './answered.ts';
import type { Api } from './api.ts';

/** A job that the prospect is considered for; any, if they are in a pool with none. Without a stage they come onto its first. */
export interface Onto {
  jobId: number;
  /** An interview stage of the job. */
  stageId?: number | undefined;
}

/** @returns the id of the new application; the prospect's own stays behind as `converted`. */
export async function convertToCandidate(api: Api, applicationId: number, { jobId, stageId }: Onto): Promise<number> {
  const stage = stageId === undefined ? {} : { to_job_interview_stage_id: stageId };
  return answered(withId, await api.act('applications', applicationId, 'convert_to_candidate', { job_id: jobId, ...stage })).id;
}
