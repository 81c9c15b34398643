/** Custom fields, found or made (harvest-api reference, 7.9). Making one takes the right to manage custom fields. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { answered } from './answered.ts';
import type { Api } from './api.ts';
import { CUSTOM_FIELDS, type CustomFieldRow, type FieldType } from './lists/fields.ts';
import { id } from './resource.ts';

export interface WantedField {
  name: string;
  fieldType: FieldType;
  /** Short text holds fewer than 255 characters. */
  valueType: 'short_text' | 'long_text' | 'yes_no' | 'single_select' | 'multi_select' | 'number' | 'date' | 'url';
  description?: string | undefined;
  private?: boolean | undefined;
  /** Of selects: a few options are made with the field, many afterwards (`findOrMakeOptions`). */
  options?: string[] | undefined;
}

export interface Field {
  id: number;
  /** Derived from the name by Greenhouse, once and for ever: values are read and written by it. */
  key: string;
  /** It was not there before. */
  made: boolean;
}

const made = z.object({ id, name_key: z.string() });

export const isNamed = ({ name }: CustomFieldRow, wanted: string): boolean =>
  name?.trim().toLowerCase() === wanted.trim().toLowerCase();

/** @throws AppError `greenhouse/invalid` when a field of this name exists and is of another kind, or switched off. */
export async function findField(api: Api, { name, fieldType, valueType }: WantedField): Promise<Field | undefined> {
  // By its name as typed here and not by the filter, which compares letter by letter.
  const row = (await api.list(CUSTOM_FIELDS, { field_type: fieldType })).find((field) => isNamed(field, name));
  if (!row) return undefined;
  if (row.value_type !== valueType || row.active === false || !row.name_key) {
    throw new AppError('greenhouse/invalid', { fields: [name] });
  }
  return { id: row.id, key: row.name_key, made: false };
}

export async function findOrMakeField(api: Api, wanted: WantedField): Promise<Field> {
  const found = await findField(api, wanted);
  if (found) return found;
  const answer = await api.create('custom_fields', {
    name: wanted.name,
    field_type: wanted.fieldType,
    value_type: wanted.valueType,
    private: wanted.private ?? false,
    ...(wanted.description ? { description: wanted.description } : {}),
    ...(wanted.options ? { custom_field_options: wanted.options.map((name, sort_order) => ({ name, sort_order })) } : {}),
  });
  const { id, name_key: key } = answered(made, answer);
  return { id, key, made: true };
}
