/** Where a person goes and how: what the recruiter chose, what was chosen last on this site, what is sensible at first. */
import type { ExportRequest } from '#lib/export/schema.ts';
import { ANY_PAGE, siteOf } from '#lib/sites/list.ts';
import type { SiteChoice } from '#lib/storage/schema.ts';

export type Choice = SiteChoice;

/** The key under which a site's last choice is remembered, one for all its parts: pages of no known site are kept apart by origin. */
export function siteKey(site: string, url: string | null | undefined): string {
  return site === ANY_PAGE.id ? (URL.parse(url ?? '')?.origin ?? site) : (siteOf(site)?.id ?? site);
}

/** All jobs of the choice, the main one first. */
export const jobIdsOf = (choice: Choice): number[] => [
  ...(choice.jobId == null ? [] : [choice.jobId]),
  ...(choice.kind === 'prospect' ? (choice.moreJobIds ?? []) : []),
];

/** The target of the export; `undefined` while a candidate has no job. */
export function targetOf(choice: Choice): ExportRequest['target'] | undefined {
  if (choice.kind === 'prospect') {
    return {
      kind: 'prospect',
      jobIds: jobIdsOf(choice),
      ...(choice.poolId === undefined ? {} : { poolId: choice.poolId }),
      ...(choice.poolId === undefined || choice.poolStageId === undefined ? {} : { poolStageId: choice.poolStageId }),
    };
  }
  if (choice.jobId == null) return undefined;
  return { kind: 'candidate', jobId: choice.jobId, ...(choice.stageId === undefined ? {} : { stageId: choice.stageId }) };
}

/** A stage belongs to its job: another job starts at its first stage again. */
export function withJob(choice: Choice, jobId: number | null): Choice {
  const { stageId: _, ...rest } = choice;
  return {
    ...rest,
    jobId,
    // "No job" is for prospects alone, so choosing it says so.
    kind: jobId === null ? 'prospect' : choice.kind,
    moreJobIds: jobId === null ? [] : (choice.moreJobIds ?? []).filter((other) => other !== jobId),
  };
}
