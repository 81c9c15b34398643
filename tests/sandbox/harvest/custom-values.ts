import * as z from 'zod/mini';

import { unprocessable } from '../http/refusal.ts';
import type { CustomField } from '../store/company-rows.ts';
import type { Values } from '../store/rows.ts';
import type { World } from '../world.ts';

/** The write form: a field by key or by id, and its value (harvest-api §7, "Custom field values"). */
export const customFieldsBody = z.array(
  z.strictObject({
    name_key: z.optional(z.string().check(z.maxLength(255))),
    custom_field_id: z.optional(z.int()),
    value: z.unknown(),
  }),
);

type Entry = { name_key?: string | undefined; custom_field_id?: number | undefined; value: unknown };

/** The read form: by key, with name and type; selects by the names of their options. */
export function readCustomFields(world: World, fieldType: string, values: Values): Record<string, object> {
  const shown: Record<string, object> = {};
  for (const field of activeFields(world, fieldType)) {
    shown[field.name_key] = { name: field.name, type: field.value_type, value: readValue(world, field, values[field.id]) };
  }
  return shown;
}

/** The values after a write; entries left out stay as they were (harvest-api §12 #11). */
export function writeCustomFields(world: World, fieldType: string, entries: Entry[] | undefined, before: Values = {}): Values {
  if (!entries) return before;
  const values: Values = world.quirks.customFieldsReplace ? {} : { ...before };
  for (const [place, entry] of entries.entries()) {
    const field = namedField(world, fieldType, entry, place);
    if (entry.value === null) delete values[field.id];
    else values[field.id] = acceptedValue(world, field, entry.value, place);
  }
  return values;
}

/** Asked for each row of a list, so it is worked out once for as long as no field changes. */
function activeFields({ db: { customFields } }: World, fieldType: string): CustomField[] {
  let known = ACTIVE.get(customFields);
  if (known?.revision !== customFields.revision) {
    known = { revision: customFields.revision, byType: new Map() };
    ACTIVE.set(customFields, known);
  }
  const active = known.byType.get(fieldType) ?? customFields.where((field) => field.active && field.field_type === fieldType);
  known.byType.set(fieldType, active);
  return active;
}

const ACTIVE = new WeakMap<object, { revision: number; byType: Map<string, CustomField[]> }>();

function namedField(world: World, fieldType: string, entry: Entry, place: number): CustomField {
  if ((entry.name_key === undefined) === (entry.custom_field_id === undefined)) {
    throw unprocessable({ [`custom_fields[${place}]`]: 'must have exactly one of name_key and custom_field_id' });
  }
  const field = activeFields(world, fieldType).find(
    ({ id, name_key }) => id === entry.custom_field_id || name_key === entry.name_key,
  );
  if (!field) throw unprocessable({ [`custom_fields[${place}]`]: `is not a custom field of type ${fieldType}` });
  return field;
}

const optionId = z.int();
const amount = z.union([z.number(), z.string().check(z.regex(/^\d+(\.\d+)?$/))]);
const currency = z.string().check(z.length(3));

/** What may be written, by `value_type`; the others cannot be written at all. */
const SHAPES: Record<string, z.ZodMiniType> = {
  short_text: z.string().check(z.maxLength(254)),
  long_text: z.string(),
  url: z.string(),
  rich_text: z.string(),
  yes_no: z.boolean(),
  number: z.number(),
  date: z.iso.date(),
  single_select: optionId,
  multi_select: z.array(optionId),
  user: z.int(),
  currency: z.strictObject({ amount, currency_code: currency }),
  currency_range: z.strictObject({ min_amount: amount, max_amount: amount, currency_code: currency }),
  number_range: z.strictObject({ min_value: amount, max_value: amount }),
};

function acceptedValue(world: World, field: CustomField, value: unknown, place: number): unknown {
  const at = `custom_fields[${place}].value`;
  if (!SHAPES[field.value_type] || !z.safeParse(SHAPES[field.value_type] as z.ZodMiniType, value).success) {
    throw unprocessable({ [at]: `is not a valid ${field.value_type}` });
  }
  for (const option of optionsIn(field, value)) {
    const row = world.db.customFieldOptions.get(option);
    if (row?.custom_field_id !== field.id || !row.active)
      throw unprocessable({ [at]: `\`${option}\` is not an option of ${field.name_key}` });
  }
  return value;
}

function optionsIn(field: CustomField, value: unknown): number[] {
  if (field.value_type === 'single_select') return [value as number];
  return field.value_type === 'multi_select' ? (value as number[]) : [];
}

function readValue(world: World, field: CustomField, value: unknown): unknown {
  if (value === undefined) return null;
  const nameOf = (option: number): string | null => world.db.customFieldOptions.get(option)?.name ?? null;
  if (field.value_type === 'single_select') return nameOf(value as number);
  if (field.value_type === 'multi_select') return (value as number[]).map(nameOf);
  return value;
}
