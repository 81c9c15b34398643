/**
 * The two fields that hold external ids, found or made (harvest-api reference, 7.9): a text with the ids, and a select whose options
 * are the buckets. An organisation may point at fields of its own by their names.
 */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';
import { lazyObject } from '#lib/lazy-object.ts';

import { bucketName, BUCKETS } from '../bucket.ts';
import { type ExternalIdFields, externalIdFieldSchema } from '../external-ids.ts';
import type { Api } from './api.ts';
import { ended, type Waiting } from './bulk.ts';
import { findOrMakeField, isNamed, type WantedField } from './custom-fields.ts';
import { findOrMakeOptions } from './field-options.ts';
import { CUSTOM_FIELD_OPTIONS, CUSTOM_FIELDS, type CustomFieldRow } from './lists/fields.ts';
import { id } from './resource.ts';
import { unlessForbidden } from '../http/tolerate.ts';

export interface FieldNames {
  id: string;
  bucket: string;
}

const foundField = z.object({ ...externalIdFieldSchema.shape, fieldId: z.optional(id), key: z.optional(z.string()) });
type FoundField = z.infer<typeof foundField>;

/** As it is kept; what others are told of it is in `withoutNumbers`. */
export const foundFieldsSchema = lazyObject(() => ({
  id: foundField,
  bucket: foundField,
  /** A bucket may have several, when two browsers made them at once: the first that can be chosen is written, all are looked up. */
  options: z.array(z.object({ id, bucket: z.number(), active: z.boolean() })),
  refused: z.optional(z.string()),
  /** Epoch milliseconds. */
  fetchedAt: z.number(),
}));
export type FoundFields = z.infer<typeof foundFieldsSchema>;

const TEXTS = ['short_text', 'long_text', 'url'];
const SELECTS = ['single_select', 'multi_select'];

function pick(rows: CustomFieldRow[], name: string, kinds: string[]): FoundField {
  const named = rows.filter((row) => isNamed(row, name));
  const fits = (row: CustomFieldRow): boolean => kinds.includes(row.value_type ?? '') && Boolean(row.name_key);
  const row = named.find((one) => fits(one) && one.active !== false) ?? named.find(fits) ?? named[0];
  if (!row) return { name, state: 'missing' };
  return {
    name,
    state: fits(row) ? (row.active === false ? 'off' : 'there') : 'other-kind',
    fieldId: row.id,
    ...(row.name_key ? { key: row.name_key } : {}),
    ...(row.value_type ? { type: row.value_type } : {}),
    ...(row.private ? { private: true } : {}),
  };
}

async function bucketsOf(api: Api, fieldId: number): Promise<FoundFields['options']> {
  const bucketByName = new Map(Array.from({ length: BUCKETS }, (_, bucket) => [bucketName(bucket), bucket]));
  const rows = await api.list(CUSTOM_FIELD_OPTIONS, { custom_field_ids: fieldId, fields: ['name', 'active'] });
  return rows
    .flatMap(({ id, name, active }) => {
      const bucket = bucketByName.get(name?.trim() ?? '');
      return bucket === undefined ? [] : [{ id, bucket, active: active !== false }];
    })
    .toSorted((a, b) => a.id - b.id);
}

/** Looks; a right that is missing is part of the answer. */
export async function lookForFields(api: Api, names: FieldNames, now: () => number): Promise<FoundFields> {
  const found: FoundFields = {
    id: { name: names.id, state: 'unknown' },
    bucket: { name: names.bucket, state: 'unknown' },
    options: [],
    fetchedAt: now(),
  };
  try {
    const rows = await api.list(CUSTOM_FIELDS, { field_type: 'candidate' });
    found.id = pick(rows, names.id, TEXTS);
    found.bucket = pick(rows, names.bucket, SELECTS);
    if (found.bucket.fieldId !== undefined && found.bucket.state === 'there') {
      found.options = await bucketsOf(api, found.bucket.fieldId);
    }
  } catch (thrown) {
    const { code, detail } = AppError.from(thrown);
    if (code !== 'greenhouse/forbidden') throw thrown;
    found.refused = detail.scope ?? '';
  }
  return found;
}

/** Private where the account lets it be: what somebody is called elsewhere need not be read by every interviewer. */
async function makeField(api: Api, wanted: WantedField): Promise<void> {
  try {
    await findOrMakeField(api, { ...wanted, private: true });
  } catch (thrown) {
    if (AppError.from(thrown).code !== 'greenhouse/invalid') throw thrown;
    // Refused for being private, or because a colleague has just made it.
    await findOrMakeField(api, wanted);
  }
}

/**
 * Makes what is missing, and waits for about a minute; whoever asks again goes on where it was left.
 * @throws AppError `greenhouse/invalid` when a field of the name is in the way, `greenhouse/forbidden` without the right.
 */
export async function makeFields(api: Api, names: FieldNames, now: () => number, waiting: Waiting): Promise<FoundFields> {
  const before = await lookForFields(api, names, now);
  if (before.refused !== undefined) throw new AppError('greenhouse/forbidden', { scope: before.refused });
  const inTheWay = [before.id, before.bucket].filter(({ state }) => state === 'other-kind' || state === 'off');
  if (inTheWay.length > 0) throw new AppError('greenhouse/invalid', { fields: inTheWay.map(({ name }) => name) });
  const ours = { fieldType: 'candidate', description: 'Written by Gleaner: which profiles this person has.' } as const;
  if (before.id.state === 'missing') await makeField(api, { ...ours, name: names.id, valueType: 'short_text' });
  if (before.bucket.state === 'missing') await makeField(api, { ...ours, name: names.bucket, valueType: 'single_select' });
  const { fieldId } = before.bucket.fieldId ? before.bucket : (await lookForFields(api, names, now)).bucket;
  if (fieldId === undefined) throw new AppError('greenhouse/unknown-outcome');
  const all = Array.from({ length: BUCKETS }, (_, bucket) => bucketName(bucket));
  try {
    // A call whose end nobody waited for may still be at work: a second one would make the same options twice.
    await unlessForbidden(ended(api, 'custom_field_options', waiting), undefined);
    await findOrMakeOptions(api, fieldId, all, waiting);
  } catch (thrown) {
    const { code, detail } = AppError.from(thrown);
    const unseen = code === 'greenhouse/forbidden' && detail.scope === 'harvest:bulk_requests:list';
    if (code !== 'greenhouse/unknown-outcome' && !unseen) throw thrown;
  }
  return lookForFields(api, names, now);
}

/** Without Greenhouse's numbers. */
export const withoutNumbers = ({ id, bucket, options, refused, fetchedAt }: FoundFields): ExternalIdFields => ({
  id: bare(id),
  bucket: bare(bucket),
  buckets: new Set(options.flatMap((option) => (option.active ? option.bucket : []))).size,
  ...(refused === undefined ? {} : { refused }),
  fetchedAt,
});

const bare = ({ fieldId: _i, key: _k, ...field }: FoundField): ExternalIdFields['id'] => field;
