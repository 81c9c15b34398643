/** External ids in Greenhouse: which of ours are written, and what is known of the two fields that hold them. */
import * as z from 'zod/mini';

import { lazyObject } from '#lib/lazy-object.ts';

import { BUCKETS } from './bucket.ts';

/** A number or an address that a site keeps beside a profile (`github-id:1`, `linkedin-member:1`): good to compare, nothing to read. */
const BESIDE_A_PROFILE = /^[^:]*-(?:id|did|member|actor):/;
const PROFILE = /^[a-z][a-z\d-]*:\S+$/;
/** Profiles that only the users of a paid product see: `linkedin-sales:…`. */
const IN_A_PRODUCT = /^[^:]*-/;

/** Those that name a profile, each once; those that everybody can meet come first, because the first one settles the bucket. */
export function profileIdsOf(externalIds: readonly string[]): string[] {
  const ids = [...new Set(externalIds.map((id) => id.trim()))].filter((id) => PROFILE.test(id) && !BESIDE_A_PROFILE.test(id));
  return ids.toSorted((a, b) => Number(IN_A_PRODUCT.test(a)) - Number(IN_A_PRODUCT.test(b)));
}

/** What a text field holds, one id after the other. */
export const idsIn = (value: unknown): string[] => (typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : []);

export const externalIdFieldSchema = z.object({
  /** As the organisation calls it. */
  name: z.string(),
  state: z.enum([
    'there',
    'missing',
    'other-kind', // a field of this name holds something else
    'off',
    'unknown', // we may not look
  ]),
  /** Greenhouse's word for what it holds. */
  type: z.optional(z.string()),
  private: z.optional(z.boolean()),
});

export const externalIdFieldsSchema = lazyObject(() => ({
  /** Holds the ids, one space between two. */
  id: externalIdFieldSchema,
  /** Selects the bucket of the first. */
  bucket: externalIdFieldSchema,
  /** Of the 1,024 buckets, those that can be chosen. */
  buckets: z.number(),
  /** The scope that was refused. */
  refused: z.optional(z.string()),
  /** Epoch milliseconds. */
  fetchedAt: z.number(),
}));
export type ExternalIdFields = z.infer<typeof externalIdFieldsSchema>;

/** Nothing is left to be made of them. */
export const areWhole = ({ id, bucket, buckets }: ExternalIdFields): boolean =>
  id.state === 'there' && bucket.state === 'there' && buckets >= BUCKETS;

/** Whether people can be looked up by external id at all; with fewer than 1,024 buckets some are not found. */
export const canLookUp = ({ id, bucket, buckets }: ExternalIdFields): boolean =>
  id.state === 'there' && bucket.state === 'there' && buckets > 0;
