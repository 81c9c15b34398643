import * as z from 'zod/mini';

import { customField } from '../../company/custom-fields.ts';
import { validBody } from '../../http/json-body.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { CustomField } from '../../store/company-rows.ts';
import type { Acting } from '../acting.ts';
import { choice, flag, text } from '../filters.ts';
import { resource } from '../resource.ts';
import { body, type Body, creates, deleted, type Read, updates } from '../write.ts';
import { requireCustomFieldRight } from '../rights.ts';
import { optionKeys } from './custom-field-options.ts';

const FIELD_TYPES = [
  'job opening standard offer compensation_frequency candidate referral_question application rejection_question form',
  'agency_question user_attribute',
].flatMap((line) => line.split(' '));

const VALUE_TYPES = [
  'short_text long_text yes_no single_select multi_select currency number date url currency_range number_range user linked header',
  'statement attachment rich_text',
].flatMap((line) => line.split(' '));

/** Only these may be required (harvest-api §7.9). */
const REQUIRABLE = new Set(['job', 'offer', 'opening']);

const editable = {
  description: z.optional(z.string()),
  private: z.optional(z.boolean()),
  required: z.optional(z.boolean()),
  require_approval: z.optional(z.boolean()),
  trigger_new_version: z.optional(z.boolean()),
  expose_in_job_board_api: z.optional(z.boolean()),
  api_only: z.optional(z.boolean()),
};

const name = z.string().check(z.minLength(1), z.maxLength(255));

const createSchema = z.strictObject({
  name,
  field_type: z.enum(FIELD_TYPES),
  value_type: z.enum(VALUE_TYPES),
  ...editable,
  generate_email_token: z.optional(z.boolean()),
  custom_field_options: z.optional(z.array(z.strictObject(optionKeys))),
});

const patchBody = body(z.strictObject({ name: z.optional(name), ...editable }));

/** The form of v1 with `sort_order`, or, under a switch, with v1's own `priority` (harvest-api §7.9, §12 #16). */
const createBody: Body<z.infer<typeof createSchema>> = {
  forms: [createSchema],
  read: (given, { quirks }) => validBody(createSchema, quirks.customFieldPriority ? renamed(given) : given),
};

const OTHER_NAME: Record<string, string> = { priority: 'sort_order', sort_order: 'priority' };

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [OTHER_NAME[key] ?? key, renamed(held)]));
}

export const customFields = resource<CustomField>({
  name: 'custom_fields',
  singular: 'Custom field',
  state: 'customFields',
  table: (db) => db.customFields,
  fields: Object.keys(customField({ name: '', name_key: '', field_type: '', value_type: '' })),
  filters: {
    field_type: choice('field_type', FIELD_TYPES),
    active: flag('active'),
    name: text('name'),
    name_key: text('name_key'),
  },
  create: creates(createBody, create),
  update: updates(patchBody, (acting, row, given) => {
    requireCustomFieldRight(acting);
    const changes = { ...given, updated_by_id: acting.user.id } as Partial<CustomField>;
    return acting.world.db.customFields.update(row.id, changes);
  }),
  // Drops the field's values with it.
  destroy: (acting, row) => {
    requireCustomFieldRight(acting);
    acting.world.db.customFields.remove(row.id);
    return deleted('Custom field', row);
  },
});

function create(acting: Acting, given: Read<typeof createBody>): CustomField {
  const { world } = acting;
  const { custom_field_options: options, generate_email_token: _, ...body } = given;
  requireCustomFieldRight(acting);
  if (body.required && !REQUIRABLE.has(body.field_type))
    throw unprocessable({ required: `is not for fields of type ${body.field_type}` });
  if (body.private && world.quirks.privateFields === '422') throw unprocessable({ private: 'is not available on your plan' });
  const select = body.value_type.endsWith('_select');
  if (options && !select) throw unprocessable({ custom_field_options: `are not for values of type ${body.value_type}` });
  const taken = (field: CustomField): boolean => field.field_type === body.field_type && field.name === body.name;
  if (world.db.customFields.first(taken)) throw unprocessable({ name: 'has already been taken' });
  const fields = { ...body, name_key: nameKey(world.db.customFields, body), updated_by_id: acting.user.id };
  const row = world.db.customFields.insert(customField(fields as Parameters<typeof customField>[0]));
  for (const [place, option] of (options ?? []).entries()) {
    world.db.customFieldOptions.insert({
      custom_field_id: row.id,
      name: option.name,
      external_id: option.external_id ?? null,
      sort_order: option.sort_order ?? place,
      active: true,
    });
  }
  return row;
}

/** Derived from the name once, and never changed (harvest-api §7.9). */
function nameKey(table: Acting['world']['db']['customFields'], wanted: { name: string; field_type: string }): string {
  const key = wanted.name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');
  const taken = table.where((field) => field.field_type === wanted.field_type && field.name_key.replace(/_\d+$/, '') === key);
  return taken.length === 0 ? key : `${key}_${taken.length + 1}`;
}
