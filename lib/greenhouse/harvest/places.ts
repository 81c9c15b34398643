/** Where prospects are kept: a prospect is an application, and its pool is in a list of its own (harvest-api reference, 7.2). */
import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { PROSPECT_DETAILS } from './lists/applications.ts';
import { PROSPECT_POOL_STAGES, PROSPECT_POOLS } from './lists/company.ts';
import { unlessForbidden } from '../http/tolerate.ts';

export interface ProspectPlace {
  pool: { id: number; name: string | undefined } | undefined;
  stage: { id: number; name: string | undefined } | undefined;
  ownerId: number | undefined;
}

/** By application; those that are no prospects are not in it. */
export async function listPlaces(api: Api, applicationIds: number[]): Promise<Map<number, ProspectPlace>> {
  const details = await listByIds(api, PROSPECT_DETAILS, 'application_ids', applicationIds);
  const idsOf = (key: 'pool_id' | 'pool_stage_id'): number[] => details.flatMap((detail) => detail[key] ?? []);
  const [pools, stages] = await Promise.all([
    unlessForbidden(listByIds(api, PROSPECT_POOLS, 'ids', idsOf('pool_id')), []),
    unlessForbidden(listByIds(api, PROSPECT_POOL_STAGES, 'ids', idsOf('pool_stage_id')), []),
  ]);
  const named = (rows: { id: number; name?: string | null | undefined }[], id: number | null | undefined) =>
    id ? { id, name: rows.find((row) => row.id === id)?.name ?? undefined } : undefined;
  return new Map(
    details.flatMap(({ application_id, pool_id, pool_stage_id, prospect_owner_id }) =>
      application_id
        ? [
            [
              application_id,
              { pool: named(pools, pool_id), stage: named(stages, pool_stage_id), ownerId: prospect_owner_id ?? undefined },
            ],
          ]
        : [],
    ),
  );
}
