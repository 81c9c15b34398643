import * as z from 'zod/mini';

import { unprocessable } from '../../http/refusal.ts';
import type { CustomFieldOption } from '../../store/company-rows.ts';
import type { World } from '../../world.ts';
import { bulk } from '../bulk.ts';
import { type Filter, flag, ids } from '../filters.ts';
import { existing } from '../references.ts';
import { resource } from '../resource.ts';
import { body, creates, deleted, updates } from '../write.ts';
import { requireCustomFieldRight } from '../rights.ts';

/** What an option is made of. */
export const optionKeys = {
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  sort_order: z.optional(z.int()),
  external_id: z.optional(z.string()),
};

const optionBody = z.strictObject({ custom_field_id: z.int(), ...optionKeys });
const patchBody = body(
  z.strictObject({
    name: z.optional(optionKeys.name),
    sort_order: optionKeys.sort_order,
    external_id: optionKeys.external_id,
  }),
);

type OptionBody = z.infer<typeof optionBody>;

/** The options of the field with this key: how schools, degrees and disciplines are found (harvest-api §7.10). */
const byKey: Filter = {
  read: (value, _, world) => {
    const fields = new Set(world.db.customFields.where(({ name_key }) => name_key === value).map(({ id }) => id));
    return { test: (row) => fields.has((row as CustomFieldOption).custom_field_id) };
  },
};

export const customFieldOptions = resource<CustomFieldOption>({
  name: 'custom_field_options',
  singular: 'Custom field option',
  state: 'customFieldOptions',
  table: (db) => db.customFieldOptions,
  fields: ['custom_field_id', 'name', 'external_id', 'sort_order', 'active'],
  filters: { custom_field_ids: ids('custom_field_id'), active: flag('active'), custom_field_key: byKey },
  create: creates(body(optionBody), (acting, given) => {
    requireCustomFieldRight(acting);
    checkField(acting.world, given);
    return add(acting.world, given);
  }),
  update: updates(patchBody, (acting, row, given) => {
    requireCustomFieldRight(acting);
    return acting.world.db.customFieldOptions.update(row.id, given as Partial<CustomFieldOption>);
  }),
  // Soft: records that hold it keep it.
  destroy: (acting, row) => {
    requireCustomFieldRight(acting);
    acting.world.db.customFieldOptions.update(row.id, { active: false });
    return deleted('Custom field option', row);
  },
  bulk: {
    POST: bulk('create', optionBody, (acting, data) => {
      requireCustomFieldRight(acting);
      for (const option of data) checkField(acting.world, option);
      return (option) => add(acting.world, option);
    }),
  },
});

function checkField({ db }: World, { custom_field_id }: OptionBody): void {
  const field = existing(db.customFields, custom_field_id, 'custom_field_id');
  if (!field.value_type.endsWith('_select')) throw unprocessable({ custom_field_id: `\`${field.id}\` has no options` });
}

/** A name that is there already is silently left alone (harvest-api §7.9). */
function add({ db, quirks }: World, body: OptionBody): CustomFieldOption {
  const siblings = db.customFieldOptions.where((option) => option.custom_field_id === body.custom_field_id && option.active);
  const same = siblings.find(({ name }) => name === body.name);
  if (same) return same;
  if (quirks.optionsPerField > 0 && siblings.length >= quirks.optionsPerField)
    throw unprocessable({ custom_field_id: `has ${quirks.optionsPerField} options already` });
  return db.customFieldOptions.insert({
    custom_field_id: body.custom_field_id,
    name: body.name,
    external_id: body.external_id ?? null,
    sort_order: body.sort_order ?? siblings.length,
    active: true,
  });
}
