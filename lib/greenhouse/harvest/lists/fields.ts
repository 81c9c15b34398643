/** Custom fields, their options, and jobs that Greenhouse does in the background (harvest-api reference, 7.9, 7.11, 13). */
import type * as z from 'zod/mini';

import type { Ids } from '../query.ts';
import { count, filteredBy, flag, reference, resource, text } from '../resource.ts';

/** The kinds of record that a field may stand on. */
export type FieldType =
  | 'job'
  | 'opening'
  | 'standard'
  | 'offer'
  | 'compensation_frequency'
  | 'candidate'
  | 'referral_question'
  | 'application'
  | 'rejection_question'
  | 'form'
  | 'agency_question'
  | 'user_attribute';

export const CUSTOM_FIELDS = resource(
  'custom_fields',
  filteredBy<{ field_type?: FieldType; active?: boolean; name?: string; name_key?: string }>(),
  { name: text, name_key: text, field_type: text, value_type: text, active: flag, private: flag },
);
export type CustomFieldRow = z.infer<typeof CUSTOM_FIELDS.row>;

export const CUSTOM_FIELD_OPTIONS = resource(
  'custom_field_options',
  filteredBy<{ custom_field_ids?: Ids; active?: boolean; /** A field's name key. */ custom_field_key?: string }>(),
  { custom_field_id: reference, name: text, external_id: text, sort_order: count, active: flag },
);

export const BULK_REQUESTS = resource('bulk_requests', filteredBy<{ bulk_action_uuid?: string; active?: boolean }>(), {
  bulk_action_uuid: text,
  status: text,
  api_endpoint: text,
  record_count: count,
  success_count: count,
  failure_count: count,
  completed_at: text,
});
