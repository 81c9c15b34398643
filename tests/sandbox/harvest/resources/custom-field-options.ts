import * as z from 'zod/mini';

import type { Answer } from '../../http/call.ts';
import { validBody } from '../../http/json-body.ts';
import { unprocessable } from '../../http/refusal.ts';
import type { CustomFieldOption } from '../../store/company-rows.ts';
import type { World } from '../../world.ts';
import type { Acting } from '../acting.ts';
import { bulkJob } from '../bulk.ts';
import { type Filter, flag, ids } from '../filters.ts';
import { existing } from '../references.ts';
import { present, resource, type Resource } from '../resource.ts';
import { requireCustomFieldRight } from '../rights.ts';

/** What an option is made of. */
export const optionKeys = {
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  sort_order: z.optional(z.int()),
  external_id: z.optional(z.string()),
};

const createBody = z.strictObject({ custom_field_id: z.int(), ...optionKeys });
const patchBody = z.strictObject({
  name: z.optional(optionKeys.name),
  sort_order: optionKeys.sort_order,
  external_id: optionKeys.external_id,
});
const bulkBody = z.strictObject({ data: z.array(createBody).check(z.minLength(1)) });

type OptionBody = z.infer<typeof createBody>;

/** The options of the field with this key: how schools, degrees and disciplines are found (harvest-api §7.10). */
const byKey: Filter = {
  read: (value, _, world) => {
    const fields = new Set(world.db.customFields.where(({ name_key }) => name_key === value).map(({ id }) => id));
    return { test: (row) => fields.has((row as CustomFieldOption).custom_field_id) };
  },
};

const definition: Resource<CustomFieldOption> = {
  name: 'custom_field_options',
  singular: 'Custom field option',
  state: 'customFieldOptions',
  table: (db) => db.customFieldOptions,
  fields: ['custom_field_id', 'name', 'external_id', 'sort_order', 'active'],
  filters: { custom_field_ids: ids('custom_field_id'), active: flag('active'), custom_field_key: byKey },
  create: (acting, given) => {
    const body = validBody(createBody, given);
    requireCustomFieldRight(acting);
    checkField(acting.world, body);
    return { status: 201, body: present(definition, acting.world, add(acting.world, body)) };
  },
  update: (acting, row, given) => {
    const body = validBody(patchBody, given);
    requireCustomFieldRight(acting);
    const changed = acting.world.db.customFieldOptions.update(row.id, body as Partial<CustomFieldOption>);
    return { status: 200, body: present(definition, acting.world, changed) };
  },
  // Soft: records that hold it keep it.
  destroy: (acting, row) => {
    requireCustomFieldRight(acting);
    acting.world.db.customFieldOptions.update(row.id, { active: false });
    return { status: 200, body: { message: `Custom field option ${row.id} deleted successfully` } };
  },
  bulk: { POST: { action: 'create', act: createMany } },
};

function createMany(acting: Acting, given: unknown): Answer {
  requireCustomFieldRight(acting);
  const { data } = validBody(bulkBody, given);
  for (const option of data) checkField(acting.world, option);
  return bulkJob(acting, data.length, () => {
    for (const option of data) add(acting.world, option);
  });
}

function checkField({ db }: World, { custom_field_id }: OptionBody): void {
  const field = existing(db.customFields, custom_field_id, 'custom_field_id');
  if (!field.value_type.endsWith('_select')) throw unprocessable({ custom_field_id: `\`${field.id}\` has no options` });
}

/** A name that is there already is silently left alone (harvest-api §7.9). */
function add({ db }: World, body: OptionBody): CustomFieldOption {
  const siblings = db.customFieldOptions.where((option) => option.custom_field_id === body.custom_field_id && option.active);
  const same = siblings.find(({ name }) => name === body.name);
  if (same) return same;
  return db.customFieldOptions.insert({
    custom_field_id: body.custom_field_id,
    name: body.name,
    external_id: body.external_id ?? null,
    sort_order: body.sort_order ?? siblings.length,
    active: true,
  });
}

export const customFieldOptions = resource(definition);
