/** What the whole company shares: its parts, where people come from, and its pools (harvest-api reference, 7.2, 7.7). */
import * as z from 'zod/mini';

import type { Ids } from '../query.ts';
import { count, filteredBy, flag, reference, resource, text } from '../resource.ts';

interface PartFilters {
  parent_id?: number;
  external_id?: string;
}

export const DEPARTMENTS = resource('departments', filteredBy<PartFilters>(), { name: text });
export const OFFICES = resource('offices', filteredBy<PartFilters>(), { name: text });

/** Cannot be made by API. */
export const SOURCES = resource('sources', filteredBy(), { name: text, type: z.nullish(z.object({ name: text })) });
/** Cannot be made by API. */
export const REFERRERS = resource('referrers', filteredBy<{ user_ids?: Ids }>(), { name: text, user_id: reference });

export const PROSPECT_POOLS = resource(
  'prospect_pools',
  filteredBy<{ department_ids?: Ids; office_ids?: Ids; job_ids?: Ids; active?: boolean }>(),
  { name: text, active: flag },
);
export const PROSPECT_POOL_STAGES = resource('prospect_pool_stages', filteredBy<{ prospect_pool_ids?: Ids }>(), {
  name: text,
  prospect_pool_id: reference,
  sort_order: count,
});
