import { prospectDetailsForApplication } from '../../company/applications.ts';
import type { Pool, PoolStage } from '../../store/company-rows.ts';
import type { ProspectDetail } from '../../store/rows.ts';
import { flag, ids } from '../filters.ts';
import { resource } from '../resource.ts';
import { seesApplicationId } from '../visibility.ts';

/** Pools and who is in them (harvest-api §7.2). */
export const prospectPools = resource<Pool>({
  name: 'prospect_pools',
  singular: 'Prospect pool',
  state: 'prospectPools',
  table: (db) => db.pools,
  fields: ['name', 'active', 'description', 'department_ids', 'office_ids', 'job_ids'],
  filters: {
    department_ids: ids('department_ids'),
    office_ids: ids('office_ids'),
    job_ids: ids('job_ids'),
    active: flag('active'),
  },
});

export const prospectPoolStages = resource<PoolStage>({
  name: 'prospect_pool_stages',
  singular: 'Prospect pool stage',
  state: 'prospectPoolStages',
  table: (db) => db.poolStages,
  fields: ['prospect_pool_id', 'name', 'sort_order'],
  filters: { prospect_pool_ids: ids('prospect_pool_id') },
});

export const prospectDetails = resource<ProspectDetail>({
  name: 'prospect_details',
  singular: 'Prospect detail',
  state: 'prospectDetails',
  table: (db) => db.prospectDetails,
  fields: ['application_id', 'pool_id', 'pool_stage_id', 'prospect_owner_id', 'department_id', 'office_id'],
  filters: {
    application_ids: ids('application_id', prospectDetailsForApplication),
    pool_ids: ids('pool_id'),
    pool_stage_ids: ids('pool_stage_id'),
    prospect_owner_ids: ids('prospect_owner_id'),
    department_ids: ids('department_id'),
    office_ids: ids('office_id'),
  },
  visible: (acting, row) => seesApplicationId(acting, row.application_id),
});
