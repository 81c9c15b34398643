/**
 * What an organisation's policy says, as it is kept for our pages: without its credential, so that whoever may read this may
 * not read a secret. `README.md` beside it is what administrators read.
 */
import * as z from 'zod/mini';

import { indexScopeSchema } from '#lib/identity/sync/status.ts';
import { lazyObject } from '#lib/lazy-object.ts';

export type PolicyKey =
  | 'clientId'
  | 'clientSecret'
  | 'partnerKey'
  | 'actingUsers'
  | 'allowedSites'
  | 'defaultSource'
  | 'defaultTags'
  | 'defaultStage'
  | 'undoSeconds'
  | 'sendCareer'
  | 'attachProfile'
  | 'peopleIndex'
  | 'externalIdField'
  | 'externalIdBucketField'
  | 'ruleSets';

const texts = z.array(z.string());

export const policySchema = lazyObject(() => ({
  /** Addresses, or `@domain`; in small letters. Absent: anybody. */
  actingUsers: z.optional(texts),
  /** Site ids, origins, or `https://*.example`; in small letters. Absent: every site. */
  allowedSites: z.optional(texts),
  /** A name or a number of Greenhouse. */
  defaultSource: z.optional(z.string()),
  defaultTags: z.optional(texts),
  /** A name: the numbers of stages differ from job to job. */
  defaultStage: z.optional(z.string()),
  undoSeconds: z.optional(z.number()),
  /** Whether positions and education go along, as Greenhouse's own records. */
  sendCareer: z.optional(z.boolean()),
  /** Whether a text file of the profile goes along. */
  attachProfile: z.optional(z.boolean()),
  /** Whom the index on this computer holds. */
  peopleIndex: z.optional(indexScopeSchema),
  /** Names of the two candidate custom fields by which colleagues find who was exported. */
  externalIdField: z.optional(z.string()),
  externalIdBucketField: z.optional(z.string()),
  /** Each a signed-off rule set, as its file says it. Understood where it is used, which is never in the worker. */
  ruleSets: z.optional(texts),
  /** Keys that have a value and that a recruiter may not change. */
  locked: texts,
  /** What was ignored: a key, and the entry of its list where it is only one. Never the value of a secret. */
  problems: z.array(z.object({ key: z.string(), entry: z.optional(z.string()) })),
}));
export type Policy = z.infer<typeof policySchema>;
