import { unprocessable } from '../http/refusal.ts';
import type { Pool, PoolStage } from '../store/company-rows.ts';
import type { World } from '../world.ts';
import { existing } from './references.ts';

type Wanted = {
  prospect_pool_id?: number | undefined;
  prospect_pool_stage_id?: number | undefined;
  prospect_owner_id?: number | undefined;
  prospective_department_id?: number | undefined;
  prospective_office_id?: number | undefined;
};

/** Where a prospect is kept; a stage needs its own pool, an office a department (harvest-api §7.2). */
export function prospectPlace(world: World, wanted: Wanted) {
  const { pool, stage } = poolPlace(world, wanted.prospect_pool_id, wanted.prospect_pool_stage_id);
  if (wanted.prospective_office_id !== undefined && wanted.prospective_department_id === undefined) {
    throw unprocessable({ prospective_office_id: 'needs a prospective_department_id' });
  }
  return {
    pool_id: pool?.id ?? null,
    pool_stage_id: stage?.id ?? null,
    prospect_owner_id: wanted.prospect_owner_id ?? null,
    department_id: wanted.prospective_department_id ?? null,
    office_id: wanted.prospective_office_id ?? null,
  };
}

/** A pool and one of its stages: the one named, else the first. */
export function poolPlace(
  world: World,
  poolId: number | undefined,
  stageId: number | undefined,
  stageField = 'prospect_pool_stage_id',
): { pool: Pool | undefined; stage: PoolStage | undefined } {
  if (poolId === undefined) {
    if (stageId !== undefined) throw unprocessable({ [stageField]: 'needs a prospect_pool_id' });
    return { pool: undefined, stage: undefined };
  }
  const pool = existing(world.db.pools, poolId, 'prospect_pool_id');
  if (!pool.active) throw unprocessable({ prospect_pool_id: `\`${poolId}\` is not active` });
  const stages = world.db.poolStages.where((stage) => stage.prospect_pool_id === poolId);
  const stage = stageId === undefined ? stages.at(-1) : stages.find(({ id }) => id === stageId);
  if (stageId !== undefined && !stage) throw unprocessable({ [stageField]: `\`${stageId}\` is not a stage of pool ${poolId}` });
  return { pool, stage };
}
