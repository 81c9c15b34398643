/** Moves an application (harvest-api reference, 7.3). The company's automations fire, e-mails too. */
import { AppError } from '#lib/errors.ts';

import type { Api } from './api.ts';
import { APPLICATION_STAGES, APPLICATIONS } from './lists/applications.ts';

export interface Standing {
  applicationId: number;
  /** A row of the application's own stages, not a stage of the job (section 13). */
  stageRowId: number;
  stage: string;
}

/** To an interview stage of its job, to the first stage of another job, or to the stage that comes next. */
export type Destination = { stageId: number } | { jobId: number } | 'next';

/** Where it stands now, to be shown before it is moved. Prospects and hired people stand nowhere. */
export async function standing(api: Api, applicationId: number): Promise<Standing | undefined> {
  const [row] = await api.list(APPLICATIONS, { ids: applicationId, fields: ['stage_id', 'stage_name'] });
  if (!row) throw new AppError('greenhouse/not-found');
  return row.stage_id ? { applicationId, stageRowId: row.stage_id, stage: row.stage_name ?? '' } : undefined;
}

const isAboutGuard = ({ code, detail }: AppError): boolean =>
  code === 'greenhouse/invalid' && (detail.fields ?? []).some((reason) => reason.includes('from_stage_id'));

/**
 * `from` is what the recruiter saw when they decided: an application that somebody has moved since is refused (`greenhouse/invalid`), so
 * it must not be read again just before.
 *
 * Whether Greenhouse compares the row or its interview stage is disputed (section 13): a guard that was refused moved nothing, so the
 * other of the two is tried. What has moved meanwhile is at neither.
 */
export async function moveApplication(api: Api, from: Standing, to: Destination): Promise<void> {
  const target = to === 'next' ? {} : 'jobId' in to ? { to_job_id: to.jobId } : { to_stage_id: to.stageId };
  const moveFrom = (from_stage_id: number) => api.act('applications', from.applicationId, 'move', { from_stage_id, ...target });
  try {
    await moveFrom(from.stageRowId);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !isAboutGuard(thrown)) throw thrown;
    const [row] = await api.list(APPLICATION_STAGES, { ids: from.stageRowId, fields: ['job_interview_stage_id'] });
    if (!row?.job_interview_stage_id) throw thrown;
    await moveFrom(row.job_interview_stage_id);
  }
}
