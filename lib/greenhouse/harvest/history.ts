/** The stages that an application has gone through (harvest-api reference, 7.5, 13). */
import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { APPLICATION_STAGES } from './lists/applications.ts';
import { JOB_INTERVIEW_STAGES } from './lists/jobs.ts';
import { unlessForbidden } from '../http/tolerate.ts';

export interface StageVisit {
  /** The row, which is what guards a move. */
  id: number;
  stage: string | undefined;
  /** ISO date-times. A rejected application has left the stage on which it still stands. */
  enteredAt: string;
  exitedAt: string | undefined;
  days: number | undefined;
  current: boolean;
}

/** By application, in the order in which the stages were entered. Every asked application is a key. */
export async function listHistory(api: Api, applicationIds: number[]): Promise<Map<number, StageVisit[]>> {
  const rows = await listByIds(api, APPLICATION_STAGES, 'application_ids', applicationIds);
  // Every stage of the job has a row; only those that were entered are history.
  const entered = rows.flatMap((row) => (row.entered_at ? [{ ...row, entered_at: row.entered_at }] : []));
  const stageIds = entered.flatMap((row) => row.job_interview_stage_id ?? []);
  const stages = await unlessForbidden(listByIds(api, JOB_INTERVIEW_STAGES, 'ids', stageIds, { fields: ['name'] }), []);
  const names = new Map(stages.map(({ id, name }) => [id, name ?? undefined]));
  const history = new Map<number, StageVisit[]>(applicationIds.map((id) => [id, []]));
  for (const row of entered.toSorted((a, b) => a.entered_at.localeCompare(b.entered_at) || a.id - b.id)) {
    history.get(row.application_id ?? 0)?.push({
      id: row.id,
      stage: names.get(row.job_interview_stage_id ?? 0),
      enteredAt: row.entered_at,
      exitedAt: row.exited_at ?? undefined,
      days: row.days_in_stage ?? undefined,
      current: row.current ?? false,
    });
  }
  return history;
}
