import type { Pool, PoolStage } from '../store/company-rows.ts';
import type { Fields } from '../store/table.ts';

export const FIRST_POOL = 12;
export const FIRST_POOL_STAGE = 121;

/** Ids count from 12; the third is retired. */
export const POOLS: Fields<Pool>[] = [
  {
    name: 'Engineering bench',
    active: true,
    description: 'People we want to hire later',
    department_ids: [31],
    office_ids: [],
    job_ids: [],
  },
  { name: 'Design community', active: true, description: null, department_ids: [37], office_ids: [8, 10], job_ids: [9008] },
  { name: 'Summer school 2019', active: false, description: null, department_ids: [], office_ids: [], job_ids: [] },
];

/** Ids count from 121. */
export const POOL_STAGES: Fields<PoolStage>[] = [
  { prospect_pool_id: 12, name: 'Not contacted', sort_order: 0 },
  { prospect_pool_id: 12, name: 'Contacted', sort_order: 1 },
  { prospect_pool_id: 12, name: 'In conversation', sort_order: 2 },
  { prospect_pool_id: 13, name: 'Not contacted', sort_order: 0 },
  { prospect_pool_id: 13, name: 'Portfolio reviewed', sort_order: 1 },
  { prospect_pool_id: 14, name: 'Archived', sort_order: 0 },
];
